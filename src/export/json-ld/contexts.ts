import type { DataFactory } from '@rdfjs/types'
import type { NodeObject } from 'jsonld'
import { UsineError } from '../../errors.ts'
import type { Ontology } from '../../rdf/index.ts'
import type { JsonLdContext } from './context.ts'
import { contextFromOntology, publishedContextIri } from './published-context.ts'
import { buildSchemaOrgContext, SCHEMA_ORG_CONTEXT } from './schema-org-context.ts'

/** A document that holds a context. */
export interface ContextDocument {
  readonly '@context': JsonLdContext
}

/** The contexts that documents may name, by IRI. */
export type ContextTable = ReadonlyMap<string, ContextDocument>

interface Site {
  readonly ontology: Ontology
  readonly base: string
  readonly factory: DataFactory
}

/** The spellings of the context of schema.org that are met in the wild. */
const schemaOrgIris = [
  SCHEMA_ORG_CONTEXT,
  'http://schema.org',
  'https://schema.org/',
  'http://schema.org/',
  'https://schema.org/docs/jsonldcontext.json',
  'https://schema.org/docs/jsonldcontext.jsonld',
  'http://schema.org/docs/jsonldcontext.json',
  'http://schema.org/docs/jsonldcontext.jsonld',
]

let schemaOrg: Promise<JsonLdContext> | undefined
let schemaOrgCore: Promise<JsonLdContext> | undefined

/** Gets the context of schema.org, which a process builds once. */
export function getSchemaOrgContext(factory: DataFactory): Promise<JsonLdContext> {
  schemaOrg ??= buildSchemaOrgContext(factory)
  return schemaOrg
}

/**
 * Gets the part of the context of schema.org that decides how a document is written: a term that coerces nothing says
 * no more than `@vocab` does, and there are thousands of them.
 */
export async function getSchemaOrgCore(factory: DataFactory): Promise<JsonLdContext> {
  schemaOrgCore ??= getSchemaOrgContext(factory).then(keepDecisive)
  return schemaOrgCore
}

const keepDecisive = (context: JsonLdContext): JsonLdContext =>
  Object.fromEntries(
    Object.entries(context).filter(
      ([name, definition]) =>
        typeof definition === 'string' ||
        definition?.['@type'] !== undefined ||
        definition?.['@id'] !== `schema:${name}`,
    ),
  )

/** Collects the context of schema.org under all its names. */
export async function loadSchemaOrgContexts(factory: DataFactory): Promise<ContextTable> {
  const document = { '@context': await getSchemaOrgContext(factory) }
  return new Map(schemaOrgIris.map((iri) => [iri, document]))
}

/** Collects all contexts that a site's documents name: that of schema.org and its own. */
export async function loadContexts({ ontology, base, factory }: Site): Promise<ContextTable> {
  return new Map([
    ...(await loadSchemaOrgContexts(factory)),
    [publishedContextIri(base), { '@context': contextFromOntology(ontology, base, factory) }],
  ])
}

/** What a document loader of jsonld.js answers. */
interface RemoteDocument {
  readonly documentUrl: string
  readonly document: NodeObject
}

/** Makes the document loader for jsonld.js, which knows the table and nothing else: no context comes from the network. */
export function createDocumentLoader(
  contexts: ContextTable,
): (iri: string) => Promise<RemoteDocument> {
  return (iri) => {
    const document = contexts.get(iri)
    if (document === undefined) {
      const known = [...contexts.keys()].join(', ')
      return Promise.reject(new UsineError('ERR_CONTEXT_UNKNOWN', { iri, known }))
    }
    return Promise.resolve({ documentUrl: iri, document: document as unknown as NodeObject })
  }
}
