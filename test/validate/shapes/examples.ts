import type { Ontology, Property } from '../../../src/rdf/ontology/index.ts'
import { readOntology } from '../../../src/rdf/ontology/index.ts'

export const base = 'https://site.example/'

const prefixes = `
@prefix : <${base}entity/> .
@prefix shape: <${base}shape/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix geo: <http://www.opengis.net/ont/geosparql#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix wikibase: <http://wikiba.se/ontology#> .
@prefix wd: <http://www.wikidata.org/entity/> .
`

const text = 'https://site.example/ontology/'

/** One property of each kind of datatype, with what shapes can be derived from. */
const turtle = `
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix qudt: <http://qudt.org/schema/qudt/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix wikibase: <http://wikiba.se/ontology#> .
<instanceOf> a wikibase:Property ; rdfs:label "instance of"@en ; rdfs:comment "class"@en ;
  wikibase:propertyType wikibase:WikibaseItem ; wikibase:directClaim wdt:P31 ; skos:exactMatch wd:P31 .
<area> a wikibase:Property ; rdfs:label "area"@en ; rdfs:comment "area"@en ;
  wikibase:propertyType wikibase:Quantity ; wikibase:directClaim wdt:P2046 ; skos:exactMatch wd:P2046 ;
  qudt:applicableUnit <ha> .
<count> a wikibase:Property ; rdfs:label "count"@en ; rdfs:comment "count"@en ; wikibase:propertyType wikibase:Quantity .
<opened> a wikibase:Property ; rdfs:label "opened"@en ; rdfs:comment "opened"@en ; wikibase:propertyType wikibase:Time .
<place> a wikibase:Property ; rdfs:label "place"@en ; rdfs:comment "place"@en ; wikibase:propertyType wikibase:GlobeCoordinate .
<note> a wikibase:Property ; rdfs:label "note"@en ; rdfs:comment "note"@en ; wikibase:propertyType wikibase:String .
<name> a wikibase:Property ; rdfs:label "name"@en ; rdfs:comment "name"@en ; wikibase:propertyType wikibase:Monolingualtext .
<website> a wikibase:Property ; rdfs:label "website"@en ; rdfs:comment "website"@en ; wikibase:propertyType wikibase:Url .
<siren> a wikibase:Property ; rdfs:label "SIREN"@en ; rdfs:comment "SIREN"@en ; wikibase:propertyType wikibase:ExternalId ;
  sh:pattern "[0-9]{9}" .
<partOf> a wikibase:Property ; rdfs:label "part of"@en ; rdfs:comment "part of"@en ; wikibase:propertyType wikibase:WikibaseItem .
<hasPart> a wikibase:Property ; rdfs:label "has part"@en ; rdfs:comment "has part"@en ; wikibase:propertyType wikibase:WikibaseItem ;
  owl:inverseOf <partOf> .
<factory> a owl:Class ; rdfs:label "factory"@en ; rdfs:comment "factory"@en ; skos:exactMatch wd:Q83405 .
<ha> a qudt:Unit ; rdfs:label "hectare"@en ; rdfs:comment "ha"@en ; skos:exactMatch wd:Q35852 .
`

export const ontology: Ontology = readOntology([{ file: 'test.ttl', text: turtle }], base)

/** The predicates of a property: `ps`, `psv`, `wdt` … in angle brackets. */
function predicate(property: Property, kind: string): string {
  const namespace = property.entityIri.startsWith(text) ? base : 'http://www.wikidata.org/'
  const id = property.entityIri.slice(property.entityIri.lastIndexOf('/') + 1)
  return `<${namespace}prop/${kind}${id}>`
}

const quantity = (unit: string) => ({
  good: '"+237"^^xsd:decimal',
  bad: '"much"',
  node: `a wikibase:QuantityValue ; wikibase:quantityAmount "+237"^^xsd:decimal ; wikibase:quantityUnit ${unit}`,
})

/** For each property: a good value, one of another kind, and the node that says the good one in full. */
const values: Readonly<Record<string, { good: string; bad: string; node?: string }>> = {
  instanceOf: { good: 'wd:Q83405', bad: '"factory"' },
  area: quantity('wd:Q35852'),
  count: quantity('wd:Q199'),
  opened: {
    good: '"1952-01-01T00:00:00Z"^^xsd:dateTime',
    bad: '"1952"',
    node: `a wikibase:TimeValue ; wikibase:timeValue "1952-01-01T00:00:00Z"^^xsd:dateTime ; wikibase:timePrecision 9 ;
      wikibase:timeTimezone 0 ; wikibase:timeCalendarModel wd:Q1985727`,
  },
  place: {
    good: '"Point(1.86 48.98)"^^geo:wktLiteral',
    bad: '"48.98, 1.86"',
    node: `a wikibase:GlobecoordinateValue ; wikibase:geoLatitude 48.98e0 ; wikibase:geoLongitude 1.86e0 ;
      wikibase:geoPrecision 0.01e0 ; wikibase:geoGlobe wd:Q2`,
  },
  note: { good: '"a note"', bad: '<https://note.example/>' },
  name: { good: '"Usine"@fr', bad: '"Usine"' },
  website: { good: '<https://factory.example/>', bad: '"https://factory.example/"' },
  siren: { good: '"780129987"', bad: '<https://siren.example/780129987>' },
  partOf: { good: ':whole', bad: '"whole"' },
  hasPart: { good: ':whole', bad: '"whole"' },
}

const properties = [...ontology.properties.values()]
const of = (key: string) => values[key] ?? { good: '"?"', bad: '"?"' }

/** A graph that meets every derived shape: each property at each place. */
export function goodGraph(): string {
  const statements = properties.map((property) => {
    const { key } = property
    const { good, node } = of(key)
    const p = (kind: string) => predicate(property, kind)
    const full = (kind: string) => (node === undefined ? '' : ` ; ${p(kind)} :v-${key}`)
    return `
:flins ${p('direct/')} ${good} ; ${p('')} :s-${key} .
:s-${key} a wikibase:Statement, wikibase:BestRank ; wikibase:rank wikibase:NormalRank ; prov:wasDerivedFrom :r ;
  ${p('statement/')} ${good} ${full('statement/value/')} ;
  ${p('qualifier/')} ${good} ${full('qualifier/value/')} .
:r ${p('reference/')} ${good} ${full('reference/value/')} .
${node === undefined ? '' : `:v-${key} ${node} .`}`
  })
  return `${prefixes}
:flins a wikibase:Item ; rdfs:label "Flins"@en, "Flins"@fr .
:whole a wikibase:Item ; rdfs:label "whole"@en ; ${predicate(ontology.properties.get('partOf')!, 'direct/')} :flins ;
  ${predicate(ontology.properties.get('instanceOf')!, 'direct/')} wd:Q83405 .
:r a wikibase:Reference .
:unknown ${predicate(properties[1]!, 'statement/')} <${base}.well-known/genid/1> .
${statements.join('')}`
}

type Example = readonly [shape: string, turtle: string]

const places = [
  ['direct', 'direct/', undefined],
  ['value', 'statement/', 'statement/value/'],
  ['qualifier', 'qualifier/', 'qualifier/value/'],
  ['reference', 'reference/', 'reference/value/'],
] as const

/** Breaks each shape of one property. */
function brokenProperty(property: Property): Example[] {
  const { key } = property
  const { good, bad, node } = of(key)
  const p = (kind: string) => predicate(property, kind)
  const atPlaces = places.flatMap(([place, simple, full]): Example[] => [
    [`${key}/${place}/kind`, `:x ${p(simple)} ${bad} .`],
    ...(property.format === undefined
      ? []
      : ([[`${key}/${place}/format`, `:x ${p(simple)} "12" .`]] as const)),
    ...(node === undefined || full === undefined
      ? []
      : ([
          [`${key}/${place}`, `:x ${p(simple)} ${good} .`],
          [`${key}/${place}/full`, `:x ${p(simple)} ${good} ; ${p(full)} :v .`],
        ] as const)),
    ...(property.datatype !== 'quantity' || full === undefined
      ? []
      : ([
          [
            `${key}/${place}/unit`,
            `:x ${p(simple)} ${good} ; ${p(full)} :v . :v a wikibase:QuantityValue ; wikibase:quantityUnit wd:Q11573 .`,
          ],
        ] as const)),
  ])
  return [
    [`${key}/statement`, `:x ${p('')} :s . :s a wikibase:Statement .`],
    [`${key}/statement/type`, `:x ${p('')} :s . :s ${p('statement/')} ${good} .`],
    [`${key}/statement/one`, `:x ${p('')} :s . :s ${p('statement/')} ${good}, ${bad} .`],
    ...(node === undefined
      ? []
      : ([
          [`${key}/statement/full-one`, `:x ${p('')} :s . :s ${p('statement/value/')} :v, :w .`],
        ] as const)),
    ...atPlaces,
  ]
}

const quantityNode = 'a wikibase:QuantityValue'
const timeNode = 'a wikibase:TimeValue'
const placeNode = 'a wikibase:GlobecoordinateValue'

const brokenModel: readonly Example[] = [
  ['entity/label', ':x a wikibase:Item .'],
  ['entity/labels', ':x a wikibase:Item ; rdfs:label "Flins"@en, "Renault Flins"@en .'],
  ['entity/label-in-first-language', ':x a wikibase:Item ; rdfs:label "Flins"@fr .'],
  ['statement/rank', ':s a wikibase:Statement .'],
  ['statement/rank-value', ':s a wikibase:Statement ; wikibase:rank wikibase:BestRank .'],
  [
    'statement/reference',
    ':s a wikibase:Statement ; prov:wasDerivedFrom <https://source.example/> .',
  ],
  ['reference/snaks', ':r a wikibase:Reference .'],
  ['class/known', `:x a wikibase:Item ; <http://www.wikidata.org/prop/direct/P31> wd:Q5 .`],
  ['class/present', ':x a wikibase:Item .'],
  [
    'hasPart/inverse',
    `:x a wikibase:Item ; <${base}prop/direct/hasPart> :y . :y a wikibase:Item .`,
  ],
  ['quantity/amount', `:v ${quantityNode} ; wikibase:quantityAmount "237 ha" .`],
  ['quantity/unit', `:v ${quantityNode} ; wikibase:quantityUnit "ha" .`],
  ['quantity/upper-bound', `:v ${quantityNode} ; wikibase:quantityUpperBound 1.0, 2.0 .`],
  ['quantity/lower-bound', `:v ${quantityNode} ; wikibase:quantityLowerBound "1" .`],
  [
    'quantity/above-lower-bound',
    `:v ${quantityNode} ; wikibase:quantityLowerBound 9.0 ; wikibase:quantityAmount 1.0 .`,
  ],
  [
    'quantity/below-upper-bound',
    `:v ${quantityNode} ; wikibase:quantityUpperBound 1.0 ; wikibase:quantityAmount 9.0 .`,
  ],
  ['time/time', `:v ${timeNode} ; wikibase:timeValue "1952"^^xsd:gYear .`],
  ['time/precision', `:v ${timeNode} ; wikibase:timePrecision 15 .`],
  ['time/timezone', `:v ${timeNode} .`],
  ['time/calendar', `:v ${timeNode} ; wikibase:timeCalendarModel wd:Q2 .`],
  ['coordinates/latitude', `:v ${placeNode} ; wikibase:geoLatitude 91e0 .`],
  ['coordinates/longitude', `:v ${placeNode} ; wikibase:geoLongitude 400e0 .`],
  ['coordinates/precision', `:v ${placeNode} .`],
  ['coordinates/globe', `:v ${placeNode} ; wikibase:geoGlobe "Earth" .`],
]

/** A tiny broken graph for each derived shape: the shape's name below `{base}shape/`, and Turtle. */
export const brokenExamples: readonly Example[] = [
  ...brokenModel,
  ...properties.flatMap(brokenProperty),
].map(([shape, body]) => [shape, prefixes + body] as const)
