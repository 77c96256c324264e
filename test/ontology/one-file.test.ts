import { ok, strictEqual } from 'node:assert/strict'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { DataFactory, Store } from 'n3'
import { contextFromOntology } from '../../src/export/index.ts'
import { createQueryEngine } from '../../src/query/index.ts'
import { addSitePrefixes, readOntology } from '../../src/rdf/index.ts'
import { loadSchemaTerms, siteGraphs } from '../../src/rdf/index.ts'
import { factsJsonSchema, readFacts } from '../../src/sources/index.ts'
import { createStore } from '../../src/store/index.ts'
import { shapesFromOntology, validateGraph } from '../../src/validate/index.ts'
import { packageOntology } from '../support/package-ontology.ts'

const base = 'https://site.example/'

/** One change in one Turtle file: a property that usine does not ship. */
const chimneyHeight = `
@prefix qudt: <http://qudt.org/schema/qudt/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <http://schema.org/> .
@prefix wikibase: <http://wikiba.se/ontology#> .
<chimneyHeight> a wikibase:Property ;
  rdfs:label "height of the chimney"@en ; rdfs:comment "How high the tallest chimney is. Own term."@en ;
  wikibase:propertyType wikibase:Quantity ; qudt:applicableUnit <m> ; <as-property-value> schema:additionalProperty .`

const yaml =
  'mill: { type: factory, label: { en: Mill }, statements: [ { chimneyHeight: 41.5 m } ] }'

describe('a property that is added to the ontology, and nowhere else,', () => {
  const ontologyDocuments = [
    ...packageOntology(),
    { file: 'ontology/own.ttl', text: chimneyHeight },
  ]
  const ontology = readOntology(ontologyDocuments, base)
  const { items } = readFacts([{ file: 'data/mill.yaml', text: yaml }], { ontology, base })
  const entities = items.flatMap((item) => (item.kind === 'entity' ? [item.entity] : []))
  const store = createStore()

  before(async () => {
    const terms = await loadSchemaTerms(DataFactory)
    const facts = { base, license: base, languages: ['en'], ontology, ontologyDocuments, entities }
    await store.import(siteGraphs(facts, { factory: DataFactory, terms }))
  })

  const ask = (pattern: string): Promise<boolean> =>
    createQueryEngine(store, { prefixes: addSitePrefixes(base) }).queryBoolean(`ASK { ${pattern} }`)

  it('is read in facts', () => {
    strictEqual(items.filter(({ kind }) => kind === 'problem').length, 0)
    strictEqual(entities[0]?.statements.length, 2)
  })

  it('is in the Wikibase view, truthy, as a statement, deep and normalized', async () => {
    ok(
      await ask(`GRAPH graph:wikibase { :mill ewdt:chimneyHeight "+41.5"^^xsd:decimal ; ep:chimneyHeight ?statement .
      ?statement eps:chimneyHeight "+41.5"^^xsd:decimal ; epsv:chimneyHeight/wikibase:quantityUnit wd:Q11573 ;
        epsn:chimneyHeight/wikibase:quantityAmount "+41.5"^^xsd:decimal }`),
    )
  })

  it('is in the schema.org view', async () => {
    ok(
      await ask(`GRAPH graph:schema { :mill schema:additionalProperty [ a schema:PropertyValue ;
      schema:name "height of the chimney"@en ; schema:value 41.5 ; schema:unitCode "MTR" ] }`),
    )
  })

  it('is defined in the ontology graph', async () => {
    ok(
      await ask(`GRAPH graph:ontology { ont:chimneyHeight a wikibase:Property ;
      rdfs:label "height of the chimney"@en ; wikibase:directClaim ewdt:chimneyHeight ; wikibase:claim ep:chimneyHeight }`),
    )
  })

  it('is a term of the JSON-LD context', () => {
    const context = contextFromOntology(ontology, base, DataFactory)
    ok(JSON.stringify(context.chimneyHeight).includes(`${base}prop/direct/chimneyHeight`))
  })

  it('is completed and checked by the JSON Schema', () => {
    const validate = new Ajv2020({ strict: false }).compile(factsJsonSchema(ontology, ['en']))
    const facts = (height: string) => ({ mill: { statements: [{ chimneyHeight: height }] } })
    strictEqual(validate(facts('41.5 m')), true)
    strictEqual(validate(facts('41.5 ha')), false)
    strictEqual(validate({ mill: { statements: [{ chimneyHight: '41.5 m' }] } }), false)
  })

  it('has SHACL shapes, which hold', async () => {
    const shapes = new Store(
      shapesFromOntology(ontology, { base, factory: DataFactory, languages: ['en'] }),
    )
    ok([...shapes].some(({ object }) => object.value.includes('chimneyHeight')))
    const dataset = new Store([...store])
    const report = await validateGraph({
      dataset,
      ontology,
      base,
      languages: ['en'],
      factory: DataFactory,
    })
    strictEqual(report.conforms, true)
  })
})
