import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { UsineError } from '../../errors.ts'
import { OntologyError, readOntology } from '../../rdf/ontology/index.ts'
import type { Ontology, OntologyDocument } from '../../rdf/ontology/index.ts'
import type { Entity } from '../../statements/index.ts'
import { readFacts } from '../facts/index.ts'
import type { FactsIndex } from '../facts/index.ts'
import { compareProblems, createReport } from '../report.ts'
import type { Report } from '../report.ts'
import type { Problem } from '../source.ts'
import { mergeItems } from './merge-items.ts'
import { parseSiteConfig } from './site-config.ts'
import type { SiteConfig } from './site-config.ts'
import { readOthers } from './read-others.ts'
import { digestFile, listFiles, readEach, readSiteText } from './site-files.ts'
import type { SiteText } from './site-files.ts'

/** A file that a site was read from: its name relative to the site's folder, and its SHA-256 in hexadecimal. */
export interface SiteFile {
  readonly name: string
  readonly sha256: string
}

/** A folder of facts, read: what it says, not yet as RDF. */
export interface Site {
  readonly directory: string
  readonly config: SiteConfig
  readonly ontology: Ontology
  readonly ontologyDocuments: readonly OntologyDocument[]
  /** Sorted by IRI; each with all its statements, whatever file they stand in. */
  readonly entities: readonly Entity[]
  readonly index: FactsIndex
  readonly files: readonly SiteFile[]
}

/** The outcome of reading a site: all problems, and the site as far as it could be read. */
export interface SiteReading {
  readonly site: Site | undefined
  readonly problems: readonly Problem[]
}

const configFile = 'usine.yaml'

/**
 * Reads a site from its folder: `usine.yaml`, `ontology/*.ttl` and all of `data/`. Problems of all files are collected.
 *
 * @throws UsineError ERR_SITE_NOT_FOUND without a `usine.yaml`; ERR_FILE_READ for a file that cannot be read
 */
export async function readSite(directory: string): Promise<SiteReading> {
  const report = createReport()
  const config = await readConfig(directory, report)
  const documents = await readOntologyFiles(directory, report)
  const ontology = config && tryOntology(documents, config.base, report)
  if (!config || !ontology) return { site: undefined, problems: sortProblems(report) }
  const dataFiles = await listFiles(directory, 'data')
  const facts = await readTexts(directory, dataFiles.filter(isFacts), report)
  const context = { ontology, base: config.base, languages: config.languages }
  const { items, index } = readFacts(facts, context)
  const others = dataFiles.filter((file) => !isFacts(file) && !isMetadata(file))
  const more = await readOthers(others, { ...context, directory, index, report })
  const entities = mergeItems([...items, ...more], report)
  checkDefaultEntity(config, index, report)
  const names = [configFile, ...documents.map(({ file }) => file), ...dataFiles]
  const files = await readEach(names, async (name) => ({
    name,
    sha256: await digestFile(directory, name),
  }))
  const site = { directory, config, ontology, ontologyDocuments: documents, entities, index, files }
  return { site, problems: sortProblems(report) }
}

async function readConfig(directory: string, report: Report): Promise<SiteConfig | undefined> {
  await access(join(directory, configFile)).catch((cause: unknown) => {
    throw new UsineError('ERR_SITE_NOT_FOUND', { directory }, { cause })
  })
  const read = await readSiteText(directory, configFile, report)
  return read && parseSiteConfig(read.text, configFile, report)
}

async function readOntologyFiles(directory: string, report: Report): Promise<readonly SiteText[]> {
  const files = await listFiles(directory, 'ontology')
  const turtle = files.filter((file) => file.endsWith('.ttl'))
  return readTexts(directory, turtle, report)
}

async function readTexts(directory: string, files: readonly string[], report: Report) {
  const texts = await readEach(files, (file) => readSiteText(directory, file, report))
  return texts.filter((text) => text !== undefined)
}

/** An ontology that cannot be read is a problem like others, so that it is reported with them. */
function tryOntology(
  documents: readonly OntologyDocument[],
  base: string,
  report: Report,
): Ontology | undefined {
  try {
    return readOntology(documents, base)
  } catch (error) {
    if (!(error instanceof UsineError)) throw error
    if (error instanceof OntologyError) {
      for (const { origin, message } of error.problems) report.error(origin, message)
      return undefined
    }
    const { file = 'ontology', line = 1, column = 1, problem = error.message } = error.details
    const origin = { file: String(file), line: Number(line), column: Number(column) }
    report.error(origin, String(problem))
    return undefined
  }
}

function checkDefaultEntity(
  { defaultEntity }: SiteConfig,
  { entities }: FactsIndex,
  report: Report,
): void {
  if (defaultEntity === undefined || entities.has(defaultEntity)) return
  const origin = { file: configFile, line: 1, column: 1 }
  report.error(origin, `The default entity ${JSON.stringify(defaultEntity)} is not in the facts`)
}

const isFacts = (file: string): boolean => /\.ya?ml$/.test(file)

/** CSVW metadata is read with the series it belongs to. */
const isMetadata = (file: string): boolean => file.endsWith('-metadata.json')

const sortProblems = ({ problems }: Report): readonly Problem[] =>
  [...problems].sort(compareProblems)
