import type { Quad } from '@rdfjs/types'
import { xsd, XSD } from '../../vocabulary.ts'
import type { BuildInfo, DatasetInfo } from './dataset-info.ts'
import { dcterms, foaf, provenance, schema, spdx } from './dataset-terms.ts'
import type { DatasetWriter } from './dataset-writer.ts'

/** The IRI of the activity that built the data set. */
export const buildIri = (base: string): string => `${base}dataset#build`

/** The IRI of a file that the data set was built from; what an IRI cannot hold is percent-encoded. */
export const fileIri = (base: string, name: string): string =>
  `${base}dataset#file/${name.split('/').map(encodeURIComponent).join('/')}`

/**
 * Describes the build: the activity, the version of usine, and the files that were used, each with its SHA-256.
 *
 * @see https://www.w3.org/TR/prov-o/#Activity
 */
export function describeBuild(
  { base }: DatasetInfo,
  build: BuildInfo,
  writer: DatasetWriter,
): Quad[] {
  const { version, files, endedAt } = build
  const { describe, iri, text } = writer
  const agent = `${base}dataset#usine`
  return [
    ...describe(
      buildIri(base),
      [provenance.Activity],
      [
        [provenance.wasAssociatedWith, iri(agent)],
        [provenance.used, ...files.map(({ name }) => iri(fileIri(base, name)))],
        [provenance.endedAtTime, ...(endedAt === undefined ? [] : [text(endedAt, xsd.dateTime)])],
      ],
    ),
    ...describe(
      agent,
      [provenance.SoftwareAgent, schema.SoftwareApplication],
      [
        [foaf.name, text('usine')],
        [schema.name, text('usine')],
        [schema.softwareVersion, text(version)],
      ],
    ),
    ...files.flatMap((file) => describeFile(base, file, writer)),
    ...describe(spdx.checksumAlgorithm_sha256, [spdx.ChecksumAlgorithm], []),
  ]
}

function describeFile(
  base: string,
  file: BuildInfo['files'][number],
  writer: DatasetWriter,
): Quad[] {
  const { describe, iri, text } = writer
  const checksum = `${fileIri(base, file.name)}/sha256`
  return [
    ...describe(
      fileIri(base, file.name),
      [provenance.Entity],
      [
        [dcterms.title, text(file.name)],
        [spdx.checksum, iri(checksum)],
      ],
    ),
    ...describe(
      checksum,
      [spdx.Checksum],
      [
        [spdx.algorithm, iri(spdx.checksumAlgorithm_sha256)],
        [spdx.checksumValue, text(file.sha256, `${XSD}hexBinary`)],
      ],
    ),
  ]
}
