import { strictEqual } from 'node:assert/strict'
import { RecentUse } from '../../../src/serve/workers/recent-use.ts'

describe('RecentUse', () => {
  it('adds up what a client took, and counts half of it a minute later', () => {
    const use = new RecentUse()
    use.add('a', 100, 0)
    use.add('a', 300, 0)
    strictEqual(use.get('a', 0), 400)
    strictEqual(use.get('a', 60_000), 200)
    use.add('a', 100, 60_000)
    strictEqual(use.get('a', 120_000), 150)
    strictEqual(use.get('b', 0), 0)
  })

  it('remembers so many clients only, those of the latest use', () => {
    const use = new RecentUse()
    for (let index = 0; index < 5000; index += 1) use.add(String(index), 1, 0)
    strictEqual(use.get('0', 0), 0)
    strictEqual(use.get('4999', 0), 1)
  })
})
