import type { NamedNode, Quad, Term } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { datasetIri, distributionIri, mergeGraphs } from '../../export/index.ts'
import { listFormats } from '../../formats.ts'
import { graphIri } from '../../rdf/index.ts'
import { DCAT, DCTERMS, rdf, SCHEMA, VOID, xsd, XSD } from '../../vocabulary.ts'
import type { SiteVersion } from '../context.ts'
import { getDump } from './dumps.ts'

const { literal, namedNode, quad } = DataFactory
const SPDX = 'http://spdx.org/rdf/terms#'

/** Dumps of larger sites are written when they are asked for, and not for their sizes. */
const MOST_QUADS = 50_000

/** Whether the dumps of a site are small enough to be written for their sizes. */
export const measuresDumps = ({ store }: SiteVersion): boolean => store.size <= MOST_QUADS

/**
 * The description of the data set with what holds because it is served: since when it is as it is, where it is asked,
 * and how long its dumps are and what their checksums are.
 */
export async function servedDataset(version: SiteVersion): Promise<Iterable<Quad>> {
  const { base, store } = version
  const graph = namedNode(graphIri(base, 'dataset'))
  const known = store.match(null, null, null, graph)
  const dumps = measuresDumps(version) ? await describeDumps(version) : []
  return mergeGraphs([known, describeChange(version), describeEndpoint(base), dumps], DataFactory)
}

type Row = readonly [predicate: string, ...objects: readonly (NamedNode | Term)[]]

const say = (subject: string, ...rows: readonly Row[]): Quad[] =>
  rows.flatMap(([predicate, ...objects]) =>
    objects.map((object) => quad(namedNode(subject), namedNode(predicate), object as NamedNode)),
  )

function describeChange({ base, modified }: SiteVersion): Quad[] {
  const at = literal(modified.toISOString().replace('.000Z', 'Z'), namedNode(xsd.dateTime))
  return say(datasetIri(base), [`${DCTERMS}modified`, at], [`${SCHEMA}dateModified`, at])
}

/** @see https://www.w3.org/TR/vocab-dcat-3/#Class:Data_Service */
function describeEndpoint(base: string): Quad[] {
  const endpoint = namedNode(`${base}sparql`)
  const service = `${endpoint.value}#service`
  const dataset = namedNode(datasetIri(base))
  return [
    ...say(dataset.value, [`${VOID}sparqlEndpoint`, endpoint]),
    ...say(
      service,
      [rdf.type, namedNode(`${DCAT}DataService`)],
      [`${DCTERMS}title`, literal('SPARQL 1.1', 'en')],
      [`${DCTERMS}conformsTo`, namedNode('http://www.w3.org/TR/sparql11-protocol/')],
      [`${DCAT}endpointURL`, endpoint],
      [`${DCAT}endpointDescription`, endpoint, namedNode(`${base}openapi.json`)],
      [`${DCAT}servesDataset`, dataset],
    ),
  ]
}

async function describeDumps(version: SiteVersion): Promise<Quad[]> {
  const quads: Quad[] = []
  for (const format of listFormats()) {
    const { bytes, sha256 } = await getDump(version, { format, isCompressed: false })
    const distribution = distributionIri(version.base, format)
    const checksum = `${distribution}-sha256`
    const hex = sha256.toString('hex')
    const size = String(bytes.length)
    quads.push(
      ...say(
        distribution,
        [`${DCAT}byteSize`, literal(size, namedNode(`${XSD}nonNegativeInteger`))],
        [`${SCHEMA}contentSize`, literal(`${size} B`)],
        [`${SPDX}checksum`, namedNode(checksum)],
      ),
      ...say(
        checksum,
        [rdf.type, namedNode(`${SPDX}Checksum`)],
        [`${SPDX}algorithm`, namedNode(`${SPDX}checksumAlgorithm_sha256`)],
        [`${SPDX}checksumValue`, literal(hex, namedNode(`${XSD}hexBinary`))],
      ),
    )
  }
  return quads
}
