import { deepStrictEqual, notStrictEqual, strictEqual } from 'node:assert/strict'
import { clientOf } from '../../../src/serve/network/index.ts'

describe('clientOf', () => {
  it('takes addresses for one client where one customer has them all', () => {
    const { name } = clientOf('2001:4860:0:1::1')
    strictEqual(clientOf('2001:4860:0:1:ffff::2').name, name)
    notStrictEqual(clientOf('2001:4860:0:2::1').name, name)
    strictEqual(clientOf('::ffff:8.8.8.8').name, clientOf('8.8.8.8').name)
    notStrictEqual(clientOf('8.8.4.4').name, clientOf('8.8.8.8').name)
  })

  it('takes addresses of this machine and its network for proxies', () => {
    const near = [
      '127.0.0.1',
      '::1',
      '10.0.0.1',
      '172.17.0.2',
      '192.168.1.1',
      'fd00::1',
      'nonsense',
    ]
    const far = ['8.8.8.8', '172.32.0.1', '2001:4860::1']
    deepStrictEqual(
      [...near, ...far].filter((address) => clientOf(address).isMany),
      near,
    )
  })
})
