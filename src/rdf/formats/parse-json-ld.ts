import type { Quad } from '@rdfjs/types'
import type { IDocumentLoader } from 'jsonld-context-parser'
import { JsonLdParser } from 'jsonld-streaming-parser'
import { EntryHandlerKeywordUnknownFallback } from 'jsonld-streaming-parser/lib/entryhandler/keyword/EntryHandlerKeywordUnknownFallback.js'
import { UsineError } from '../../errors.ts'
import { checkJson } from './check-json.ts'
import type { JsonLdContextDocument, ParseContext } from './parse-options.ts'
import { parseTransform } from './parse-transform.ts'
import { scopeBlankNodes } from './scope-blank-nodes.ts'

// In strict mode, jsonld-streaming-parser 5.0 takes a keyword of a value object that comes before `@value` for an
// unknown one, although the order of keys means nothing and jsonld.js writes this one.
const { VALID_KEYWORDS_TYPES: knownKeywords } = EntryHandlerKeywordUnknownFallback as unknown as {
  readonly VALID_KEYWORDS_TYPES: Record<string, null>
}
for (const keyword of ['@language', '@direction']) knownKeywords[keyword] = null

/**
 * Parses JSON-LD 1.1. Memory is bounded by the chunks in the streaming profile, else by the document.
 * A base direction of text is kept as a datatype, as `rdfDirection: i18n-datatype` says.
 *
 * @see https://www.w3.org/TR/json-ld11-api/#deserialize-json-ld-to-rdf-algorithm
 */
export async function* parseJsonLd(
  chunks: AsyncIterable<string>,
  {
    factory,
    file,
    baseIri,
    contexts = new Map(),
    loadContext,
    strict = true,
    streamingProfile = false,
  }: ParseContext,
): AsyncGenerator<Quad> {
  const loader = new LocalLoader(contexts, loadContext)
  const parser = new JsonLdParser({
    dataFactory: scopeBlankNodes(factory),
    documentLoader: loader,
    rdfDirection: 'i18n-datatype',
    rdfstar: false,
    streamingProfile,
    strictValues: strict,
    ...(baseIri !== undefined && { baseIRI: baseIri }),
  })
  try {
    yield* parseTransform(checkJson(chunks, { file }), parser)
  } catch (cause) {
    if (cause instanceof UsineError) throw cause
    // The parser wraps it, and loses its code.
    if (loader.refusal) throw loader.refusal
    const problem = cause instanceof Error ? cause.message : String(cause)
    throw new UsineError('ERR_DOCUMENT_INVALID', { file, problem }, { cause })
  }
}

type LoadContext = ParseContext['loadContext']
type Loaded = ReturnType<IDocumentLoader['load']>

/** Loads contexts from the table, where with and without a slash at the end are the same, and others as it is told. */
class LocalLoader implements IDocumentLoader {
  readonly #contexts: ReadonlyMap<string, JsonLdContextDocument>
  readonly #loadOther: LoadContext
  /** Why a context was not loaded. */
  refusal: UsineError | undefined

  constructor(contexts: ReadonlyMap<string, JsonLdContextDocument>, loadOther: LoadContext) {
    this.#loadOther = loadOther
    this.#contexts = new Map([...contexts].map(([iri, document]) => [normalize(iri), document]))
  }

  async load(iri: string): Loaded {
    const document = this.#contexts.get(normalize(iri)) ?? (await this.#load(iri))
    return document
  }

  async #load(iri: string): Promise<JsonLdContextDocument> {
    try {
      if (this.#loadOther) return await this.#loadOther(iri)
    } catch (error) {
      if (error instanceof UsineError) this.refusal = error
      throw error
    }
    const known = [...this.#contexts.keys()].join(', ') || 'none'
    this.refusal = new UsineError('ERR_CONTEXT_UNKNOWN', { iri, known })
    throw this.refusal
  }
}

const normalize = (iri: string) => iri.replace(/\/$/, '')
