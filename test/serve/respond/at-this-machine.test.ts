import { strictEqual } from 'node:assert/strict'
import type { FastifyRequest } from 'fastify'
import { isAtThisMachine } from '../../../src/serve/respond/at-this-machine.ts'

interface Coming {
  readonly from?: string
  readonly version?: string
  readonly headers?: Readonly<Record<string, string>>
}

const request = ({ from = '127.0.0.1', version = '1.1', headers = {} }: Coming): FastifyRequest =>
  ({
    socket: { remoteAddress: from },
    raw: { httpVersion: version },
    headers: { host: '127.0.0.1:8080', ...headers },
  }) as unknown as FastifyRequest

const cases: readonly (readonly [says: string, coming: Coming, expected: boolean])[] = [
  ['loopback', {}, true],
  ['loopback of IPv6', { from: '::1', headers: { host: '[::1]:8080' } }, true],
  ['IPv4 in IPv6', { from: '::ffff:127.0.0.1', headers: { host: 'localhost' } }, true],
  ['another machine', { from: '192.0.2.1' }, false],
  ['another machine in IPv6', { from: '::ffff:192.0.2.1' }, false],
  ['a proxy', { headers: { 'x-forwarded-for': '192.0.2.1' } }, false],
  [
    'a proxy that says only for which host',
    { headers: { 'x-forwarded-host': 'a.example' } },
    false,
  ],
  ['a proxy of another kind', { headers: { 'x-real-ip': '127.0.0.1' } }, false],
  ['a proxy by the book', { headers: { forwarded: 'for=192.0.2.1' } }, false],
  ['a gateway', { headers: { via: '1.1 gateway' } }, false],
  ['a proxy that says nothing', { version: '1.0' }, false],
  ['a page of another site', { headers: { origin: 'https://evil.example' } }, false],
  ['a name that was made to lead here', { headers: { host: 'evil.example' } }, false],
  ['no name', { headers: { host: '' } }, false],
]

describe('isAtThisMachine', () => {
  for (const [says, coming, expected] of cases) {
    it(`is ${expected} for ${says}`, () => {
      strictEqual(isAtThisMachine(request(coming)), expected)
    })
  }
})
