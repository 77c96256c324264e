import { strictEqual, throws } from 'node:assert/strict'
import { assertUnchanged, isFresh } from '../../../src/serve/respond/conditional.ts'
import type { Condition } from '../../../src/serve/respond/conditional.ts'

const now = { etag: '"now"', modified: new Date('2026-01-01T00:00:00Z') }
const before = 'Wed, 31 Dec 2025 00:00:00 GMT'
const later = 'Fri, 02 Jan 2026 00:00:00 GMT'

const cases: [condition: Condition, expected: 'send' | 'fresh' | 'refuse'][] = [
  [{}, 'send'],
  [{ 'if-match': '"now"' }, 'send'],
  [{ 'if-match': '"old", "now"' }, 'send'],
  [{ 'if-match': '*' }, 'send'],
  [{ 'if-match': '"old"' }, 'refuse'],
  [{ 'if-match': 'W/"now"' }, 'refuse'],
  [{ 'if-match': 'now' }, 'refuse'],
  [{ 'if-match': '' }, 'refuse'],
  [{ 'if-unmodified-since': before }, 'refuse'],
  [{ 'if-unmodified-since': later }, 'send'],
  [{ 'if-unmodified-since': now.modified.toUTCString() }, 'send'],
  [{ 'if-unmodified-since': 'once' }, 'send'],
  [{ 'if-match': '"now"', 'if-unmodified-since': before }, 'send'],
  [{ 'if-none-match': '"now"' }, 'fresh'],
  [{ 'if-none-match': 'W/"now"' }, 'fresh'],
  [{ 'if-none-match': '"old"' }, 'send'],
  [{ 'if-match': '"now"', 'if-none-match': '"now"' }, 'fresh'],
  [{ 'if-match': '"old"', 'if-none-match': '"now"' }, 'refuse'],
  [{ 'if-modified-since': later }, 'fresh'],
  [{ 'if-modified-since': before }, 'send'],
  [{ 'if-none-match': '"old"', 'if-modified-since': later }, 'send'],
]

describe('conditional requests', () => {
  for (const [condition, expected] of cases) {
    it(`${expected} ${JSON.stringify(condition)}`, () => {
      if (expected === 'refuse') {
        throws(() => {
          assertUnchanged(condition, now)
        }, /asks for another state/)
        return
      }
      assertUnchanged(condition, now)
      strictEqual(isFresh(condition, now), expected === 'fresh')
    })
  }
})
