import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict'
import { createReadStream, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { csvSource, parseTime, readFacts } from '../../../src/sources/index.ts'
import type { SourceContext, SourceItem } from '../../../src/sources/index.ts'
import type { Snak, Statement } from '../../../src/statements/index.ts'
import { testBase as base, testOntology as ontology } from '../../support/ontology.ts'

const folder = 'test/fixtures/series'
const sections = '{ lead: 0-1000, history: 1001-2000 }'
const facts = `
flins: { label: Flins }
bursa: { label: Bursa }
renault-clio: { label: Renault Clio }
flins-article:
  document: { key: article, length: 2477, sha256: ${'a'.repeat(64)}, sections: ${sections} }
`
const { index } = readFacts([{ file: 'works.yaml', text: facts }], { ontology, base })
const siblings = (files: Readonly<Record<string, string>>) => ({
  readSibling: (name: string) => Promise.resolve(files[name]),
})
const context: SourceContext = {
  ontology,
  base,
  index,
  file: 'test.csv',
  readSibling: async (name) =>
    existsSync(`${folder}/${name}`) ? readFile(`${folder}/${name}`, 'utf8') : undefined,
}

async function read(input: Readable, file: string, more: Partial<SourceContext> = {}) {
  const items: SourceItem[] = []
  for await (const item of csvSource.read(input, { ...context, file, ...more })) items.push(item)
  return {
    statements: items.flatMap((item) => (item.kind === 'statement' ? [item.statement] : [])),
    problems: items.flatMap((item) => (item.kind === 'problem' ? [item.problem] : [])),
  }
}

/** Writes a snak in short: the property's key and the value. */
function show(snak: Snak): string {
  const key = ontology.findProperty(snak.property)?.key ?? snak.property
  if (snak.snakType !== 'value') return `${key} ${snak.snakType}`
  const { value } = snak
  const texts: Partial<Record<string, string>> = {
    quantity: 'amount' in value ? value.amount : '',
    entityid: 'iri' in value ? value.iri.replace(/.*\//, '') : '',
    time: 'time' in value ? value.time.slice(1, 5) : '',
    string: value.type === 'string' ? value.value : '',
  }
  return `${key} ${texts[value.type] ?? '?'}`
}
const showAll = ({ subject, mainSnak, qualifiers, references }: Statement) => [
  subject.slice(base.length),
  show(mainSnak),
  qualifiers.map(show),
  references.map(({ snaks }) => snaks.map(show)),
]
const digest = `sourceDigest ${'a'.repeat(64)}`

describe('csvSource', () => {
  it('reads employees by year, with a reference for each row', async () => {
    const { statements, problems } = await read(
      createReadStream(`${folder}/employees.csv`),
      'employees.csv',
    )
    deepStrictEqual(problems, [])
    const place = ['statedIn flins-article', 'section history']
    deepStrictEqual(statements.map(showAll), [
      [
        'entity/flins',
        'employees +2100',
        ['pointInTime 1953'],
        [[...place, 'textStart +1310', 'textEnd +1338', digest]],
      ],
      [
        'entity/flins',
        'employees +10600',
        ['pointInTime 1962'],
        [[...place, 'textStart +1340', 'textEnd +1361', digest]],
      ],
    ])
    deepStrictEqual(
      statements.map(({ origin }) => origin),
      [
        { file: 'employees.csv', line: 2, column: 6 },
        { file: 'employees.csv', line: 4, column: 6 },
      ],
    )
  })

  it('reads production by factory, model and year, with the offsets of the section', async () => {
    const { statements, problems } = await read(
      createReadStream(`${folder}/production.csv`),
      'data/production.csv',
    )
    deepStrictEqual(problems, [])
    const place = [
      ['statedIn flins-article', 'section history', 'textStart +1001', 'textEnd +2000', digest],
    ]
    deepStrictEqual(statements.map(showAll), [
      ['entity/flins', 'production +125400', ['product renault-clio', 'pointInTime 2009'], place],
      ['entity/flins', 'production +129884', ['pointInTime 2013'], place],
      ['entity/bursa', 'production +179495', ['product renault-clio', 'pointInTime 2009'], place],
    ])
  })

  it('makes the same statements as the same facts in YAML', async () => {
    const text = `
flins:
  statements:
    - production: 125,400
      product: renault-clio
      pointInTime: 2009
      from: { article: history }
`
    const yaml = readFacts(
      [{ file: 'a.yaml', text }],
      { ontology, base },
      {
        ...index,
        entities: new Map([...index.entities].filter(([id]) => id !== 'flins')),
      },
    )
    const [entity] = yaml.items.flatMap((item) => (item.kind === 'entity' ? [item.entity] : []))
    const { statements } = await read(
      createReadStream(`${folder}/production.csv`),
      'production.csv',
    )
    const origin = { file: '', line: 1, column: 1 }
    deepStrictEqual({ ...statements[0], origin }, { ...entity!.statements[0], origin })
  })

  it('reads values with units, dates in other orders, lists and approximate values', async () => {
    const metadata = {
      '@context': 'http://www.w3.org/ns/csvw',
      url: 'test.csv',
      dialect: { delimiter: '\t', header: false },
      tableSchema: {
        aboutUrl: 'entity/flins',
        columns: [
          {
            name: 'area',
            datatype: 'decimal',
            propertyUrl: 'ontology/area',
            'schema:unitText': 'ha',
          },
          {
            name: 'opened',
            datatype: { base: 'date', format: 'd.M.yyyy' },
            propertyUrl: 'ontology/inception',
          },
          { name: 'models', separator: ' ', propertyUrl: 'ontology/product' },
          { name: 'distance', null: '-', propertyUrl: 'ontology/distance' },
        ],
      },
    }
    const files = siblings({ 'csv-metadata.json': JSON.stringify(metadata) })
    const rows = '237.50\t5.11.2009\tQ1 renault-clio\tabout 40 km\n\t\t\t-\n'
    const { statements, problems } = await read(Readable.from([rows]), 'test.csv', files)
    deepStrictEqual(problems, [])
    deepStrictEqual(
      statements.map(({ mainSnak, qualifiers }) => [mainSnak, ...qualifiers].map(show)),
      [
        ['area +237.50'],
        ['inception 2009'],
        ['product Q1'],
        ['product renault-clio'],
        [`${base}ontology/distance +40`, 'sourcingCircumstances Q5727902'].map((text) =>
          text.replace(`${base}ontology/`, ''),
        ),
      ],
    )
  })

  it('streams: the first statement comes before the file ends', async () => {
    let rows = 0
    function* endless() {
      yield 'year,employees,start,end\n'
      for (;;) yield `${1000 + (rows += 1)},5,1310,1338\n`
    }
    for await (const item of csvSource.read(Readable.from(endless()), {
      ...context,
      file: 'employees.csv',
    })) {
      strictEqual(item.kind, 'statement')
      break
    }
    ok(rows < 10_000)
  })

  it('stops at a quote that is never closed, without keeping the rest of the file', async () => {
    function* unclosed() {
      yield 'year,employees,start,end\n1953,"'
      for (let row = 0; row < 3_000_000; row += 100) yield '1,2\n'.repeat(100)
    }
    const { problems } = await read(Readable.from(unclosed()), 'employees.csv')
    match(problems[0]?.message ?? '', /The row is longer than 1 MB; is a quote not closed/)
  })

  it('answers any dialect with items', () => {
    const sign = fc.constantFrom(
      ...['', ',', ';', '"', "'", '#', '\\', '\n', '\r', '\t', '||', 'é', ' '],
      null,
    )
    const flag = fc.constantFrom(true, false)
    const dialects = fc.record(
      {
        ...{
          delimiter: sign,
          quoteChar: sign,
          commentPrefix: sign,
          doubleQuote: flag,
          header: flag,
        },
        ...{ skipBlankRows: flag, trim: flag, skipRows: fc.nat(3), skipColumns: fc.nat(3) },
      },
      { requiredKeys: [] },
    )
    const text = fc.string({
      unit: fc.constantFrom('a', '1', ',', ';', '"', '\\', '\n', '\r\n', '#', ' '),
    })
    return fc.assert(
      fc.asyncProperty(dialects, text, async (dialect, csv) => {
        const columns = [{ titles: 'a', propertyUrl: 'ontology/section', aboutUrl: 'entity/flins' }]
        const metadata = {
          '@context': 'http://www.w3.org/ns/csvw',
          url: 'x.csv',
          dialect,
          tableSchema: { columns },
        }
        const files = siblings({ 'csv-metadata.json': JSON.stringify(metadata) })
        const { problems } = await read(Readable.from([csv]), 'x.csv', files)
        for (const { origin } of problems) ok(origin.line > 0 && origin.column > 0)
      }),
      { numRuns: 500 },
    )
  })

  it('answers random bytes and random metadata with items', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array(), fc.json(), async (bytes, metadata) => {
        await read(Readable.from([Buffer.from(bytes)]), 'employees.csv')
        await read(
          Readable.from([Buffer.from(bytes)]),
          'x.csv',
          siblings({ 'x.csv-metadata.json': metadata }),
        )
      }),
    ))

  it('reads any cells that are quoted as CSV says', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1 }),
        async (years) => {
          const rows = [...new Set(years)].map((year) => `"${String(year).padStart(4, '0')}","1",,`)
          const text = ['year,employees,start,end', ...rows].join('\r\n')
          const { statements, problems } = await read(Readable.from([text]), 'employees.csv')
          deepStrictEqual(problems, [])
          strictEqual(statements.length, rows.length)
          ok(parseTime('1953').ok)
        },
      ),
    ))
})
