import type { Readable } from 'node:stream'
import type { Entity, Origin } from '../../statements/index.ts'
import { WIKIDATA_ENTITY } from '../../vocabulary.ts'
import type { Source, SourceContext, SourceItem } from '../source.ts'
import { decompress } from './decompress.ts'
import { placeOf, readDocuments } from './documents.ts'
import type { JsonDocument } from './documents.ts'
import { createIdReader, isEntityId } from './entity-id.ts'
import type { IdReader } from './entity-id.ts'
import { splitLines } from './lines.ts'
import { findEntities } from './read-document.ts'
import type { DocumentPart } from './read-document.ts'
import { readEntity } from './read-entity.ts'

/** The longest line of a dump, or document, that is read: several times Wikidata's largest entity. */
export const LINE_LIMIT = 32 * 1024 * 1024

/** How Wikibase JSON is read. */
export interface WikibaseJsonOptions {
  /** What entity IRIs start with; Wikidata's unless given. */
  readonly conceptBase?: string
  /** The longest line, or document, in bytes. */
  readonly lineLimit?: number
}

/**
 * Makes the source that reads Wikibase JSON: an entity, an EntityData document, a `wbgetentities` answer, or a dump,
 * each plain or compressed by gzip or bzip2. Memory is bounded by one line of a dump.
 *
 * @see https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html
 */
export function createWikibaseJsonSource(options: WikibaseJsonOptions = {}): Source {
  const { conceptBase = WIKIDATA_ENTITY, lineLimit = LINE_LIMIT } = options
  const ids = createIdReader(conceptBase)
  return {
    name: 'wikibase-json',
    extensions: ['.json', '.json.gz', '.json.bz2'],
    read: (input, context) => read(input, context, { ids, lineLimit }),
  }
}

interface Settings {
  readonly ids: IdReader
  readonly lineLimit: number
}

async function* read(
  input: Readable,
  context: SourceContext,
  { ids, lineLimit }: Settings,
): AsyncGenerator<SourceItem> {
  const progress = { line: 1 }
  try {
    const lines = splitLines(decompress(input as AsyncIterable<Buffer>), lineLimit)
    for await (const document of readDocuments(lines, lineLimit)) {
      progress.line = document.line
      yield* readDocument(document, { ...context, ids })
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const origin = { file: context.file, line: progress.line, column: 1 }
    const message = `Reading stopped after this line: ${error.message}`
    yield { kind: 'problem', problem: { severity: 'error', message, origin } }
  }
}

type DocumentContext = SourceContext & Pick<Settings, 'ids'>

function* readDocument(document: JsonDocument, context: DocumentContext): Generator<SourceItem> {
  const { file } = context
  if (document.kind === 'invalid') {
    const { message, line, column } = document
    yield problem(message, { file, line, column })
    return
  }
  try {
    for (const part of findEntities(document.value)) yield* readPart(part, document, context)
  } catch (error) {
    // Whatever is nested too deeply for the stack is nothing that Wikibase writes.
    if (!(error instanceof RangeError)) throw error
    yield problem('This is nested too deeply', { file, line: document.line, column: 1 })
  }
}

const problem = (
  message: string,
  origin: Origin,
  severity: 'error' | 'warning' = 'error',
): SourceItem => ({ kind: 'problem', problem: { severity, message, origin } })

function* readPart(
  part: DocumentPart,
  { text, line }: Extract<JsonDocument, { kind: 'json' }>,
  { file, ids, ontology }: DocumentContext,
): Generator<SourceItem> {
  /** Finds where a text stands first; the start where it is not known. */
  const locate = (near: string | undefined): Origin => {
    const offset = near === undefined ? -1 : text.indexOf(JSON.stringify(near))
    return { file, ...placeOf(text, Math.max(offset, 0), { line, column: 1 }) }
  }
  if (part.kind === 'problem') {
    yield problem(part.message, locate(part.near))
    return
  }
  const problems: SourceItem[] = []
  const entity = readEntity(part.json, {
    ids,
    ontology,
    origin: part.key === undefined ? { file, line, column: 1 } : locate(part.key),
    report: (message, near) => problems.push(problem(message, locate(near))),
    warn: (message) => problems.push(problem(message, locate(undefined), 'warning')),
  })
  yield* problems
  if (entity) yield { kind: 'entity', entity: withRedirect(entity, part.key, ids) }
}

/** An entity that stands under another id was asked for by it: the id redirects to the entity. */
function withRedirect(entity: Entity, key: string | undefined, ids: IdReader): Entity {
  if (key === undefined || key === entity.id || !isEntityId(key)) return entity
  return { ...entity, redirectsFrom: [ids.iri(key)] }
}
