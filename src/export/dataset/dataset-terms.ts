import { DCAT, DCTERMS, PROV, SCHEMA, VOID } from '../../vocabulary.ts'

const terms = <Name extends string>(namespace: string, names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, namespace + name])) as Readonly<
    Record<Name, string>
  >

export const dcat = terms(DCAT, [
  'Dataset',
  'Distribution',
  'accessURL',
  'distribution',
  'downloadURL',
  'landingPage',
  'mediaType',
])
export const dcterms = terms(DCTERMS, [
  'LicenseDocument',
  'LinguisticSystem',
  'MediaType',
  'MediaTypeOrExtent',
  'description',
  'format',
  'identifier',
  'language',
  'license',
  'modified',
  'publisher',
  'title',
])
export const voidTerms = terms(VOID, [
  'Dataset',
  'Linkset',
  'classes',
  'dataDump',
  'distinctObjects',
  'distinctSubjects',
  'entities',
  'exampleResource',
  'feature',
  'linkPredicate',
  'objectsTarget',
  'properties',
  'subjectsTarget',
  'subset',
  'triples',
  'uriSpace',
  'vocabulary',
])
export const schema = terms(SCHEMA, [
  'DataDownload',
  'Dataset',
  'Organization',
  'SoftwareApplication',
  'contentUrl',
  'dateModified',
  'description',
  'distribution',
  'encodingFormat',
  'identifier',
  'inLanguage',
  'isAccessibleForFree',
  'license',
  'name',
  'publisher',
  'softwareVersion',
  'url',
])
export const provenance = terms(PROV, [
  'Activity',
  'Agent',
  'Entity',
  'SoftwareAgent',
  'endedAtTime',
  'used',
  'wasAssociatedWith',
  'wasAttributedTo',
  'wasDerivedFrom',
  'wasGeneratedBy',
])
export const foaf = terms('http://xmlns.com/foaf/0.1/', ['Agent', 'Document', 'homepage', 'name'])
export const spdx = terms('http://spdx.org/rdf/terms#', [
  'Checksum',
  'ChecksumAlgorithm',
  'algorithm',
  'checksum',
  'checksumAlgorithm_sha256',
  'checksumValue',
])
