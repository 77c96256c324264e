import type { DataFactory, NamedNode, Quad, Term } from '@rdfjs/types'
import { listFormats, listResultFormats } from '../../formats.ts'
import { rdf, SCHEMA, VOID, xsd } from '../../vocabulary.ts'
import type { WorkerLimits } from '../workers/index.ts'

const SD = 'http://www.w3.org/ns/sparql-service-description#'
const ENTAILMENT = 'http://www.w3.org/ns/entailment/Simple'

/** What is said of an endpoint. */
export interface ServiceInfo {
  /** The IRI of the endpoint in public. */
  readonly endpoint: string
  /** Under which other addresses it answers. */
  readonly otherEndpoints: readonly string[]
  readonly limits: WorkerLimits
  /** How many triples each named graph holds. */
  readonly graphs: readonly { readonly iri: string; readonly triples: number }[]
  /** Whether it carries out updates. */
  readonly isWritable: boolean
  readonly factory: DataFactory
}

/**
 * Describes an endpoint: what it understands, what it holds, what it answers in, and how far it goes.
 *
 * @see https://www.w3.org/TR/sparql11-service-description/
 */
export function describeService(info: ServiceInfo): Quad[] {
  const { endpoint, otherEndpoints, isWritable, factory } = info
  const { namedNode } = factory
  const sd = (name: string) => namedNode(SD + name)
  const service = namedNode(`${endpoint}#service`)
  const about = (predicate: NamedNode, objects: readonly Term[]) =>
    objects.map((object) => factory.quad(service, predicate, object as NamedNode))
  const formats = [...listResultFormats(), ...listFormats()].flatMap(({ iri }) => iri ?? [])
  const languages = ['SPARQL11Query', ...(isWritable ? ['SPARQL11Update'] : [])]
  const inputs = isWritable ? listFormats().map(({ iri }) => iri) : []
  return [
    ...about(namedNode(rdf.type), [sd('Service')]),
    ...about(
      sd('endpoint'),
      [...new Set([endpoint, ...otherEndpoints])].map((iri) => namedNode(iri)),
    ),
    ...about(sd('supportedLanguage'), languages.map(sd)),
    ...about(sd('feature'), [sd('UnionDefaultGraph')]),
    ...about(sd('defaultEntailmentRegime'), [namedNode(ENTAILMENT)]),
    ...about(
      sd('resultFormat'),
      formats.map((iri) => namedNode(iri)),
    ),
    ...about(
      sd('inputFormat'),
      inputs.map((iri) => namedNode(iri)),
    ),
    ...describeDataset(info, service),
    ...describeLimits(info, service),
  ]
}

function describeDataset({ endpoint, graphs, factory }: ServiceInfo, service: NamedNode): Quad[] {
  const { namedNode, literal, quad } = factory
  const sd = (name: string) => namedNode(SD + name)
  const type = namedNode(rdf.type)
  const dataset = namedNode(`${endpoint}#dataset`)
  const defaultGraph = namedNode(`${endpoint}#default-graph`)
  return [
    quad(service, sd('defaultDataset'), dataset),
    quad(dataset, type, sd('Dataset')),
    quad(dataset, sd('defaultGraph'), defaultGraph),
    quad(defaultGraph, type, sd('Graph')),
    ...graphs.flatMap(({ iri, triples }, index) => {
      const named = namedNode(`${endpoint}#named-graph-${index + 1}`)
      const graph = namedNode(`${endpoint}#graph-${index + 1}`)
      const count = literal(String(triples), namedNode(xsd.integer))
      return [
        quad(dataset, sd('namedGraph'), named),
        quad(named, type, sd('NamedGraph')),
        quad(named, sd('name'), namedNode(iri)),
        quad(named, sd('graph'), graph),
        quad(graph, type, sd('Graph')),
        quad(graph, namedNode(`${VOID}triples`), count),
      ]
    }),
  ]
}

/** No vocabulary has terms for limits, so they are said as properties with a name, a value and a unit. */
function describeLimits({ endpoint, limits, factory }: ServiceInfo, service: NamedNode): Quad[] {
  const { namedNode, literal, quad } = factory
  const schema = (name: string) => namedNode(SCHEMA + name)
  return listLimits(limits).flatMap(({ name, value, unit }) => {
    const limit = namedNode(`${endpoint}#limit-${name}`)
    return [
      quad(service, schema('additionalProperty'), limit),
      quad(limit, namedNode(rdf.type), schema('PropertyValue')),
      quad(limit, schema('name'), literal(name)),
      quad(limit, schema('maxValue'), literal(String(value), namedNode(xsd.integer))),
      quad(limit, schema('unitText'), literal(unit)),
    ]
  })
}

/** The limits of a query, with their names in `usine.yaml`. */
export function listLimits(
  limits: WorkerLimits,
): readonly { readonly name: string; readonly value: number; readonly unit: string }[] {
  return [
    { name: 'queryTimeout', value: Math.ceil(limits.timeoutMs / 1000), unit: 'seconds' },
    { name: 'queryResults', value: limits.maxResults, unit: 'solutions or triples' },
    { name: 'queryBytes', value: limits.maxBytes, unit: 'bytes of an answer' },
    { name: 'queryMemory', value: limits.memoryMb, unit: 'megabytes' },
    { name: 'queryLength', value: limits.maxTextBytes, unit: 'bytes of a query' },
  ]
}
