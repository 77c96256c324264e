import { deepStrictEqual, ok } from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import { readEach } from '../../../src/sources/site/site-files.ts'

describe('readEach', () => {
  it('has some hundred files open at most, and keeps their order', async () => {
    const names = Array.from({ length: 1000 }, (_, index) => `${index}`)
    const opened = { now: 0, most: 0 }
    const read = await readEach(names, async (name) => {
      opened.now += 1
      opened.most = Math.max(opened.most, opened.now)
      await setImmediate()
      opened.now -= 1
      return name
    })
    deepStrictEqual(read, names)
    ok(opened.most <= 100)
  })
})
