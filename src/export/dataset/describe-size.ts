import type { Quad } from '@rdfjs/types'
import { owl, WIKIDATA_ENTITY, XSD } from '../../vocabulary.ts'
import type { DatasetCounts, DatasetInfo } from './dataset-info.ts'
import { dcterms, voidTerms } from './dataset-terms.ts'
import type { DatasetWriter, Row } from './dataset-writer.ts'

/** The IRI of the links to Wikidata. */
export const linksetIri = (base: string): string => `${base}dataset#links-to-wikidata`

/**
 * Says how much there is.
 *
 * @see https://www.w3.org/TR/void/#statistics
 */
export function size(counts: DatasetCounts, writer: DatasetWriter): Row[] {
  const count = counter(writer)
  return [
    [voidTerms.triples, count(counts.triples)],
    [voidTerms.entities, count(counts.entities)],
    [voidTerms.distinctSubjects, count(counts.subjects)],
    [voidTerms.distinctObjects, count(counts.objects)],
    [voidTerms.properties, count(counts.properties)],
    [voidTerms.classes, count(counts.classes)],
  ]
}

/** Describes the named graphs as parts of the data set, each with its size. */
export function describeGraphs(
  { base }: DatasetInfo,
  { graphs }: DatasetCounts,
  writer: DatasetWriter,
): Quad[] {
  const count = counter(writer)
  return [...graphs].flatMap(([graph, triples]) =>
    writer.describe(
      graph,
      [voidTerms.Dataset],
      [
        [dcterms.title, writer.text(graph.startsWith(base) ? graph.slice(base.length) : graph)],
        [voidTerms.triples, count(triples)],
      ],
    ),
  )
}

/**
 * Describes the links to Wikidata.
 *
 * @see https://www.w3.org/TR/void/#linkset
 */
export function describeLinks(
  { base }: DatasetInfo,
  { links }: DatasetCounts,
  writer: DatasetWriter,
): Quad[] {
  const wikidata = `${base}dataset#wikidata`
  const { iri, text } = writer
  return [
    ...writer.describe(
      linksetIri(base),
      [voidTerms.Linkset],
      [
        [voidTerms.linkPredicate, iri(owl.sameAs)],
        [voidTerms.subjectsTarget, iri(`${base}dataset`)],
        [voidTerms.objectsTarget, iri(wikidata)],
        [voidTerms.triples, counter(writer)(links)],
      ],
    ),
    ...writer.describe(
      wikidata,
      [voidTerms.Dataset],
      [
        [dcterms.title, text('Wikidata')],
        [voidTerms.uriSpace, text(WIKIDATA_ENTITY)],
      ],
    ),
  ]
}

const counter =
  ({ text }: DatasetWriter) =>
  (value: number) =>
    text(String(value), `${XSD}integer`)
