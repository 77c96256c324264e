import { ok, strictEqual } from 'node:assert/strict'
import { didYouMean, nearest } from '../../src/sources/nearest.ts'

const keys = ['area', 'employees', 'startTime', 'pointInTime', 'km2', 'ha']

const cases: [string, string | undefined][] = [
  ['emploees', 'employees'],
  ['STARTTIME', 'startTime'],
  ['Area', 'area'],
  ['km', 'km2'],
  ['xyz', undefined],
  ['', undefined],
  ['volume', undefined],
  ['e'.repeat(1_000_000), undefined],
]

describe('nearest', () => {
  for (const [word, expected] of cases) {
    it(`finds ${expected ?? 'nothing'} for "${word.slice(0, 20)}"`, () => {
      strictEqual(nearest(word, keys), expected)
    })
  }

  it('takes the first of equally near candidates', () => {
    strictEqual(nearest('cat', ['bat', 'rat']), 'bat')
  })

  it('compares the first of many candidates only', () => {
    let seen = 0
    const many = function* () {
      for (; seen < 1_000_000; seen += 1) yield `key-${seen}`
    }
    strictEqual(nearest('key-77', many()), 'key-77')
    ok(seen < 10_000, String(seen))
  })
})

describe('didYouMean', () => {
  it('ends a message with the nearest candidate', () => {
    strictEqual(didYouMean('emploees', keys), ' - did you mean "employees"?')
  })

  it('says nothing where nothing is near', () => {
    strictEqual(didYouMean('volume', keys), '')
  })
})
