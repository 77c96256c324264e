import type { FastifyRequest } from 'fastify'
import { UsineError } from '../../errors.ts'
import { findFormatByMediaType, listFormats } from '../../formats.ts'
import type { RdfFormatName } from '../../formats.ts'
import type { RdfDocument } from '../workers/index.ts'
import { mediaTypeOf } from './read-operation.ts'

const MULTIPART = 'multipart/form-data'

/**
 * Reads the RDF that a request carries: one document, or the parts of a form.
 *
 * @see https://www.w3.org/TR/sparql11-http-rdf-update/#http-post
 */
export async function readDocuments(request: FastifyRequest): Promise<readonly RdfDocument[]> {
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const type = mediaTypeOf(request)
  if (type === MULTIPART) return readParts(bytes, request.headers['content-type'] ?? '')
  if (type === '' && bytes.length === 0) return []
  return [{ format: formatOf(type), bytes }]
}

async function readParts(bytes: Buffer, contentType: string): Promise<readonly RdfDocument[]> {
  const form = await parseForm(bytes, contentType)
  const parts = [...form.values()]
  return Promise.all(
    parts.map(async (part) => {
      if (typeof part === 'string') return { format: 'turtle', bytes: Buffer.from(part) } as const
      return { format: formatOf(part.type), bytes: Buffer.from(await part.arrayBuffer()) }
    }),
  )
}

async function parseForm(bytes: Buffer, contentType: string): Promise<FormData> {
  try {
    // Deprecated for what is streamed from clients; this body is in memory already, and no longer than allowed.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return await new Response(bytes, { headers: { 'content-type': contentType } }).formData()
  } catch (cause) {
    const problem = 'its form cannot be read'
    throw new UsineError('ERR_REQUEST_INVALID', { problem }, { cause })
  }
}

function formatOf(mediaType: string): RdfFormatName {
  const format = findFormatByMediaType(mediaType)
  if (format) return format.name
  const known = [...listFormats().map(({ mediaTypes }) => mediaTypes[0]), MULTIPART].join(', ')
  throw new UsineError('ERR_REQUEST_TYPE', { type: mediaType || 'none', known })
}
