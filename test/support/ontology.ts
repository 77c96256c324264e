import { readOntology } from '../../src/rdf/ontology/index.ts'
import type { Ontology } from '../../src/rdf/ontology/index.ts'

/** The base IRI of the small site that tests use. */
export const testBase = 'https://works.example/'

const prefixes = `
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix qudt: <http://qudt.org/schema/qudt/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <http://schema.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix wikibase: <http://wikiba.se/ontology#> .
`

const property = (key: string, type: string, more = ''): string => `<${key}> a wikibase:Property ;
  rdfs:label "${key}"@en ; rdfs:comment "The ${key} of a test."@en ;
  wikibase:propertyType wikibase:${type} ${more === '' ? '' : `; ${more}`} .
`

const aligned = (id: string): string => `wikibase:directClaim wdt:${id} ; skos:exactMatch wd:${id}`

const properties = [
  property('instanceOf', 'WikibaseItem', aligned('P31')),
  property('country', 'WikibaseItem', aligned('P17')),
  property('locatedIn', 'WikibaseItem', aligned('P131')),
  property('product', 'WikibaseItem', aligned('P1056')),
  property('appliesToPart', 'WikibaseItem', aligned('P518')),
  property('sourcingCircumstances', 'WikibaseItem', aligned('P1480')),
  property('statedIn', 'WikibaseItem', aligned('P248')),
  property('section', 'String', aligned('P958')),
  property('startTime', 'Time', aligned('P580')),
  property('endTime', 'Time', aligned('P582')),
  property('pointInTime', 'Time', aligned('P585')),
  property('retrieved', 'Time', aligned('P813')),
  property('inception', 'Time', aligned('P571')),
  property('area', 'Quantity', `${aligned('P2046')} ; qudt:applicableUnit <m2>, <ha>, <km2>`),
  property('distance', 'Quantity', 'qudt:applicableUnit <m>, <km>'),
  property('employees', 'Quantity', aligned('P1128')),
  property('production', 'Quantity', aligned('P2197')),
  property('coordinates', 'GlobeCoordinate', aligned('P625')),
  property('officialName', 'Monolingualtext', aligned('P1448')),
  property('postalCode', 'String', `${aligned('P281')} ; sh:pattern "[0-9]{5}"`),
  property('website', 'Url', aligned('P856')),
  property('referenceUrl', 'Url', aligned('P854')),
  property('image', 'CommonsMedia', aligned('P18')),
  property('shape', 'GeoShape'),
  property('table', 'TabularData'),
  property('formula', 'Math'),
  property('melody', 'MusicalNotation'),
  property('related', 'WikibaseProperty'),
  property('word', 'WikibaseLexeme'),
  property('wordForm', 'WikibaseForm'),
  property('wordSense', 'WikibaseSense'),
  property('schemaOf', 'EntitySchema'),
  property('textStart', 'Quantity'),
  property('textEnd', 'Quantity'),
  property('sourceDigest', 'String', 'sh:pattern "[0-9a-f]{64}"'),
  property('catalogId', 'ExternalId', 'sh:pattern "[A-Z][0-9]+"'),
]

const unit = (key: string, label: string, symbols: string): string => `<${key}> a qudt:Unit ;
  rdfs:label "${label}"@en ; rdfs:comment "A unit of a test."@en ; qudt:symbol ${symbols} .
`

const units = [
  `<ha> skos:exactMatch wd:Q35852 ; skos:altLabel "hectares" .`,
  `<km2> skos:exactMatch wd:Q712226 .`,
  unit('m2', 'square metre', '"m²"'),
  unit('ha', 'hectare', '"ha"'),
  unit('km2', 'square kilometre', '"km²"'),
  unit('m', 'metre', '"m"'),
  unit('km', 'kilometre', '"km"'),
]

const others = `
<factory> a owl:Class ; rdfs:label "factory"@en ; rdfs:comment "A test."@en ; rdfs:subClassOf schema:LocalBusiness .
<car-factory> a owl:Class ; rdfs:label "car factory"@en ; rdfs:comment "A test."@en ;
  skos:exactMatch wd:Q41793764 ; rdfs:subClassOf schema:LocalBusiness .
<document> a owl:Class ; rdfs:label "document"@en ; rdfs:comment "A test."@en ; rdfs:subClassOf schema:CreativeWork .
<circa> a skos:Concept ; rdfs:label "circa"@en ; rdfs:comment "A test."@en ; skos:exactMatch wd:Q5727902 .
<covered-buildings> a skos:Concept ; rdfs:label "covered buildings"@en ; rdfs:comment "A test."@en .
`

/** A small ontology that stays the same, with a property of every datatype. */
export const testOntology: Ontology = readOntology(
  [{ file: 'test.ttl', text: [prefixes, ...properties, ...units, others].join('\n') }],
  testBase,
)
