import type { Quad } from '@rdfjs/types'
import { RdfXmlParser } from 'rdfxml-streaming-parser'
import { UsineError } from '../../errors.ts'
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
  const parser = new RdfXmlParser({
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
  const details = { file, line: line ?? saxLine ?? 1, column: column ?? saxColumn ?? 1 }
  return new UsineError('ERR_SYNTAX', { ...details, problem: problem ?? message }, { cause })
}
