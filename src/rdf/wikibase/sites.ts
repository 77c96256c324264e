/** A wiki that sitelinks lead to. */
export interface Site {
  /** The IRI of its root, ends with a slash. */
  readonly iri: string
  /** The language tag of its pages. */
  readonly language: string
  /** The family it belongs to: `wikipedia`, `wikiquote` … */
  readonly group: string
}

/** The families of wikis, by the end of a site id; the longest that fits counts. */
const families = [
  'wikibooks',
  'wikinews',
  'wikiquote',
  'wikisource',
  'wikiversity',
  'wikivoyage',
  'wiktionary',
] as const

/** Wikis without languages, each a family of its own. */
const singleWikis: Readonly<Record<string, { readonly host: string; readonly group: string }>> = {
  commonswiki: { host: 'commons.wikimedia.org', group: 'commons' },
  foundationwiki: { host: 'foundation.wikimedia.org', group: 'foundation' },
  incubatorwiki: { host: 'incubator.wikimedia.org', group: 'incubator' },
  mediawikiwiki: { host: 'www.mediawiki.org', group: 'mediawiki' },
  metawiki: { host: 'meta.wikimedia.org', group: 'meta' },
  outreachwiki: { host: 'outreach.wikimedia.org', group: 'outreach' },
  sourceswiki: { host: 'wikisource.org', group: 'sources' },
  specieswiki: { host: 'species.wikimedia.org', group: 'species' },
  wikidatawiki: { host: 'www.wikidata.org', group: 'wikidata' },
  wikifunctionswiki: { host: 'www.wikifunctions.org', group: 'wikifunctions' },
  wikimaniawiki: { host: 'wikimania.wikimedia.org', group: 'wikimania' },
}

/**
 * Language tags of wikis whose host does not begin with them.
 *
 * @see https://www.mediawiki.org/wiki/Manual:Language#Names_in_native_languages
 */
const languageTags: Readonly<Record<string, string>> = {
  als: 'gsw',
  'bat-smg': 'sgs',
  'be-x-old': 'be-tarask',
  bh: 'bho',
  'cbk-zam': 'cbk-x-zam',
  crh: 'crh-Latn',
  eml: 'egl',
  'fiu-vro': 'vro',
  'map-bms': 'jv-x-bms',
  'nds-nl': 'nds-NL',
  no: 'nb',
  nrm: 'fr-x-nrm',
  'roa-rup': 'rup',
  'roa-tara': 'it-x-tara',
  simple: 'en-simple',
  'zh-classical': 'lzh',
  'zh-min-nan': 'nan',
  'zh-yue': 'yue',
}

/** Wikis whose host is not their id. */
const hostNames: Readonly<Record<string, string>> = { 'be-x-old': 'be-tarask' }

const known = new Map<string, Site | undefined>()

/** Finds a Wikimedia wiki by its global id, such as `frwiki` or `be_x_oldwiki`. */
export function findSite(id: string): Site | undefined {
  if (!known.has(id)) known.set(id, describe(id))
  return known.get(id)
}

function describe(id: string): Site | undefined {
  const single = Object.hasOwn(singleWikis, id) ? singleWikis[id] : undefined
  if (single) return { iri: `https://${single.host}/`, language: 'en', group: single.group }
  const family = families.find((name) => id.endsWith(name))
  const suffix = family ?? 'wiki'
  if (!/^[a-z][a-z0-9_]*$/.test(id) || id.length === suffix.length || !id.endsWith(suffix)) {
    return undefined
  }
  const code = id.slice(0, -suffix.length).replaceAll('_', '-')
  const group = family ?? 'wikipedia'
  return {
    iri: `https://${lookUp(hostNames, code)}.${group}.org/`,
    language: lookUp(languageTags, code),
    group,
  }
}

const lookUp = (table: Readonly<Record<string, string>>, code: string): string =>
  (Object.hasOwn(table, code) ? table[code] : undefined) ?? code

/** Finds the global id of a Wikimedia wiki by the IRI of its root. */
export function findSiteId(rootIri: string): string | undefined {
  const host = rootIri.replace(/^https?:\/\//, '').replace(/\/$/, '')
  const single = Object.entries(singleWikis).find(([, wiki]) => wiki.host === host)
  if (single) return single[0]
  const [name = '', group = ''] = host.split('.')
  const code = Object.entries(hostNames).find(([, other]) => other === name)?.[0] ?? name
  const id = `${code.replaceAll('-', '_')}${group === 'wikipedia' ? 'wiki' : group}`
  return findSite(id)?.iri === rootIri ? id : undefined
}
