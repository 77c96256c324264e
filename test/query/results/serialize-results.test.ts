import { deepStrictEqual, doesNotMatch, ok, rejects, strictEqual, throws } from 'node:assert/strict'
import type { Bindings, Term } from '@rdfjs/types'
import fc from 'fast-check'
import { DataFactory } from 'n3'
import stringWidth from 'string-width'
import type { ResultFormatName } from '../../../src/formats.ts'
import { serializeBoolean, serializeSolutions } from '../../../src/query/index.ts'
import type { ResultOptions, Solutions } from '../../../src/query/index.ts'
import { XSD } from '../../../src/vocabulary.ts'
import { collect } from '../../support/collect.ts'
import { blankNodes, iris, literals } from '../../support/rdf-arbitrary.ts'

const { blankNode, literal, namedNode, variable } = DataFactory

type Row = Readonly<Record<string, Term>>

/** Solutions as an engine gives them, with no more of bindings than serializers need. */
function toSolutions(names: readonly string[], rows: readonly Row[]): Solutions {
  const toBindings = (row: Row) =>
    ({
      get: (key: string | { value: string }) => row[typeof key === 'string' ? key : key.value],
      *[Symbol.iterator]() {
        for (const [name, term] of Object.entries(row)) yield [variable(name), term]
      },
    }) as unknown as Bindings
  async function* generate() {
    for (const row of rows) yield await Promise.resolve(toBindings(row))
  }
  return Object.assign(generate(), { variables: names.map((name) => variable(name)) })
}

const write = async (options: ResultOptions, names: readonly string[], rows: readonly Row[]) =>
  (await collect(serializeSolutions(toSolutions(names, rows), options))).join('')

const rows: Row[] = [
  { x: namedNode('http://e/a'), y: literal('say "hi", now\nor\tnever') },
  { x: blankNode('b0'), y: literal('à bientôt', 'fr') },
  { y: literal('237.5', namedNode(`${XSD}decimal`)) },
  { x: literal('=1+1'), y: literal('<&>', namedNode('http://e/type')) },
  {},
]

const expected: Record<Exclude<ResultFormatName, 'table'>, string> = {
  json: `{"head":{"vars":["x","y"]},"results":{"bindings":[
{"x":{"type":"uri","value":"http://e/a"},"y":{"type":"literal","value":"say \\"hi\\", now\\nor\\tnever"}},
{"x":{"type":"bnode","value":"b0"},"y":{"type":"literal","value":"à bientôt","xml:lang":"fr"}},
{"y":{"type":"literal","value":"237.5","datatype":"${XSD}decimal"}},
{"x":{"type":"literal","value":"=1+1"},"y":{"type":"literal","value":"<&>","datatype":"http://e/type"}},
{}
]}}
`,
  csv: 'x,y\r\nhttp://e/a,"say ""hi"", now\nor\tnever"\r\n_:b0,à bientôt\r\n,237.5\r\n=1+1,<&>\r\n,\r\n',
  tsv: '?x\t?y\n<http://e/a>\t"say \\"hi\\", now\\nor\\tnever"\n_:b0\t"à bientôt"@fr\n\t237.5\n"=1+1"\t"<&>"^^<http://e/type>\n\t\n',
  xml: `<?xml version="1.0" encoding="UTF-8"?>
<sparql xmlns="http://www.w3.org/2005/sparql-results#">
<head><variable name="x"/><variable name="y"/></head>
<results>
<result><binding name="x"><uri>http://e/a</uri></binding><binding name="y"><literal>say &quot;hi&quot;, now&#xA;or&#x9;never</literal></binding></result>
<result><binding name="x"><bnode>b0</bnode></binding><binding name="y"><literal xml:lang="fr">à bientôt</literal></binding></result>
<result><binding name="y"><literal datatype="${XSD}decimal">237.5</literal></binding></result>
<result><binding name="x"><literal>=1+1</literal></binding><binding name="y"><literal datatype="http://e/type">&lt;&amp;&gt;</literal></binding></result>
<result></result>
</results>
</sparql>
`,
}

describe('serializeSolutions', () => {
  for (const [format, text] of Object.entries(expected) as [keyof typeof expected, string][]) {
    it(`writes ${format}`, async () => {
      strictEqual(await write({ format }, ['x', 'y'], rows), text)
    })
  }

  it('writes no solutions', async () => {
    deepStrictEqual(JSON.parse(await write({ format: 'json' }, ['x'], [])), {
      head: { vars: ['x'] },
      results: { bindings: [] },
    })
    strictEqual(await write({ format: 'csv' }, ['x', 'y'], []), 'x,y\r\n')
    strictEqual(await write({ format: 'tsv' }, [], []), '\n')
  })

  it('writes JSON that holds any term', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(literals, iris, blankNodes)), async (terms) => {
        const text = await write(
          { format: 'json' },
          ['x'],
          terms.map((x) => ({ x })),
        )
        const { results } = JSON.parse(text) as {
          results: { bindings: { x: { value: string } }[] }
        }
        deepStrictEqual(
          results.bindings.map(({ x }) => x.value),
          terms.map(({ value }) => value),
        )
      }),
      { numRuns: 50 },
    )
  })

  it('keeps each solution on its line in TSV, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(literals, literals)), async (pairs) => {
        const text = await write(
          { format: 'tsv' },
          ['x', 'y'],
          pairs.map(([x, y]) => ({ x, y })),
        )
        const lines = text.split('\n')
        strictEqual(lines.length, pairs.length + 2)
        ok(lines.slice(0, -1).every((line) => line.split('\t').length === 2))
      }),
      { numRuns: 50 },
    )
  })

  it('refuses what XML cannot hold', async () => {
    await rejects(write({ format: 'xml' }, ['x'], [{ x: literal('\u001B[2J') }]), {
      code: 'ERR_TERM_UNWRITABLE',
    })
  })
})

describe('serializeSolutions, as a table', () => {
  it('draws prefixed names, plain texts, and numbers to the right', async () => {
    const prefixes = { wd: 'http://www.wikidata.org/entity/' }
    const table = await write(
      { format: 'table', prefixes },
      ['item', 'n'],
      [
        {
          item: namedNode('http://www.wikidata.org/entity/Q142'),
          n: literal('2100', namedNode(`${XSD}integer`)),
        },
        { item: namedNode('http://example.org/a'), n: literal('7', namedNode(`${XSD}integer`)) },
        { item: literal('Renault 汽车', 'zh') },
      ],
    )
    strictEqual(
      table,
      `┌──────────────────────┬──────┐
│ item                 │ n    │
├──────────────────────┼──────┤
│ wd:Q142              │ 2100 │
│ http://example.org/a │    7 │
│ Renault 汽车         │      │
└──────────────────────┴──────┘
`,
    )
  })

  it('never gets wider than the terminal, and cuts the widest columns', async () => {
    const wide = fc.array(fc.tuple(literals, literals, iris), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(wide, fc.integer({ min: 40, max: 120 }), async (triples, width) => {
        const table = await write(
          { format: 'table', width },
          ['a', 'b', 'c'],
          triples.map(([a, b, c]) => ({ a, b, c })),
        )
        for (const line of table.split('\n')) ok(stringWidth(line) <= width, line)
      }),
      { numRuns: 50 },
    )
  })

  it('shows control characters instead of sending them to the terminal', async () => {
    const hostile = '\u001B]0;owned\u0007\u001B[31m\r\n\u009B2J\u202Eevil\0\u2028'
    const table = await write(
      { format: 'table' },
      ['x'],
      [{ x: literal(hostile) }, { x: namedNode(`http://e/${hostile}`) }],
    )
    doesNotMatch(table.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Zl}]/u)
    ok(table.includes('␛]0;owned␇␛[31m␍␊<U+009B>2J<U+202E>evil␀<U+2028>'))
  })
})

describe('serializeBoolean', () => {
  it('writes the answer of an ASK query', () => {
    deepStrictEqual(JSON.parse(serializeBoolean(true, 'json')), { head: {}, boolean: true })
    ok(serializeBoolean(false, 'xml').includes('<head/>\n<boolean>false</boolean>'))
    strictEqual(serializeBoolean(true, 'table'), 'true\n')
  })

  it('refuses formats that have no form for it', () => {
    for (const format of ['csv', 'tsv'] as const) {
      throws(() => serializeBoolean(true, format), {
        code: 'ERR_FORMAT_UNFIT',
        message: /use table, json, xml$/,
      })
    }
  })
})
