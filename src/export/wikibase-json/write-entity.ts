import { groupByProperty } from '../../statements/index.ts'
import type { Entity, Reference, Sitelink, Snak, Statement, Terms } from '../../statements/index.ts'
import { writeValue } from './write-value.ts'
import type { IdOf, Json } from './write-value.ts'

/**
 * Writes an entity as Wikibase JSON: reading it again gives the same entity.
 *
 * @see https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html
 */
export function entityToWikibaseJson(entity: Entity, idOf: IdOf): Json {
  const { id, type, datatype, revision, labels, descriptions, aliases } = entity
  return {
    type,
    id,
    ...(datatype !== undefined && { datatype }),
    ...(revision?.id !== undefined && { lastrevid: revision.id }),
    ...(revision?.modified !== undefined && { modified: revision.modified }),
    [labelKey[type]]: writeTerms(labels),
    ...((type === 'item' || type === 'property' || descriptions.size > 0) && {
      descriptions: writeTerms(descriptions),
    }),
    ...((type === 'item' || type === 'property' || aliases.size > 0) && {
      aliases: writeAliases(aliases),
    }),
    ...writeLexical(entity, idOf),
    [type === 'mediainfo' ? 'statements' : 'claims']: writeStatements(entity.statements, idOf),
    ...((type === 'item' || entity.sitelinks.length > 0) && {
      sitelinks: Object.fromEntries(
        entity.sitelinks.map((link) => [link.site, writeSitelink(link, idOf)]),
      ),
    }),
  }
}

/** Writes entities as the document that Special:EntityData answers with, each under its id. */
export const writeWikibaseJson = (entities: readonly Entity[], idOf: IdOf): string =>
  `${JSON.stringify(
    {
      entities: Object.fromEntries(
        entities.map((entity) => [entity.id, entityToWikibaseJson(entity, idOf)]),
      ),
    },
    undefined,
    2,
  )}\n`

const labelKey = {
  item: 'labels',
  property: 'labels',
  mediainfo: 'labels',
  lexeme: 'lemmas',
  form: 'representations',
  sense: 'glosses',
} as const satisfies Record<Entity['type'], string>

const writeTerms = (terms: Terms): Json =>
  Object.fromEntries([...terms].map(([language, value]) => [language, { language, value }]))

const writeAliases = (aliases: Entity['aliases']): Json =>
  Object.fromEntries(
    [...aliases].map(([language, values]) => [
      language,
      values.map((value) => ({ language, value })),
    ]),
  )

function writeLexical({ lexical }: Entity, idOf: IdOf): Json {
  if (!lexical) return {}
  const { language, category, features, forms, senses } = lexical
  const parts = (entities: readonly Entity[]) =>
    entities.map((part) => entityToWikibaseJson(part, idOf))
  return {
    ...(language !== undefined && { language: idOf(language) }),
    ...(category !== undefined && { lexicalCategory: idOf(category) }),
    ...(features && { grammaticalFeatures: features.map(idOf) }),
    ...(forms && { forms: parts(forms) }),
    ...(senses && { senses: parts(senses) }),
  }
}

const writeSitelink = ({ site, title, url, badges }: Sitelink, idOf: IdOf): Json => ({
  site,
  title,
  badges: badges.map(idOf),
  ...(url !== undefined && { url }),
})

const writeStatements = (statements: readonly Statement[], idOf: IdOf): Json =>
  Object.fromEntries(
    [...groupByProperty(statements)].map(([property, group]) => [
      idOf(property),
      group.map((statement) => writeStatement(statement, idOf)),
    ]),
  )

function writeStatement(statement: Statement, idOf: IdOf): Json {
  const { id, mainSnak, qualifiers, rank, references } = statement
  return {
    mainsnak: writeSnak(mainSnak, idOf),
    type: 'statement',
    ...(qualifiers.length > 0 && {
      qualifiers: groupSnaks(qualifiers, idOf),
      'qualifiers-order': orderOf(qualifiers, idOf),
    }),
    id,
    rank,
    ...(references.length > 0 && {
      references: references.map((reference) => writeReference(reference, idOf)),
    }),
  }
}

const writeReference = ({ id, snaks }: Reference, idOf: IdOf): Json => ({
  hash: id,
  snaks: groupSnaks(snaks, idOf),
  'snaks-order': orderOf(snaks, idOf),
})

function groupSnaks(snaks: readonly Snak[], idOf: IdOf): Json {
  const groups: Record<string, Json[]> = {}
  for (const snak of snaks) {
    const property = idOf(snak.property)
    groups[property] = [...(groups[property] ?? []), writeSnak(snak, idOf)]
  }
  return groups
}

const orderOf = (snaks: readonly Snak[], idOf: IdOf): string[] => [
  ...new Set(snaks.map(({ property }) => idOf(property))),
]

function writeSnak(snak: Snak, idOf: IdOf): Json {
  const { snakType, property, datatype, hash } = snak
  return {
    snaktype: snakType,
    property: idOf(property),
    ...(hash !== undefined && { hash }),
    ...(snakType === 'value' && { datavalue: writeValue(snak.value, idOf) }),
    datatype,
  }
}
