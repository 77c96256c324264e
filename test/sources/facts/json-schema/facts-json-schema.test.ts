import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { readOntology } from '../../../../src/rdf/ontology/index.ts'
import { factsJsonSchema } from '../../../../src/sources/index.ts'
import type { JsonSchema } from '../../../../src/sources/index.ts'
import { testOntology } from '../../../support/ontology.ts'

const compile = (schema: JsonSchema) =>
  new Ajv2020({ allowUnionTypes: true, allErrors: true }).compile(schema)
const schema = factsJsonSchema(testOntology, ['en', 'fr'])
const validate = compile(schema)

const statement = (text: string) => `flins:\n  statements:\n    - { ${text} }\n`

const good = [
  '',
  'flins: { type: car-factory, label: { en: Flins, fr: Flins }, alias: { en: [A, B] }, sameAs: Q1 }',
  'flins: { type: [factory, car-factory], label: Flins, alias: [A, 1952] }',
  'article: { document: { key: article, length: 2477, sections: { lead: 0-210 } } }',
  statement('area: 237 ha'),
  statement('area: about 1.5 km²'),
  statement("area: '16,850 ± 0.5 hectares', rank: preferred"),
  statement('employees: 2100, pointInTime: 1953'),
  statement("employees: '2,100', pointInTime: [1953, 2009-11]"),
  statement('product: Q1, during: 1952/2009-07'),
  statement('product: renault-clio, during: 1990/..'),
  statement('inception: 19th century'),
  statement('inception: about 1582-10-04 Julian'),
  statement('inception: somevalue'),
  statement('coordinates: "48.98, 1.86"'),
  statement('coordinates: { latitude: 48.98, longitude: 1.86 }'),
  statement('officialName: { fr: Usine }'),
  statement('postalCode: 78410, website: https://example.org/'),
  statement('area: 1 ha, from: { article: lead, at: 210-245 }'),
  statement('area: 1 ha, from: [{ article: lead }, { referenceUrl: https://example.org/ }]'),
]

const bad = [
  '- flins',
  'Flins Town: { label: Flins }',
  'flins: { type: car-factry }',
  'flins: { lable: Flins }',
  'flins: { statements: { area: 237 ha } }',
  'flins: { label: { english language: Flins } }',
  'article: { document: { sha265: abc } }',
  'article: { document: { sha256: abc } }',
  statement('emploees: 2100'),
  statement('area: 237 hecatres'),
  statement('area: 237'),
  statement('area: 237 km'),
  statement('employees: 2100 people'),
  statement('employees: "1,5"'),
  statement('inception: 2009-13'),
  statement('inception: 2009-11-32'),
  statement('product: Q1, during: 1952'),
  statement('product: Renault Clio'),
  statement('coordinates: { latitude: 91, longitude: 1 }'),
  statement('coordinates: north'),
  statement('website: ftp://example.org/'),
  statement('officialName: { fr: Usine, en: Works }'),
  statement('postalCode: "7841"'),
  statement('area: 1 ha, rank: best'),
  statement('area: 1 ha, from: article'),
  statement('area: 1 ha, from: { article: lead, at: 210 }'),
]

describe('factsJsonSchema', () => {
  for (const text of good) {
    it(`accepts ${JSON.stringify(text)}`, () => {
      validate(parse(text))
      deepStrictEqual(validate.errors ?? [], [])
    })
  }

  for (const text of bad) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      strictEqual(validate(parse(text)), false)
    })
  }

  it('helps with the labels and comments of the ontology', () => {
    const text = JSON.stringify(schema)
    for (const { key, comments } of testOntology.properties.values())
      ok(text.includes(`${key}: ${comments.get('en') ?? ''}`), key)
  })

  it('accepts the facts of Flins', () => {
    const read = (folder: string, ending: string) =>
      readdirSync(folder)
        .filter((name) => name.endsWith(ending))
        .map((name) => ({ file: name, text: readFileSync(`${folder}/${name}`, 'utf8') }))
    const ontology = readOntology(read('ontology', '.ttl'), 'https://flins.example/')
    const check = compile(factsJsonSchema(ontology, ['en', 'fr']))
    for (const { text } of read('data', '.yaml')) {
      check(parse(text))
      deepStrictEqual(check.errors ?? [], [])
    }
  })
})
