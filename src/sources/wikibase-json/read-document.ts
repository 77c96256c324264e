import { isObject } from './shape.ts'
import type { JsonObject } from './shape.ts'
import { show } from './unreadable.ts'

/** What a JSON document holds: entities, each with the key it stands under, or a reason why there is none. */
export type DocumentPart =
  | { readonly kind: 'entity'; readonly json: JsonObject; readonly key?: string }
  | { readonly kind: 'problem'; readonly message: string; readonly near?: string }

/**
 * Finds the entities in a document: an entity, a list of entities, or what the API and Special:EntityData answer.
 *
 * @see https://www.mediawiki.org/wiki/Wikibase/API#wbgetentities
 * @see https://www.mediawiki.org/wiki/Wikibase/EntityData
 */
export function* findEntities(document: unknown): Generator<DocumentPart> {
  if (Array.isArray(document)) {
    for (const member of document as unknown[]) yield* findEntities(member)
  } else if (!isObject(document)) {
    yield problem(`This is no entity: expected an object, found ${show(document)}`)
  } else if (isObject(document.error)) yield apiError(document.error)
  else if (document.entities !== undefined) yield* findKeyed(document.entities)
  else if (document.id !== undefined) yield { kind: 'entity', json: document }
  else yield problem(`This is no entity: expected an id or entities, found ${show(document)}`)
}

const problem = (message: string, near?: string): DocumentPart => ({
  kind: 'problem',
  message,
  ...(near !== undefined && { near }),
})

function apiError({ code, info }: JsonObject): DocumentPart {
  const advice =
    code === 'maxlag' ? '; the server was too busy: ask again later, as Retry-After says' : ''
  return problem(`This is an error of the API, no entity: ${show(code)}, ${show(info)}${advice}`)
}

function* findKeyed(entities: unknown): Generator<DocumentPart> {
  if (Array.isArray(entities)) yield* findEntities(entities)
  else if (!isObject(entities)) {
    yield problem(`These are no entities: expected a map from ids, found ${show(entities)}`)
  } else {
    for (const [key, json] of Object.entries(entities)) yield* findOne(key, json)
  }
}

function* findOne(key: string, json: unknown): Generator<DocumentPart> {
  if (!isObject(json)) {
    yield problem(
      `The entity ${show(key)} cannot be read: expected an object, found ${show(json)}`,
      key,
    )
  } else if (json.missing !== undefined) {
    const name = typeof json.title === 'string' ? `${show(json.title)} of ${show(json.site)}` : key
    yield problem(`The entity ${name} does not exist, so the API answered`, key)
  } else yield { kind: 'entity', json, key }
}
