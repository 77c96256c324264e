import type { Readable } from 'node:stream'

/** A term of an answer in SPARQL's JSON. */
export interface JsonTerm {
  readonly type: 'uri' | 'literal' | 'bnode' | 'triple'
  readonly value: unknown
  readonly 'xml:lang'?: string
  readonly datatype?: string
}

/**
 * An answer in SPARQL's JSON.
 *
 * @see https://www.w3.org/TR/sparql11-results-json/
 */
export interface JsonAnswer {
  readonly head: { readonly vars?: readonly string[] }
  readonly boolean?: boolean
  readonly results?: { readonly bindings: readonly Readonly<Record<string, JsonTerm>>[] }
}

/** Reads a text whole, unless it is longer than a page should be: then it is stopped, and nothing comes of it. */
export async function readUpTo(body: Readable, maxBytes: number): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of body) {
    const buffer = Buffer.from(chunk as Buffer | string)
    bytes += buffer.length
    // Leaving the loop ends the query.
    if (bytes > maxBytes) return undefined
    chunks.push(buffer)
  }
  return Buffer.concat(chunks).toString('utf8')
}
