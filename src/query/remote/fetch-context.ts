import { UsineError } from '../../errors.ts'
import type { JsonLdContextDocument } from '../../rdf/index.ts'
import type { Remote } from './remote.ts'

/** Loads the JSON-LD contexts that documents name, from where the site allows it. */
export function createContextLoader(
  remote: Remote,
  signal?: AbortSignal,
): (iri: string) => Promise<JsonLdContextDocument> {
  return async (iri) => {
    const accept = 'application/ld+json, application/json;q=0.9'
    const { status, body } = await remote.send(iri, { accept, ...(signal && { signal }) })
    if (status < 200 || status > 299) throw failed(iri, `it answers with the status ${status}`)
    return readContext(iri, Buffer.from(body).toString('utf8'))
  }
}

function readContext(iri: string, text: string): JsonLdContextDocument {
  try {
    const document: unknown = JSON.parse(text)
    if (isContextDocument(document)) return document
  } catch (cause) {
    throw failed(iri, 'it answers with something else than JSON', cause)
  }
  throw failed(iri, 'it answers with a document that has no @context')
}

const isContextDocument = (document: unknown): document is JsonLdContextDocument =>
  typeof document === 'object' && document !== null && '@context' in document

const failed = (iri: string, reason: string, cause?: unknown): UsineError =>
  new UsineError('ERR_TARGET_FAILED', { target: iri.slice(0, 200), reason }, { cause })
