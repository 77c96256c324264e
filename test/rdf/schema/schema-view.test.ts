import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict'
import { DataFactory, Parser } from 'n3'
import { isomorphic } from 'rdf-isomorphic'
import type { Quad } from '@rdfjs/types'
import {
  describeEntities,
  loadSchemaTerms,
  readOntology,
  schemaView,
} from '../../../src/rdf/index.ts'
import { readFacts } from '../../../src/sources/index.ts'
import type { Entity } from '../../../src/statements/index.ts'
import { packageOntology } from '../../support/package-ontology.ts'

const base = 'https://site.example/'
const ontology = readOntology(packageOntology(), base)
const terms = await loadSchemaTerms(DataFactory)

/** Writes the schema.org view of the first entity of a facts file. */
function view(yaml: string): Quad[] {
  const { items } = readFacts([{ file: 'data/x.yaml', text: yaml }], { ontology, base })
  const entities = items.map((item): Entity => {
    if (item.kind !== 'entity') throw new Error(JSON.stringify(item))
    return item.entity
  })
  const described = describeEntities(entities, ontology)
  const context = {
    factory: DataFactory,
    graph: DataFactory.defaultGraph(),
    ontology,
    terms,
    languages: ['en'],
    findEntity: (iri: string) => described.get(iri),
  }
  const [first] = entities
  if (!first) throw new Error('no entity')
  const names = new Map(first.statements.map(({ id }, index) => [id, `urn:s${index}`]))
  return [...schemaView(first, context, ({ id }) => names.get(id) ?? '')]
}

function expectView(yaml: string, turtle: string): void {
  const prefixes = `@prefix schema: <http://schema.org/> . @prefix : <${base}entity/> .
    @prefix wd: <http://www.wikidata.org/entity/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .`
  const expected = new Parser().parse(prefixes + turtle)
  const actual = view(yaml)
  ok(
    isomorphic(actual, expected),
    actual
      .map((quad) => `${quad.subject.value} ${quad.predicate.value} ${quad.object.value}`)
      .join('\n'),
  )
}

const others = `
acme: { type: business, label: { en: Acme } }
ville: { type: town, label: { en: Ville } }
car: { type: car-model, label: { en: Model A } }
nice: { type: criterion, label: { en: size } }
`
const mill = (statement: string) =>
  `mill:\n  type: factory\n  label: { en: Mill }\n  statements:\n    - ${statement}\n${others}`
const millIs = ':mill a schema:LocalBusiness ; schema:name "Mill"@en .\n'

describe('schemaView', () => {
  it('writes names, aliases, descriptions and identity', () => {
    expectView(
      'acme: { type: business, label: { en: Acme }, alias: { en: [ACME, A] }, description: { en: maker }, sameAs: Q6686 }',
      ':acme a schema:Organization ; schema:name "Acme"@en ; schema:alternateName "ACME"@en, "A"@en ; schema:description "maker"@en ; schema:sameAs wd:Q6686 .',
    )
  })

  const cases: [string, string, string][] = [
    ['an entity within its range', 'locatedIn: ville', ':mill schema:containedInPlace :ville .'],
    [
      'a date as exact as it is known',
      'officialOpening: 1952-03',
      ':mill schema:foundingDate "1952-03"^^schema:Date .',
    ],
    [
      'a text in its language',
      'officialName: { fr: Moulin }',
      ':mill schema:alternateName "Moulin"@fr .',
    ],
    [
      'a URL as an IRI',
      'officialWebsite: "https://mill.example/"',
      ':mill schema:url <https://mill.example/> .',
    ],
    [
      'an amount that stands for itself',
      'area: 2.50 ha',
      `:mill schema:additionalProperty <urn:s1#schema-property> . <urn:s1#schema-property> a schema:PropertyValue ;
        schema:propertyID "http://www.wikidata.org/entity/P2046" ; schema:name "area"@en ;
        schema:value 2.50 ; schema:unitCode "HAR" ; schema:unitText "ha" .`,
    ],
    [
      'an amount at a time as an observation',
      'employees: 2100\n      pointInTime: 1953',
      `:mill schema:numberOfEmployees <urn:s1#schema-observation> . <urn:s1#schema-observation> a schema:Observation ;
        schema:observationAbout :mill ; schema:measuredProperty wd:P1128 ; schema:value 2100 ;
        schema:observationDate "1953"^^schema:Date . wd:P1128 a schema:Property ; schema:name "employees"@en .`,
    ],
    [
      'an amount that schema.org has no property for as an observation that points to its subject',
      'totalProduced: 16,850\n      during: 1952/..',
      `<urn:s1#schema-observation> a schema:Observation ; schema:observationAbout :mill ;
        schema:measuredProperty wd:P1092 ; schema:value 16850 ; schema:additionalProperty <urn:s1#schema-1-property> .
        <urn:s1#schema-1-property> a schema:PropertyValue ; schema:name "start time"@en ; schema:value "1952" ;
          schema:propertyID "http://www.wikidata.org/entity/P580" .
        wd:P1092 a schema:Property ; schema:name "total produced"@en .`,
    ],
    [
      'a product with its years as an event',
      'product: car\n      during: 1956/1967',
      `:mill schema:event <urn:s1#schema-event> . <urn:s1#schema-event> a schema:Event ;
        schema:name "Production of Model A"@en ; schema:about :car ; schema:location :mill ;
        schema:startDate "1956"^^schema:Date ; schema:endDate "1967"^^schema:Date .`,
    ],
    [
      'a product known at one time only as an observation, not as an event that began then',
      'product: car\n      pointInTime: 2013',
      `<urn:s1#schema-observation> a schema:Observation ; schema:observationAbout :mill ;
        schema:measuredProperty wd:P1056 ; schema:value "Model A"@en ; schema:observationDate "2013"^^schema:Date .
        wd:P1056 a schema:Property ; schema:name "product or material produced"@en .`,
    ],
    [
      'an address in its parts',
      'streetAddress: { en: "Works, BP 1, 78000 Ville" }\n      postOfficeBox: BP 1\n      postalCode: 78000\n      locatedIn: ville',
      `:mill schema:address <urn:s1#schema-address> . <urn:s1#schema-address> a schema:PostalAddress ;
        schema:name "Works, BP 1, 78000 Ville"@en ; schema:streetAddress "Works"@en ;
        schema:postOfficeBoxNumber "BP 1" ; schema:postalCode "78000" ; schema:addressLocality "Ville"@en .`,
    ],
    [
      'a place on the globe',
      'coordinates: 48.98, 1.86',
      `:mill schema:geo <urn:s1#schema-geo> . <urn:s1#schema-geo> a schema:GeoCoordinates ;
        schema:latitude 48.98 ; schema:longitude 1.86 .`,
    ],
    [
      'what has no term as a property-value pair, its qualifiers as references',
      'ranking: 1\n      criterionUsed: nice',
      `:mill schema:additionalProperty <urn:s1#schema-property> . <urn:s1#schema-property> a schema:PropertyValue ;
        schema:propertyID "http://www.wikidata.org/entity/P1352" ; schema:name "ranking"@en ; schema:value 1 ;
        schema:valueReference <urn:s1#schema-1-property> . <urn:s1#schema-1-property> a schema:PropertyValue ;
        schema:propertyID "http://www.wikidata.org/entity/P1013" ; schema:name "criterion used"@en ; schema:value "size"@en .`,
    ],
    ['nothing for an unknown value', 'officialClosure: somevalue', ''],
    ['nothing for no value', 'architect: novalue', ''],
    ['nothing for a deprecated statement', 'officialOpening: 1951\n      rank: deprecated', ''],
  ]
  for (const [name, statement, turtle] of cases) {
    it(`writes ${name}`, () => {
      expectView(mill(statement), millIs + turtle)
    })
  }

  it('says in words what schema.org has no domain for', () => {
    expectView(
      `acme: { type: business, label: { en: Acme }, statements: [ { chiefExecutive: ann, seriesOrdinal: '1' } ] }
ann: { type: human, label: { en: Ann } }`,
      `:acme a schema:Organization ; schema:name "Acme"@en ; schema:subjectOf <urn:s1#schema-statement> .
       <urn:s1#schema-statement> a schema:Statement ; schema:about :acme ;
         schema:text "chief executive officer: Ann (series ordinal: 1)"@en .`,
    )
  })

  it('keeps every value that is not deprecated, preferred or not', () => {
    const quads = view(mill('area: 1 ha\n      rank: preferred\n    - area: 2 ha'))
    strictEqual(
      quads.filter(({ predicate }) => predicate.value === 'http://schema.org/value').length,
      2,
    )
  })

  it('calls an entity of unknown class a Thing', () => {
    expectView('x: { label: { en: X } }', ':x a schema:Thing ; schema:name "X"@en .')
  })

  it('has no blank nodes', () => {
    const quads = view(mill('area: 2.50 ha'))
    deepStrictEqual(
      quads.filter((quad) =>
        [quad.subject, quad.object].some(({ termType }) => termType === 'BlankNode'),
      ),
      [],
    )
  })
})
