import { strictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import { relativePath } from '../../../src/serve/respond/paths.ts'

const cases: readonly (readonly [from: string, to: string, expected: string])[] = [
  ['/', '/', './'],
  ['/', '/page/flins', 'page/flins'],
  ['/page/flins', '/', '../'],
  ['/page/flins', '/page/flins', '../page/flins'],
  ['/sparql', '/javascript:alert(1)', './javascript:alert(1)'],
  ['/page/flins', '/javascript:alert(1)', '../javascript:alert(1)'],
  ['/sparql', '///evil.example/', './//evil.example/'],
  ['/sparql', '/\\evil.example/', './\\evil.example/'],
  ['/sparql', '/?query=a:b', './?query=a:b'],
]

describe('relativePath', () => {
  for (const [from, to, expected] of cases) {
    it(`writes ${to} as ${expected} where it is seen from ${from}`, () => {
      strictEqual(relativePath(from, to), expected)
    })
  }

  it('leads to the same server, whatever the path holds', () => {
    fc.assert(
      fc.property(fc.constantFrom('/', '/sparql', '/page/a'), fc.string(), (from, rest) => {
        const base = `http://site.example${from}`
        const path = relativePath(from, `/${rest}`)
        if (URL.canParse(path, base)) strictEqual(new URL(path, base).origin, 'http://site.example')
      }),
    )
  })
})
