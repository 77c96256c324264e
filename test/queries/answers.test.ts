import { deepStrictEqual, ok } from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { bindParameters, parseSavedQuery } from '../../src/query/index.ts'
import { loadFlins } from '../support/flins.ts'

/** An answer worked out by hand: the columns that can be, and their rows in the order of the answer. */
interface Answer {
  readonly params?: Readonly<Record<string, string>>
  readonly derivedFrom: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
}

const queries = new URL('../../queries/', import.meta.url)
const answers = new URL('../fixtures/answers/', import.meta.url)

const names = readdirSync(queries).map((file) => file.replace(/\.rq$/, ''))
const files = readdirSync(answers).map((file) => file.replace(/\.json$/, ''))

/** An answer belongs to the query whose name its own begins with, the longest of them. */
const queryOf = (answer: string): string =>
  names
    .filter((name) => answer === name || answer.startsWith(`${name}-`))
    .sort((a, b) => b.length - a.length)[0] ?? ''

const readQuery = (name: string) =>
  parseSavedQuery(name, readFileSync(new URL(`${name}.rq`, queries), 'utf8'), `queries/${name}.rq`)

describe('saved queries', () => {
  for (const file of files) {
    it(`${file} gives the answer worked out from facts.md`, async () => {
      const { site, engine } = await loadFlins()
      const answer = JSON.parse(readFileSync(new URL(`${file}.json`, answers), 'utf8')) as Answer
      const query = readQuery(queryOf(file))
      const { base, languages } = site.config
      const { properties } = site.ontology
      const bindings = bindParameters(query, answer.params ?? {}, { base, languages, properties })
      const solutions = await engine.queryBindings(query.text, { bindings })
      const rows: (string | null)[][] = []
      for await (const solution of solutions) {
        rows.push(answer.columns.map((column) => solution.get(column)?.value ?? null))
      }
      deepStrictEqual(rows, answer.rows)
    })
  }

  it('each have an answer', () => {
    const answered = new Set(files.map(queryOf))
    // What `facts` gives is tested for small entities; its whole answer for Flins is the data file itself.
    deepStrictEqual(
      names.filter((name) => !answered.has(name)),
      [],
    )
  })

  it('are at least fourteen questions', () => {
    ok(names.length >= 14)
    for (const name of names)
      ok(readQuery(name).question.endsWith('?') || /\?/.test(readQuery(name).question), name)
  })
})
