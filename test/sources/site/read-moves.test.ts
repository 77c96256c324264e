import { deepStrictEqual } from 'node:assert/strict'
import { createReport } from '../../../src/sources/report.ts'
import { parseSiteConfig } from '../../../src/sources/site/site-config.ts'

const read = (more: string) => {
  const report = createReport()
  const config = parseSiteConfig(`base: https://a.example/\n${more}`, 'usine.yaml', report)
  const { redirects, gone } = config ?? {}
  return {
    redirects: Object.fromEntries(redirects ?? []),
    gone: [...(gone ?? [])],
    problems: report.problems.map(({ message }) => message),
  }
}

const none = { redirects: {}, gone: [], problems: [] }

describe('redirects and gone of usine.yaml', () => {
  it('are none unless they are written', () => {
    deepStrictEqual(read(''), none)
  })

  it('lead old ids to new ones and name what was deleted', () => {
    deepStrictEqual(read('redirects: { a: b }\ngone: [c, d]'), {
      redirects: { a: 'b' },
      gone: ['c', 'd'],
      problems: [],
    })
  })

  it('follow chains to their end', () => {
    deepStrictEqual(read('redirects: { a: b, b: c, c: d }').redirects, { a: 'd', b: 'd', c: 'd' })
  })

  it('refuse circles', () => {
    const { redirects, problems } = read('redirects: { a: b, b: a }')
    deepStrictEqual(redirects, {})
    deepStrictEqual(problems[0], 'The redirect of "a" leads back to itself')
    deepStrictEqual(read('redirects: { a: a }').problems.length, 1)
  })

  it('refuse an id that is both', () => {
    const { problems } = read('redirects: { a: b }\ngone: [a]')
    deepStrictEqual(problems, ['"a" is both redirected and gone: keep one'])
  })

  it('refuse what is no map, no list and no id', () => {
    deepStrictEqual(read('redirects: [a]').problems.length, 1)
    deepStrictEqual(read('redirects: { a: [b] }').problems.length, 1)
    deepStrictEqual(read('gone: { a: b }').problems.length, 1)
  })
})
