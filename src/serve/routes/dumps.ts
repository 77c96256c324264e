import type { FastifyReply, FastifyRequest } from 'fastify'
import { UsineError } from '../../errors.ts'
import { datasetIri } from '../../export/index.ts'
import type { Routes, SiteVersion } from '../context.ts'
import { findDump, getDump } from '../documents/dumps.ts'
import type { Dump, DumpFile } from '../documents/dumps.ts'
import { writeLinks } from '../documents/links.ts'
import { ProblemError } from '../problem.ts'
import { basePath } from '../respond/paths.ts'
import { parseRange } from '../respond/byte-range.ts'
import type { ByteRange } from '../respond/byte-range.ts'
import { assertUnchanged, isFresh } from '../respond/conditional.ts'
import { openHeaders } from '../respond/security-headers.ts'
import { pathPart } from './parameters.ts'

/** Routes of the whole graph as files, with checksums and ranges. */
export const dumpRoutes: Routes = (app, context) => {
  app.route({
    method: ['GET', 'HEAD'],
    url: '/dump.:name',
    handler: async (request, reply) => {
      const version = context.current()
      const name = pathPart(request, 'name')
      const isChecksum = name.endsWith('.sha256')
      const file = findDump(isChecksum ? name.slice(0, -'.sha256'.length) : name)
      if (!file) throw new UsineError('ERR_PATH_NOT_FOUND', { path: request.url.slice(0, 200) })
      const dump = await getDump(version, file)
      const send = isChecksum ? sendChecksum : sendDump
      return send(request, reply, { version, file, dump })
    },
  })
}

/** Writes the checksum of a file as `sha256sum --check` reads it. */
function sendChecksum(request: FastifyRequest, reply: FastifyReply, sending: Sending) {
  const { file, dump, version } = sending
  const hex = dump.sha256.toString('hex')
  const { modified } = version
  const etag = `"${hex.slice(0, 32)}"`
  const name = `dump.${file.format.extensions[0]}${file.isCompressed ? '.gz' : ''}`
  reply.headers({
    ...openHeaders,
    'cache-control': 'public, max-age=0, must-revalidate',
    etag,
    'last-modified': modified.toUTCString(),
  })
  assertUnchanged(request.headers, { etag, modified })
  if (isFresh(request.headers, { etag, modified })) return reply.code(304).send()
  return reply.type('text/plain; charset=utf-8').send(`${hex}  ${name}\n`)
}

interface Sending {
  readonly version: SiteVersion
  readonly file: DumpFile
  readonly dump: Dump
}

function sendDump(request: FastifyRequest, reply: FastifyReply, sending: Sending): FastifyReply {
  const { version, file, dump } = sending
  const { bytes, sha256 } = dump
  const etag = `"${sha256.toString('base64url').slice(0, 27)}"`
  const { modified } = version
  reply.headers({
    ...openHeaders,
    'cache-control': 'public, max-age=0, must-revalidate',
    'accept-ranges': 'bytes',
    // The digest of the whole, whatever part of it is sent.
    'repr-digest': `sha-256=:${sha256.toString('base64')}:`,
    etag,
    'last-modified': modified.toUTCString(),
    link: writeLinks([
      { href: datasetIri(version.base), rel: 'cite-as' },
      { href: version.site.config.license, rel: 'license' },
      { href: `${basePath(version.base)}/dataset`, rel: 'collection describedby' },
    ]),
  })
  assertUnchanged(request.headers, { etag, modified })
  if (isFresh(request.headers, { etag, modified })) return reply.code(304).send()
  reply.header('content-type', contentTypeOf(file))
  const range = askedRange(request, { etag, modified, length: bytes.length })
  if (range === undefined) return sendBytes(request, reply, bytes)
  const { start, end } = range
  reply.code(206).header('content-range', `bytes ${start}-${end}/${bytes.length}`)
  return sendBytes(request, reply, bytes.subarray(start, end + 1))
}

const sendBytes = (request: FastifyRequest, reply: FastifyReply, bytes: Buffer): FastifyReply =>
  request.method === 'HEAD'
    ? reply.header('content-length', bytes.length).send()
    : reply.send(bytes)

function contentTypeOf({ format, isCompressed }: DumpFile): string {
  if (isCompressed) return 'application/gzip'
  const [mediaType] = format.mediaTypes
  return mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType
}

/** The range that is asked for, if it is of what there is now. Only GET has ranges. */
function askedRange(
  { method, headers }: FastifyRequest,
  { etag, modified, length }: { etag: string; modified: Date; length: number },
): ByteRange | undefined {
  const condition = headers['if-range']
  const holds =
    condition === undefined ||
    condition === etag ||
    Date.parse(String(condition)) === modified.getTime()
  if (method !== 'GET' || !holds) return undefined
  const range = parseRange(headers.range, length)
  if (range !== 'unfit') return range
  throw new ProblemError(
    new UsineError('ERR_RANGE_UNFIT', { length, range: headers.range ?? '' }),
    { headers: { 'content-range': `bytes */${length}` } },
  )
}
