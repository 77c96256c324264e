import type { Quad } from '@rdfjs/types'
import { RdfXmlParser } from 'rdfxml-streaming-parser'
import { UsineError } from '../../errors.ts'
import { expandEntities } from './expand-entities.ts'
import type { ParseContext } from './parse-options.ts'
import { parseTransform } from './parse-transform.ts'
import { scopeBlankNodes } from './scope-blank-nodes.ts'

/** `Line 3 column 5: …` of the RDF/XML parser and `3:5: …` of the XML parser under it. */
const place = /^(?:Line (\d+) column (\d+)|(?:[^\s:]*:)?(\d+):(\d+)): ([^]*)$/

/**
 * Parses RDF/XML. Entities of the document's own DTD are known, external ones are never fetched.
 *
 * @see https://www.w3.org/TR/rdf-syntax-grammar/
 */
export async function* parseRdfXml(
  chunks: AsyncIterable<string>,
  { factory, file, baseIri }: ParseContext,
): AsyncGenerator<Quad> {
  const parser = new StrictParser({
    dataFactory: scopeBlankNodes(factory),
    trackPosition: true,
    ...(baseIri !== undefined && { baseIRI: baseIri }),
  })
  try {
    yield* parseTransform(chunks, parser)
  } catch (cause) {
    if (cause instanceof UsineError) throw cause
    throw toSyntaxError(cause, file)
  }
}

function toSyntaxError(cause: unknown, file: string): UsineError {
  const message = cause instanceof Error ? cause.message : String(cause)
  const [, line, column, saxLine, saxColumn, problem] = place.exec(message) ?? []
  const details = {
    file,
    line: line ?? saxLine ?? 1,
    column: Math.max(1, Number(column ?? saxColumn ?? 1)),
  }
  return new UsineError('ERR_SYNTAX', { ...details, problem: problem ?? message }, { cause })
}

/** Deeper nesting means nothing in RDF, and the parser's time grows with its square. */
const MAX_DEPTH = 500

/** What the parser keeps to itself. */
interface WithSaxParser {
  readonly saxParser: { readonly ENTITIES: Record<string, string>; close(): unknown }
}

/** Notices what the parser does not: documents that end too early, nesting without end, entities in entities. */
class StrictParser extends RdfXmlParser {
  #depth = 0

  override onDoctype(doctype: string): void {
    super.onDoctype(doctype)
    const { ENTITIES: entities } = this.#saxParser
    const refuse = (problem: string): never => {
      throw this.newParseError(problem)
    }
    for (const [name, text] of expandEntities(entities, refuse)) entities[name] = text
  }

  override onTag(tag: Parameters<RdfXmlParser['onTag']>[0]): void {
    this.#depth += 1
    if (this.#depth > MAX_DEPTH) throw this.newParseError(`nested deeper than ${MAX_DEPTH}`)
    super.onTag(tag)
  }

  override onCloseTag(): void {
    this.#depth -= 1
    super.onCloseTag()
  }

  override _flush(done: (error?: Error | null) => void): void {
    // The errors of the XML parser arrive as events; one thrown here has none of its own.
    this.#saxParser.close()
    done()
  }

  get #saxParser(): WithSaxParser['saxParser'] {
    return (this as unknown as WithSaxParser).saxParser
  }
}
