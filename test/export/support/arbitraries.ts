import type { Literal, NamedNode, Quad } from '@rdfjs/types'
import fc from 'fast-check'
import { DataFactory } from 'n3'
import { RDF, SCHEMA, XSD } from '../../../src/vocabulary.ts'
import { base } from './ontology.ts'

const { blankNode, literal, namedNode, quad } = DataFactory

/** Text that breaks careless programs. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '</script><script>alert(1)</script>',
    '<!--',
    ']]>',
    '@null',
    '@id',
    '@none',
    '_:b0',
    'https://example.org/',
    'schema:name',
    '__proto__',
    '\u0000\u2028\ufeff\u202e',
    '{"@id": "x"}',
    '',
    ' ',
    '1952',
    'true',
  ),
)

const entity = fc.integer({ min: 0, max: 6 }).map((n) => namedNode(`${base}entity/${n}`))
const blank = fc.integer({ min: 0, max: 2 }).map((n) => blankNode(`b${n}`))
const otherIri = fc
  .constantFrom(
    'https://example.org/a',
    'urn:x:y',
    'mailto:a@example.org',
    `${SCHEMA}Car`,
    'tag:x',
    'time:1',
    'data:,x',
    'wd:Q1',
  )
  .map((iri) => namedNode(iri))

const terms = [
  'name',
  'url',
  'sameAs',
  'foundingDate',
  'startDate',
  'about',
  'owns',
  'value',
  'geo',
  'type',
  'id',
  'image',
]
const predicate = fc.oneof(
  fc.constantFrom(...terms).map((name) => namedNode(SCHEMA + name)),
  fc.constantFrom('wdt:P2046', 'prop:P571').map((iri) => namedNode(iri)),
  fc
    .constantFrom('direct/P2046', 'P2046', 'direct/P856', 'statement/P571', 'direct/P31')
    .map((path) => namedNode(`http://www.wikidata.org/prop/${path}`)),
  fc.constant(namedNode('http://www.w3.org/2000/01/rdf-schema#label')),
  fc.constant(namedNode(`${RDF}type`)),
)

const datatypes = [
  ...['Date', 'DateTime', 'Number', 'URL', 'Text'].map((name) => SCHEMA + name),
  ...['string', 'integer', 'decimal', 'boolean', 'date', 'dateTime', 'gYear', 'anyURI'].map(
    (name) => XSD + name,
  ),
  `${RDF}HTML`,
  `${RDF}JSON`,
  'http://www.opengis.net/ont/geosparql#wktLiteral',
]
const text: fc.Arbitrary<Literal> = fc.oneof(
  hostileText.map((value) => literal(value)),
  fc
    .tuple(hostileText, fc.constantFrom('fr', 'en-gb', 'zh-hant', 'mul'))
    .map(([value, language]) => literal(value, language)),
  fc
    .tuple(
      fc.oneof(
        hostileText,
        fc.constantFrom('1', '-0', '007', '+5', '1E3', '9007199254740993', '1952-01-01'),
      ),
      fc.constantFrom(...datatypes),
    )
    .map(([value, datatype]) => literal(value, namedNode(datatype))),
)

const node: fc.Arbitrary<NamedNode | ReturnType<typeof blankNode>> = fc.oneof(
  { weight: 5, arbitrary: entity },
  { weight: 1, arbitrary: blank },
)

/** Quads of one graph in the shape of schema.org and Wikibase data, with cycles, shared nodes and hostile text. */
export const triples: fc.Arbitrary<Quad[]> = fc.array(
  fc
    .tuple(node, predicate, fc.oneof(node, otherIri, text))
    .map(([subject, relation, object]) => quad(subject, relation, object)),
  { maxLength: 24 },
)

/** The same in the graphs of a site. */
export const quads: fc.Arbitrary<Quad[]> = fc
  .array(fc.tuple(triples, fc.constantFrom('', `${base}graph/schema`, `${base}graph/wikibase`)), {
    maxLength: 3,
  })
  .map((graphs) =>
    graphs.flatMap(([some, name]) =>
      some.map(({ subject, predicate: relation, object }) =>
        quad(subject, relation, object, name === '' ? undefined : namedNode(name)),
      ),
    ),
  )
