import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { readOntology } from '../../src/rdf/ontology/index.ts'
import { csvSource, factsJsonSchema, readFacts } from '../../src/sources/index.ts'
import { formatProblem, listProblems } from './support/problems.ts'

const base = 'https://flins.example/'
const page = readFileSync('docs/reference/facts.md', 'utf8')
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, 'gm'))].map(
    ([, text]) => text!,
  )

/** The code of the first column of the table under a heading. */
function written(heading: string): string[] {
  const [, section = ''] = page.split(`\n### ${heading}\n`)
  const [table = ''] = section.split('\n### ')
  return [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, text]) => text!)
}

describe('docs/reference/facts.md', () => {
  const ontology = readOntology(
    readdirSync('ontology')
      .filter((name) => name.endsWith('.ttl'))
      .map((name) => ({ file: name, text: readFileSync(`ontology/${name}`, 'utf8') })),
    base,
  )
  const context = { ontology, base, languages: ['en', 'fr'] }
  const files = blocks('yaml').map((text, number) => ({ file: `${number}.yaml`, text }))
  const { items, index } = readFacts(files, context)

  const problemsIn = (text: string): string[] => {
    const { items } = readFacts([{ file: 'example.yaml', text }], context)
    return items.flatMap((item) => (item.kind === 'problem' ? [formatProblem(item.problem)] : []))
  }

  it('has facts without problems', () => {
    ok(files.length > 3)
    deepStrictEqual(
      items.flatMap((item) => (item.kind === 'problem' ? [formatProblem(item.problem)] : [])),
      [],
    )
  })

  it('has facts that fit the JSON Schema', () => {
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(
      factsJsonSchema(ontology, ['en']),
    )
    for (const { text } of files) {
      validate(parse(text))
      deepStrictEqual(validate.errors ?? [], [])
    }
  })

  for (const [heading, property, more] of [
    ['Quantities', 'area', 5],
    ['Times', 'inception', 7],
  ] as const) {
    it(`has ${heading.toLowerCase()} that can be read`, () => {
      const values = written(heading)
      ok(values.length > more)
      for (const value of values)
        deepStrictEqual(problemsIn(`flins:\n  statements:\n    - ${property}: ${value}\n`), [])
    })
  }

  const metadata = blocks('json')
  for (const [number, csv] of blocks('csv').entries()) {
    it(`has series ${number + 1} without problems`, async () => {
      const text = metadata[number] ?? ''
      const [, file = ''] = /"url": "([^"]+)"/.exec(text) ?? []
      const series = csvSource.read(Readable.from([csv]), {
        ...context,
        index,
        file,
        readSibling: (name) => Promise.resolve(name.endsWith('metadata.json') ? text : undefined),
      })
      deepStrictEqual((await listProblems(series)).map(formatProblem), [])
    })
  }

  it('names every key of entities, statements and documents', () => {
    const keys = [
      'type',
      'label',
      'alias',
      'description',
      'sameAs',
      'from',
      'document',
      'statements',
    ]
    const more = ['during', 'rank', 'key', 'sha256', 'length', 'sections']
    for (const key of [...keys, ...more]) strictEqual(page.includes(`| \`${key}\` |`), true, key)
  })
})
