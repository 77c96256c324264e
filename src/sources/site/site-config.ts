import type { Terms } from '../../statements/index.ts'
import { expectMap, expectText, oneOrMore } from '../facts/expect.ts'
import { take } from '../facts/map-value.ts'
import { parseYaml } from '../facts/parse-yaml.ts'
import { readTerms } from '../facts/terms.ts'
import type { FactNode, MapNode } from '../facts/tree.ts'
import { parseLanguage } from '../facts/values/language.ts'
import { didYouMean } from '../nearest.ts'
import { quote } from '../parsed.ts'
import type { Report } from '../report.ts'
import { readMoves } from './read-moves.ts'
import type { Moves } from './read-moves.ts'
import { defaultLimits, limitNames } from './site-limits.ts'
import type { LimitName, SiteLimits } from './site-limits.ts'

/** What `usine.yaml` says of a site. */
export interface SiteConfig extends Moves {
  /** The base IRI, absolute and with a slash at the end. */
  readonly base: string
  readonly title: Terms
  readonly description: Terms
  readonly publisher?: { readonly name: string; readonly url?: string }
  /** An IRI; CC0 unless the file says otherwise. */
  readonly license: string
  /** Language tags, the main one first. */
  readonly languages: readonly string[]
  /** Id of the entity that pages and commands take when none is named. */
  readonly defaultEntity?: string
  readonly limits: SiteLimits
  /** Hosts that queries may reach, such as `query.wikidata.org`; a port is named where it is not the usual one. */
  readonly allow: readonly string[]
}

const CC0 = 'https://creativecommons.org/publicdomain/zero/1.0/'

const keys = [
  'base',
  'title',
  'description',
  'publisher',
  'license',
  'languages',
  'defaultEntity',
  'limits',
  'allow',
  'redirects',
  'gone',
] as const

/** Parses `usine.yaml`; undefined where it has no usable base IRI, which is reported like all else that is wrong. */
export function parseSiteConfig(
  text: string,
  file: string,
  report: Report,
): SiteConfig | undefined {
  const root = parseYaml(text, file, report)
  const map = root && expectMap(root, { what: 'a map with the key base', report })
  if (!map) return undefined
  const node = (key: string): FactNode | undefined => takeKey(map, key)
  reportUnknownKeys(map, keys, report)
  const base = readBase(node('base'), map, report)
  const languages = readLanguages(node('languages'), report)
  const publisher = readPublisher(node('publisher'), report)
  const defaultEntity = readText(node('defaultEntity'), 'the id of an entity', report)
  const license = readIri(node('license'), 'the IRI of a licence', report)
  if (base === undefined) return undefined
  return {
    base,
    title: readTexts(node('title'), languages, report),
    description: readTexts(node('description'), languages, report),
    license: license ?? CC0,
    languages,
    limits: readLimits(node('limits'), report),
    allow: readHosts(node('allow'), report),
    ...readMoves({ redirects: node('redirects'), gone: node('gone') }, report),
    ...(publisher && { publisher }),
    ...(defaultEntity !== undefined && { defaultEntity }),
  }
}

const takeKey = (map: MapNode, key: string): FactNode | undefined =>
  map.entries.find((entry) => entry.key === key)?.value

function reportUnknownKeys(map: MapNode, known: readonly string[], report: Report): void {
  for (const { key, keyOrigin } of map.entries) {
    if (known.includes(key)) continue
    const hint = didYouMean(key, known)
    report.error(keyOrigin, `Unknown key ${quote(key)}${hint}; known: ${known.join(', ')}`)
  }
}

function readBase(node: FactNode | undefined, map: MapNode, report: Report): string | undefined {
  if (!node) {
    report.error(map.origin, 'The base IRI is missing, such as base: https://example.org/')
    return undefined
  }
  const base = readIri(node, 'the base IRI of the site', report)
  if (base === undefined || base.endsWith('/')) return base
  report.error(node.origin, `The base IRI ${quote(base)} does not end with a slash: write ${base}/`)
  return undefined
}

function readIri(node: FactNode | undefined, what: string, report: Report): string | undefined {
  const text = readText(node, what, report)
  if (!node || text === undefined) return undefined
  if (/^https?:\/\/[^\s<>"{}|\\^`?#]+$/.test(text) && URL.canParse(text)) return text
  report.error(node.origin, `Expected ${what}, an absolute http or https IRI, found ${quote(text)}`)
  return undefined
}

function readText(node: FactNode | undefined, what: string, report: Report): string | undefined {
  return node && expectText(node, { what, report })?.text
}

function readLanguages(node: FactNode | undefined, report: Report): readonly string[] {
  if (!node) return ['en']
  const items = oneOrMore(node, { what: 'language tags such as en', report })
  const languages = items.flatMap((item) => {
    const text = expectText(item, { what: 'a language tag such as en', report })
    return text ? (take(parseLanguage(text.text), text.origin, { report }) ?? []) : []
  })
  return languages.length > 0 ? languages : ['en']
}

function readTexts(
  node: FactNode | undefined,
  languages: readonly string[],
  report: Report,
): Terms {
  return readTerms(node, { languages, report })
}

function readHosts(node: FactNode | undefined, report: Report): readonly string[] {
  if (!node) return []
  const what = 'names of hosts, such as query.wikidata.org'
  return oneOrMore(node, { what, report }).flatMap((item) => {
    const text = expectText(item, { what: 'the name of a host', report })
    if (!text) return []
    const host = text.text.toLowerCase()
    if (isHost(host)) return [host]
    report.error(
      text.origin,
      `Expected ${what}, without scheme and path, found ${quote(text.text)}`,
    )
    return []
  })
}

/** A name with at least one dot, and a port perhaps; addresses are no names. */
const isHost = (text: string): boolean =>
  /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*(?::[1-9]\d{0,4})?$/.test(text)

function readPublisher(node: FactNode | undefined, report: Report): SiteConfig['publisher'] {
  const map = node && expectMap(node, { what: 'a map with the key name', report })
  if (!map) return undefined
  reportUnknownKeys(map, ['name', 'url'], report)
  const name = readText(takeKey(map, 'name'), 'the name of the publisher', report)
  const url = readIri(takeKey(map, 'url'), 'the address of the publisher', report)
  if (name === undefined) {
    report.error(map.origin, 'The publisher needs a name')
    return undefined
  }
  return { name, ...(url !== undefined && { url }) }
}

function readLimits(node: FactNode | undefined, report: Report): SiteLimits {
  const map = node && expectMap(node, { what: 'a map of limits', report })
  if (!map) return defaultLimits
  reportUnknownKeys(map, limitNames, report)
  const limits: Partial<Record<LimitName, number>> = {}
  for (const name of limitNames) {
    const value = takeKey(map, name)
    const text = readText(value, 'a number', report)
    if (!value || text === undefined) continue
    if (/^[1-9]\d{0,9}$/.test(text)) limits[name] = Number(text)
    else {
      const what = `${name} as a whole number above 0`
      report.error(value.origin, `Expected ${what}, found ${quote(text)}`)
    }
  }
  return { ...defaultLimits, ...limits }
}
