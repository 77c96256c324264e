import { deepStrictEqual, match, strictEqual } from 'node:assert/strict'
import { readFacts } from '../../../src/sources/index.ts'
import type { FactsContext, FactsFile } from '../../../src/sources/index.ts'
import type { Entity, Snak } from '../../../src/statements/index.ts'
import { testBase as base, testOntology as ontology } from '../../support/ontology.ts'

const context: FactsContext = { ontology, base, languages: ['fr', 'en'] }

function read(...texts: string[]) {
  const files: FactsFile[] = texts.map((text, number) => ({ file: `${number}.yaml`, text }))
  const { items, index } = readFacts(files, context)
  return {
    index,
    entities: new Map(
      items.flatMap((item) =>
        item.kind === 'entity' ? [[item.entity.id, item.entity] as const] : [],
      ),
    ),
    problems: items.flatMap((item) => (item.kind === 'problem' ? [item.problem] : [])),
  }
}

const one = (text: string): Entity => {
  const { entities, problems } = read(text)
  deepStrictEqual(problems, [])
  return [...entities.values()][0]!
}
const snaks = (snak: Snak) => [
  ontology.findProperty(snak.property)?.key,
  snak.snakType === 'value' ? snak.value : snak.snakType,
]
const wd = (id: string) => `http://www.wikidata.org/entity/${id}`
const time = (text: string, precision: number) => ({
  type: 'time',
  time: text,
  precision,
  calendar: 'gregorian',
})

const sources = `
article:
  document: { key: press, sha256: ${'A'.repeat(64)}, length: 500, sections: { lead: 10-210 } }
`

describe('readFacts', () => {
  it('reads names in each language, bare ones in the first of the site', () => {
    const entity = one(
      'flins: { label: Usine, alias: { en: [Works, Plant] }, description: { en: A } }',
    )
    strictEqual(entity.iri, `${base}entity/flins`)
    deepStrictEqual([...entity.labels], [['fr', 'Usine']])
    deepStrictEqual([...entity.aliases], [['en', ['Works', 'Plant']]])
    deepStrictEqual([...entity.descriptions], [['en', 'A']])
  })

  it('reads types as statements, and identity', () => {
    const entity = one(
      'flins: { type: [car-factory, factory], sameAs: [Q1, "https://example.org/x"] }',
    )
    deepStrictEqual(
      entity.statements.map(({ mainSnak }) => snaks(mainSnak)),
      [
        ['instanceOf', { type: 'entityid', iri: wd('Q41793764') }],
        ['instanceOf', { type: 'entityid', iri: `${base}ontology/factory` }],
      ],
    )
    deepStrictEqual(entity.sameAs, [wd('Q1'), 'https://example.org/x'])
  })

  it('reads values, qualifiers, intervals, rank and place', () => {
    const [statement] = one(`
flins:
  statements:
    - employees: 2,100
      appliesToPart: covered-buildings
      during: 1952/2009-07
      rank: deprecated
`).statements
    deepStrictEqual(snaks(statement!.mainSnak), [
      'employees',
      { type: 'quantity', amount: '+2100' },
    ])
    deepStrictEqual(statement!.qualifiers.map(snaks), [
      ['appliesToPart', { type: 'entityid', iri: `${base}ontology/covered-buildings` }],
      ['startTime', time('+1952-00-00T00:00:00Z', 9)],
      ['endTime', time('+2009-07-00T00:00:00Z', 10)],
    ])
    strictEqual(statement!.rank, 'deprecated')
    deepStrictEqual(statement!.origin, { file: '0.yaml', line: 4, column: 7 })
    match(statement!.id, /^flins\$[0-9A-F-]{36}$/)
  })

  it('says "about" as a qualifier', () => {
    const [statement] = one('flins: { statements: [{ inception: about 1952 }] }').statements
    deepStrictEqual(statement!.qualifiers.map(snaks), [
      ['sourcingCircumstances', { type: 'entityid', iri: wd('Q5727902') }],
    ])
  })

  it('tells plain somevalue and novalue from quoted ones', () => {
    const text = `flins: { statements: [{ postalCode: somevalue }, { section: novalue }, { section: 'novalue' }] }`
    deepStrictEqual(
      one(text).statements.map(({ mainSnak }) => mainSnak.snakType),
      ['somevalue', 'novalue', 'value'],
    )
  })

  it('keeps scalars as they are written', () => {
    const texts = ['78410', '01000']
    const text = texts.map((value) => `    - postalCode: ${value}\n`).join('')
    deepStrictEqual(
      one(`flins:\n  statements:\n${text}    - officialName: { no: yes }\n`).statements.map(
        ({ mainSnak }) => snaks(mainSnak)[1],
      ),
      [
        ...texts.map((value) => ({ type: 'string', value })),
        { type: 'monolingualtext', text: 'yes', language: 'no' },
      ],
    )
  })

  it('refers to sections with the digest and the offsets, across files', () => {
    const { entities, problems } = read(
      'flins:\n  statements:\n    - area: 237 ha\n      from: [{ press: lead }, { press: lead, at: 20-30, retrieved: 2026 }]\n',
      sources,
    )
    deepStrictEqual(problems, [])
    const offset = (number: number) => ({ type: 'quantity', amount: `+${number}` })
    const place = [
      ['statedIn', { type: 'entityid', iri: `${base}entity/article` }],
      ['section', { type: 'string', value: 'lead' }],
    ]
    // textStart and textEnd have no Wikidata property, so the ontology finds them by their own IRI.
    const keys = ({ property }: Snak) => property.replace(`${base}ontology/`, '')
    const [first, second] = entities.get('flins')!.statements[0]!.references
    deepStrictEqual(first!.snaks.slice(0, 2).map(snaks), place)
    deepStrictEqual(first!.snaks.slice(2).map(keys), ['textStart', 'textEnd', 'sourceDigest'])
    deepStrictEqual(
      first!.snaks.slice(2).map((snak) => snaks(snak)[1]),
      [offset(10), offset(210), { type: 'string', value: 'a'.repeat(64) }],
    )
    deepStrictEqual(
      second!.snaks.slice(2, 4).map((snak) => snaks(snak)[1]),
      [offset(20), offset(30)],
    )
    deepStrictEqual(snaks(second!.snaks.at(-1)!), ['retrieved', time('+2026-00-00T00:00:00Z', 9)])
    match(first!.id, /^[0-9a-f]{40}$/)
  })

  it('gives equal claims equal ids, whatever their rank and references', () => {
    const claim = 'area: 237 ha, pointInTime: 2013'
    const [a] = one(`flins: { statements: [{ ${claim} }] }`).statements
    const [b] = one(`flins: { statements: [{ ${claim}, rank: preferred }] }`).statements
    strictEqual(a!.id, b!.id)
  })

  it('names both places of an entity that two files define, and reads both', () => {
    const { entities, problems } = read('flins: { label: A }', '\nflins: { lable: B }')
    deepStrictEqual(
      problems.map(({ message, origin }) => [origin.file, origin.line, message.split(' - ')[0]]),
      [
        ['1.yaml', 2, 'The entity "flins" is defined in 0.yaml:1 already'],
        ['1.yaml', 2, 'Unknown key "lable" of an entity'],
      ],
    )
    deepStrictEqual([...entities.get('flins')!.labels], [['fr', 'A']])
  })

  it('keeps the statements that are right', () => {
    const { entities, problems } = read(
      'flins: { statements: [{ area: 1 }, { area: 2 ha }, { aera: 3 ha }] }',
    )
    strictEqual(entities.get('flins')!.statements.length, 1)
    strictEqual(problems.length, 2)
  })

  it('does not let one broken file hide the problems of others, nor its own entities be missed', () => {
    const { problems } = read('flins: {', 'bursa: { statements: [{ emploees: 1 }] }')
    deepStrictEqual([...new Set(problems.map(({ origin }) => origin.file))], ['0.yaml', '1.yaml'])
  })

  it('has a value for every datatype', () => {
    const values = [
      ...[
        'locatedIn: Q1',
        'related: P31',
        'related: area',
        'word: L1',
        'wordForm: L1-F1',
        'wordSense: L1-S1',
      ],
      ...[
        'schemaOf: E1',
        'postalCode: 78410',
        'catalogId: A1',
        'website: https://example.org/',
        'image: A.jpg',
      ],
      ...[
        'shape: Data:A.map',
        'table: Data:A.tab',
        'formula: x^2',
        'melody: c4',
        'officialName: Usine',
      ],
      ...[
        'employees: 1',
        'inception: 1952',
        'coordinates: { latitude: 1, longitude: 2, globe: Q405 }',
      ],
    ]
    const text = `flins:\n  statements:\n${values.map((value) => `    - ${value}\n`).join('')}`
    strictEqual(one(text).statements.length, values.length)
  })
})
