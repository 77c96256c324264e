import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream'
import type { Readable } from 'node:stream'
import { createBrotliCompress, createGzip, constants } from 'node:zlib'
import type { Term } from '@rdfjs/types'
import type { FastifyReply } from 'fastify'
import type { ContentCoding } from '../negotiate.ts'

/** What decides which bytes an answer has. */
export interface AnswerIdentity {
  readonly version: string
  readonly query: string
  readonly bindings: ReadonlyMap<string, Term>
  readonly format: string
  readonly coding: ContentCoding
  /** Of pages. */
  readonly language?: string
}

/** Makes the strong validator of an answer: the same question to the same version of a site has the same answer. */
export function answerEtag({ bindings, ...identity }: AnswerIdentity): string {
  const values = [...bindings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, term]) => [name, ...termParts(term)])
  const text = JSON.stringify([identity, values])
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
}

const termParts = (term: Term): string[] =>
  term.termType === 'Literal'
    ? [term.termType, term.value, term.language, term.datatype.value]
    : [term.termType, term.value]

/** Sends a text as it comes; where it breaks off, so does the connection. */
export function sendStream(
  reply: FastifyReply,
  body: Readable,
  coding: ContentCoding,
): FastifyReply {
  if (coding === 'identity') return reply.send(body)
  const compressed = compressors[coding]()
  // An error on either side destroys both, and so the connection.
  pipeline(body, compressed, () => undefined)
  return reply.header('content-encoding', coding).send(compressed)
}

const compressors = {
  gzip: () => createGzip({ level: 5 }),
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
}
