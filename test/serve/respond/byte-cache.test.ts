import { strictEqual } from 'node:assert/strict'
import { ByteCache } from '../../../src/serve/respond/byte-cache.ts'

describe('ByteCache', () => {
  it('forgets what was not asked for longest when it is full', () => {
    const cache = new ByteCache(100)
    for (const key of ['a', 'b', 'c', 'd']) cache.set(key, Buffer.alloc(25))
    cache.get('a')
    cache.set('e', Buffer.alloc(25))
    strictEqual(cache.get('a')?.length, 25)
    strictEqual(cache.get('b'), undefined)
    strictEqual(cache.get('e')?.length, 25)
  })

  it('does not keep what would push out most of the rest', () => {
    const cache = new ByteCache(100)
    cache.set('a', Buffer.alloc(26))
    strictEqual(cache.get('a'), undefined)
  })

  it('counts a key that is set again once', () => {
    const cache = new ByteCache(100)
    for (let count = 0; count < 10; count += 1) cache.set('a', Buffer.alloc(25))
    for (const key of ['b', 'c', 'd']) cache.set(key, Buffer.alloc(25))
    strictEqual(cache.get('a')?.length, 25)
  })
})
