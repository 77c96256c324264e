import { access, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  addSitePrefixes,
  defaultPrefixes,
  ontologyNormalization,
  readNormalization,
  readOntology,
} from '../../rdf/index.ts'
import type { Normalization, Ontology, Prefixes } from '../../rdf/index.ts'
import { readError, readSite } from '../../sources/index.ts'
import type { Site } from '../../sources/index.ts'
import type { Options } from '../options.ts'
import { packageFolder } from '../package-files.ts'
import { SiteProblems } from '../site-problems.ts'

/** What files are read against: a site, or without one the ontology of the package. */
export interface Setting {
  readonly site: Site | undefined
  readonly base: string
  readonly ontology: Ontology
  readonly languages: readonly string[]
  readonly normalization: Normalization
  readonly prefixes: Prefixes
}

const placeholderBase = 'https://example.org/'

/** Reads what files are read against. A site that is named must be there. */
export async function readSetting(options: Options): Promise<Setting> {
  const directory = options.find('site') ?? ((await isSite('.')) ? '.' : undefined)
  const text = await readPackageFile('ontology/normalization.ttl')
  const known = readNormalization(text)
  if (directory === undefined) {
    const ontology = await readPackageOntology()
    return {
      site: undefined,
      base: placeholderBase,
      ontology,
      languages: ['en'],
      normalization: combine(ontologyNormalization(ontology), known),
      prefixes: defaultPrefixes,
    }
  }
  const { site, problems } = await readSite(directory)
  if (!site) throw new SiteProblems(problems)
  const { base, languages } = site.config
  const { ontology } = site
  const normalization = combine(ontologyNormalization(ontology), known)
  return { site, base, ontology, languages, normalization, prefixes: addSitePrefixes(base) }
}

/** Takes from the first what it has, and the rest from the second. */
const combine = (first: Normalization, second: Normalization): Normalization => ({
  formatterUri: (property) => first.formatterUri(property) ?? second.formatterUri(property),
  conversion: (unit) => first.conversion(unit) ?? second.conversion(unit),
})

const isSite = (directory: string): Promise<boolean> =>
  access(join(directory, 'usine.yaml')).then(
    () => true,
    () => false,
  )

async function readPackageOntology(): Promise<Ontology> {
  const names = await readdir(join(packageFolder, 'ontology'))
  const files = names
    .filter((name) => name.endsWith('.ttl'))
    .sort()
    .map((name) => `ontology/${name}`)
  const texts = await Promise.all(files.map(readPackageFile))
  const documents = files.map((file, index) => ({ file, text: texts[index] ?? '' }))
  return readOntology(documents, placeholderBase)
}

async function readPackageFile(name: string): Promise<string> {
  const file = join(packageFolder, name)
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw readError(file, cause)
  }
}
