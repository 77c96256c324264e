import type { DataFactory, Quad, Quad_Graph } from '@rdfjs/types'
import { listFormats } from '../../formats.ts'
import type { Terms } from '../../statements/index.ts'
import { SCHEMA, WIKIBASE, xsd } from '../../vocabulary.ts'
import type { BuildInfo, DatasetCounts, DatasetInfo } from './dataset-info.ts'
import { dcat, dcterms, foaf, provenance, schema, voidTerms } from './dataset-terms.ts'
import { createDatasetWriter } from './dataset-writer.ts'
import type { DatasetWriter, Row } from './dataset-writer.ts'
import { buildIri, describeBuild, fileIri } from './describe-build.ts'
import { describeDistribution, distributionIri, dumpIri } from './describe-distribution.ts'
import { describeGraphs, describeLinks, linksetIri, size } from './describe-size.ts'

/** What a description is made of. */
export interface DatasetDescription {
  readonly info: DatasetInfo
  readonly counts: DatasetCounts
  readonly build: BuildInfo
  readonly factory: DataFactory
  /** The graph to put it in; the default graph unless given. */
  readonly graph?: Quad_Graph
}

/** The IRI of a site's data set. */
export const datasetIri = (base: string): string => `${base}dataset`

/**
 * Describes a site's data set for catalogues (DCAT-AP), for linked-data tools (VoID) and for search engines
 * (schema.org), and how it was built (PROV-O). There is no clock in it: the same facts give the same description.
 *
 * @see https://www.w3.org/TR/vocab-dcat-3/
 * @see https://www.w3.org/TR/void/
 * @see https://www.w3.org/TR/prov-o/
 */
export function describeDataset(description: DatasetDescription): Quad[] {
  const { info, counts, build, factory, graph } = description
  const writer = createDatasetWriter(factory, graph)
  return [
    ...writer.describe(
      datasetIri(info.base),
      [dcat.Dataset, voidTerms.Dataset, schema.Dataset, provenance.Entity],
      [
        ...identity(info, writer),
        ...contents(info, counts, writer),
        ...origin(info, build, writer),
      ],
    ),
    ...describePublisher(info, writer),
    ...writer.describe(info.license, [dcterms.LicenseDocument], []),
    ...languageIris(info).flatMap((iri) => writer.describe(iri, [dcterms.LinguisticSystem], [])),
    ...writer.describe(info.base, [foaf.Document], []),
    ...listFormats().flatMap((format) => describeDistribution(format, info, writer)),
    ...describeGraphs(info, counts, writer),
    ...describeLinks(info, counts, writer),
    ...describeBuild(info, build, writer),
  ]
}

function identity(info: DatasetInfo, { iri, text, texts }: DatasetWriter): Row[] {
  const { base, license, languages } = info
  const title = texts(orElse(info.title, base))
  const about = texts(orElse(info.description, base))
  return [
    [dcterms.title, ...title],
    [schema.name, ...title],
    [dcterms.description, ...about],
    [schema.description, ...about],
    [dcterms.identifier, text(datasetIri(base))],
    [schema.identifier, text(datasetIri(base))],
    [dcat.landingPage, iri(base)],
    [schema.url, iri(base)],
    [dcterms.license, iri(license)],
    [schema.license, iri(license)],
    [schema.isAccessibleForFree, text('true', xsd.boolean)],
    [dcterms.language, ...languageIris(info).map(iri)],
    [schema.inLanguage, ...languages.map((tag) => text(tag))],
  ]
}

function contents(info: DatasetInfo, counts: DatasetCounts, writer: DatasetWriter): Row[] {
  const { base, defaultEntity } = info
  const { iri, text } = writer
  const formats = listFormats()
  const distributions = formats.map((format) => iri(distributionIri(base, format)))
  return [
    [dcat.distribution, ...distributions],
    [schema.distribution, ...distributions],
    [voidTerms.dataDump, ...formats.map((format) => iri(dumpIri(base, format)))],
    [voidTerms.feature, ...formats.map((format) => iri(format.iri))],
    [voidTerms.uriSpace, text(`${base}entity/`)],
    [voidTerms.vocabulary, iri(SCHEMA), iri(WIKIBASE)],
    ...(defaultEntity === undefined
      ? []
      : [[voidTerms.exampleResource, iri(`${base}entity/${defaultEntity}`)] as const]),
    [voidTerms.subset, ...[...counts.graphs.keys(), linksetIri(base)].map(iri)],
    ...size(counts, writer),
  ]
}

function origin(info: DatasetInfo, build: BuildInfo, { iri, text }: DatasetWriter): Row[] {
  const { base, publisher } = info
  const agents = publisher ? [iri(publisherIri(info))] : []
  const times = build.endedAt === undefined ? [] : [text(build.endedAt, xsd.dateTime)]
  return [
    [dcterms.publisher, ...agents],
    [schema.publisher, ...agents],
    [provenance.wasAttributedTo, ...agents],
    [provenance.wasGeneratedBy, iri(buildIri(base))],
    [provenance.wasDerivedFrom, ...build.files.map(({ name }) => iri(fileIri(base, name)))],
    [dcterms.modified, ...times],
    [schema.dateModified, ...times],
  ]
}

function describePublisher(info: DatasetInfo, { describe, text, iri }: DatasetWriter): Quad[] {
  if (!info.publisher) return []
  const { name, url } = info.publisher
  const types = [foaf.Agent, schema.Organization, provenance.Agent]
  const pages = url === undefined ? [] : [iri(url)]
  return [
    ...describe(publisherIri(info), types, [
      [foaf.name, text(name)],
      [schema.name, text(name)],
      [foaf.homepage, ...pages],
      [schema.url, ...pages],
    ]),
    ...(url === undefined ? [] : describe(url, [foaf.Document], [])),
  ]
}

const publisherIri = ({ base }: DatasetInfo): string => `${datasetIri(base)}#publisher`

const languageIris = ({ languages }: DatasetInfo): string[] => [
  ...new Set(languages.map(languageIri)),
]

/**
 * Names a language as the Library of Congress does, by the main part of its tag.
 *
 * @see https://www.w3.org/TR/vocab-dcat-3/#Property:resource_language
 */
function languageIri(tag: string): string {
  const [main = tag] = tag.toLowerCase().split('-')
  return `http://id.loc.gov/vocabulary/${main.length === 2 ? 'iso639-1' : 'iso639-2'}/${main}`
}

const orElse = (terms: Terms, text: string): Terms =>
  terms.size > 0 ? terms : new Map([['en', text]])
