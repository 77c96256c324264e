import type { Quad } from '@rdfjs/types'
import type { RdfFormat } from '../../formats.ts'
import type { DatasetInfo } from './dataset-info.ts'
import { dcat, dcterms, schema } from './dataset-terms.ts'
import type { DatasetWriter } from './dataset-writer.ts'

/** Where the whole graph is found in a format. */
export const dumpIri = (base: string, { extensions }: RdfFormat): string =>
  `${base}dump.${extensions[0]}`

/** The IRI of a distribution of the data set. */
export const distributionIri = (base: string, { name }: RdfFormat): string =>
  `${base}dataset#${name}`

/**
 * Describes a file that holds the whole graph in one format.
 *
 * @see https://www.w3.org/TR/vocab-dcat-3/#Class:Distribution
 */
export function describeDistribution(
  format: RdfFormat,
  { base, license }: DatasetInfo,
  { describe, iri, text }: DatasetWriter,
): Quad[] {
  const [mediaType] = format.mediaTypes
  const mediaTypeIri = `https://www.iana.org/assignments/media-types/${mediaType}`
  const dump = iri(dumpIri(base, format))
  return [
    ...describe(
      distributionIri(base, format),
      [dcat.Distribution, schema.DataDownload],
      [
        [dcterms.title, text(format.title)],
        [schema.name, text(format.title)],
        [dcat.accessURL, dump],
        [dcat.downloadURL, dump],
        [schema.contentUrl, dump],
        [dcat.mediaType, iri(mediaTypeIri)],
        [schema.encodingFormat, text(mediaType)],
        [dcterms.format, iri(format.iri)],
        [dcterms.license, iri(license)],
        [schema.license, iri(license)],
      ],
    ),
    ...describe(mediaTypeIri, [dcterms.MediaType], []),
    ...describe(format.iri, [dcterms.MediaTypeOrExtent], []),
  ]
}
