import { isDatatype } from '../../statements/index.ts'
import type { Entity, Origin, Sitelink, Statement, Terms } from '../../statements/index.ts'
import type { Ontology } from '../../rdf/ontology/ontology.ts'
import { entityTypeOf, isEntityId } from './entity-id.ts'
import type { IdReader } from './entity-id.ts'
import type { SnakContext } from './read-snak.ts'
import { readStatement } from './read-statement.ts'
import { isObject, toEntries, toList, toObject, toText } from './shape.ts'
import type { JsonObject } from './shape.ts'
import { isIri, toLanguageTag } from './syntax.ts'
import { Unreadable, unexpected } from './unreadable.ts'

/** What reading an entity needs. */
export interface EntityContext {
  readonly ids: IdReader
  readonly ontology: Ontology
  readonly origin: Origin
  /** Is told what cannot be read, with a text near which it stands. */
  report(message: string, near?: string): void
  warn(message: string): void
}

/** Reads an entity of Wikibase JSON; parts that cannot be read are reported and left out. */
export function readEntity(json: JsonObject, context: EntityContext): Entity | undefined {
  const { id } = json
  if (!isEntityId(id)) {
    context.report(`An entity cannot be read: expected an id such as Q42, found ${String(id)}`)
    return undefined
  }
  const iri = context.ids.iri(id)
  return {
    iri,
    id,
    type: entityTypeOf(id),
    labels: readTerms(
      json.labels ?? json.lemmas ?? json.representations ?? json.glosses,
      'labels',
      context,
    ),
    descriptions: readTerms(json.descriptions, 'descriptions', context),
    aliases: readAliases(json.aliases, context),
    statements: readStatements(json, { id, iri }, context),
    sitelinks: readSitelinks(json.sitelinks, context),
    sameAs: [],
    ...readDatatype(json.datatype, context),
    ...readLexical(json, context),
    ...readRevision(json),
    origin: context.origin,
  }
}

/** Runs a reader; what it cannot read is reported, and left out. */
function attempt<T>(
  what: string,
  context: EntityContext,
  read: () => T,
  near?: string,
): T | undefined {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    context.report(`${what}: ${error.message}`, near)
    return undefined
  }
}

function readTerms(json: unknown, what: string, context: EntityContext): Terms {
  const terms = new Map<string, string>()
  for (const [language, term] of attempt(what, context, () => toEntries(json, 'a map')) ?? []) {
    attempt(`${what} in "${language}"`, context, () => {
      terms.set(toLanguage(languageOf(term) ?? language), termText(term))
    })
  }
  return terms
}

/**
 * Finds the language that a text is in. The API asked for fallbacks (`languagefallback`) answers with texts of other
 * languages than those they stand under.
 *
 * @see https://www.mediawiki.org/wiki/Wikibase/API#wbgetentities
 */
const languageOf = (term: unknown): string | undefined =>
  isObject(term) && typeof term.language === 'string' ? term.language : undefined

const termText = (term: unknown): string =>
  toText(toObject(term, 'a text with its language').value, 'a text')

const toLanguage = (code: string): string =>
  toLanguageTag(code) ?? unexpected('a language tag', code)

function readAliases(json: unknown, context: EntityContext): Entity['aliases'] {
  const aliases = new Map<string, readonly string[]>()
  const entries = attempt('aliases', context, () => toEntries(json, 'a map')) ?? []
  for (const [language, list] of entries) {
    attempt(`aliases in "${language}"`, context, () => {
      aliases.set(toLanguage(language), toList(list, 'a list of aliases').map(termText))
    })
  }
  return aliases
}

function readStatements(
  json: JsonObject,
  subject: { readonly id: string; readonly iri: string },
  context: EntityContext,
): Statement[] {
  const groups = attempt('claims', context, () =>
    toEntries(json.claims ?? json.statements, 'a map from property to statements'),
  )
  const snakContext: SnakContext = {
    ids: context.ids,
    ontology: context.ontology,
    datatypes: collectDatatypes(groups ?? []),
    warn: (message) => {
      context.warn(message)
    },
  }
  const statements: Statement[] = []
  const located = { ...subject, origin: context.origin }
  for (const [property, group] of groups ?? []) {
    const list = attempt(property, context, () => toList(group, 'a list of statements')) ?? []
    for (const statement of list) {
      const id = isObject(statement) && typeof statement.id === 'string' ? statement.id : undefined
      const read = attempt(
        `The statement ${id ?? `of ${property}`} of ${subject.id} is left out`,
        context,
        () => readStatement(statement, located, snakContext),
        id,
      )
      if (read) statements.push(read)
    }
  }
  return statements
}

/** Collects the datatypes that main snaks give, for those snaks that give none. */
function collectDatatypes(
  groups: readonly (readonly [string, unknown])[],
): ReadonlyMap<string, string> {
  const datatypes = new Map<string, string>()
  for (const [property, group] of groups) {
    for (const statement of Array.isArray(group) ? (group as unknown[]) : []) {
      const mainSnak = isObject(statement) ? statement.mainsnak : undefined
      if (isObject(mainSnak) && typeof mainSnak.datatype === 'string') {
        datatypes.set(property, mainSnak.datatype)
        break
      }
    }
  }
  return datatypes
}

function readSitelinks(json: unknown, context: EntityContext): Sitelink[] {
  const entries = attempt('sitelinks', context, () => toEntries(json, 'a map')) ?? []
  return entries.flatMap(([site, link]) => {
    const read = attempt(`sitelink "${site}"`, context, () => readSitelink(site, link, context.ids))
    return read ? [read] : []
  })
}

function readSitelink(site: string, json: unknown, ids: IdReader): Sitelink {
  const link = toObject(json, 'a sitelink as an object')
  const { url } = link
  if (url !== undefined && (typeof url !== 'string' || !isIri(url))) unexpected('an IRI', url)
  return {
    site,
    title: toText(link.title, 'a title'),
    ...(url !== undefined && { url }),
    badges: toList(link.badges, 'a list of badges').map((badge) => ids.iri(badge)),
  }
}

function readDatatype(datatype: unknown, context: EntityContext): Pick<Entity, 'datatype'> {
  if (datatype === undefined) return {}
  if (typeof datatype === 'string' && isDatatype(datatype)) return { datatype }
  context.warn(
    `The datatype ${JSON.stringify(datatype)} is not known; the property is read without`,
  )
  return {}
}

function readRevision({ lastrevid, modified }: JsonObject): Pick<Entity, 'revision'> {
  const revision = {
    ...(typeof lastrevid === 'number' && { id: lastrevid }),
    ...(typeof modified === 'string' && { modified }),
  }
  return Object.keys(revision).length > 0 ? { revision } : {}
}

/** Reads what lexemes and forms have; their forms and senses are entities within them. */
function readLexical(json: JsonObject, context: EntityContext): Pick<Entity, 'lexical'> {
  const { language, lexicalCategory, grammaticalFeatures, forms, senses } = json
  const lexical = {
    ...(language !== undefined && readIri('language', language, context)),
    ...(lexicalCategory !== undefined && readIri('category', lexicalCategory, context)),
    ...(grammaticalFeatures !== undefined && {
      features:
        attempt('grammaticalFeatures', context, () =>
          toList(grammaticalFeatures, 'a list of ids').map((id) => context.ids.iri(id)),
        ) ?? [],
    }),
    ...(forms !== undefined && { forms: readParts('forms', forms, context) }),
    ...(senses !== undefined && { senses: readParts('senses', senses, context) }),
  }
  return Object.keys(lexical).length > 0 ? { lexical } : {}
}

function readIri<K extends string>(
  key: K,
  id: unknown,
  context: EntityContext,
): Partial<Record<K, string>> {
  const iri = attempt(key, context, () => context.ids.iri(id))
  return iri === undefined ? {} : ({ [key]: iri } as Partial<Record<K, string>>)
}

function readParts(what: string, json: unknown, context: EntityContext): Entity[] {
  const parts = attempt(what, context, () => toList(json, 'a list')) ?? []
  return parts.flatMap((part) => {
    const object = attempt(what, context, () => toObject(part, 'an object'))
    const entity = object && readEntity(object, context)
    return entity ? [entity] : []
  })
}
