import { pipeline } from 'node:stream'
import type { Readable } from 'node:stream'
import { constants, createGzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { negotiateCoding } from '../negotiate.ts'
import type { ContentCoding } from '../negotiate.ts'
import { openHeaders } from '../respond/security-headers.ts'

/** An answer of a worker. */
export interface StreamedAnswer {
  readonly mediaType: string
  readonly body: Readable
}

/** What the answers of endpoints depend on beside the URL. */
const VARY = 'Accept, Accept-Encoding, Accept-Language'

/** Sends an answer as it comes; where it cannot be finished the connection is closed, so that no one takes it for whole. */
export function sendAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  { mediaType, body }: StreamedAnswer,
): FastifyReply {
  const isPacked = streamCoding(request) === 'gzip'
  reply.headers({
    ...openHeaders,
    vary: VARY,
    'cache-control': 'no-cache',
    'content-type': withCharset(mediaType),
    ...(isPacked && { 'content-encoding': 'gzip' }),
  })
  if (request.method === 'HEAD') {
    body.destroy()
    // Without a length, since that of the answer is not known.
    return reply.send()
  }
  return reply.send(isPacked ? pack(body) : body)
}

/** The coding of an answer that is sent as it comes: rows that are on their way cannot wait for brotli. */
export const streamCoding = ({ headers }: FastifyRequest): ContentCoding =>
  negotiateCoding(headers['accept-encoding'], ['gzip', 'identity'])

function pack(body: Readable): Readable {
  // What there is goes out at once, so that rows arrive while others are computed.
  const gzip = createGzip({ level: 5, flush: constants.Z_SYNC_FLUSH })
  // An error of either ends the other, and the connection with it.
  return pipeline(body, gzip, () => undefined)
}

const withCharset = (mediaType: string) =>
  mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType
