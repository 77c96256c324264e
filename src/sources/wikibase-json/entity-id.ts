import type { EntityType } from '../../statements/index.ts'
import { WIKIDATA_ENTITY } from '../../vocabulary.ts'
import type { JsonObject } from './shape.ts'
import { unexpected } from './unreadable.ts'

const ID = /^(?:[QPLME]\d{1,15}|L\d{1,15}-[FS]\d{1,15})$/

/** The first letter of the ids of entity types that have numbers. */
const letters: Readonly<Record<string, string>> = { item: 'Q', property: 'P', lexeme: 'L' }

const types: Readonly<Record<string, EntityType>> = {
  Q: 'item',
  P: 'property',
  L: 'lexeme',
  M: 'mediainfo',
}

/** The IRIs of Commons' files, whose properties are Wikidata's. */
const COMMONS_ENTITY = 'https://commons.wikimedia.org/entity/'

/** Turns ids into IRIs. */
export interface IdReader {
  /** Of an id such as `Q42`; fails if it is none. */
  iri(id: unknown): string
  /** Of an id as values have it; old ones have only its number. */
  iriOf(value: JsonObject): string
}

/** Makes the reader of the ids of a Wikibase, whose entity IRIs start with the concept base. */
export function createIdReader(conceptBase: string): IdReader {
  const iri = (id: unknown): string => {
    if (!isEntityId(id)) unexpected('an entity id such as Q42', id)
    const isFile = conceptBase === WIKIDATA_ENTITY && id.startsWith('M')
    return (isFile ? COMMONS_ENTITY : conceptBase) + id
  }
  return {
    iri,
    iriOf: (value) => {
      if (value.id !== undefined) return iri(value.id)
      const type = value['entity-type']
      const letter = typeof type === 'string' && Object.hasOwn(letters, type) && letters[type]
      const number = value['numeric-id']
      if (typeof letter !== 'string' || typeof number !== 'number') {
        unexpected('an id, or an entity-type with a numeric-id', value)
      }
      return iri(letter + String(number))
    },
  }
}

/** Tells whether a value is an entity id. */
export const isEntityId = (id: unknown): id is string => typeof id === 'string' && ID.test(id)

/** The type of an entity, by the letters of its id. */
export function entityTypeOf(id: string): EntityType {
  if (id.includes('-F')) return 'form'
  if (id.includes('-S')) return 'sense'
  return types[id.charAt(0)] ?? 'item'
}
