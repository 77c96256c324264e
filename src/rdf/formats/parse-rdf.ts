import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { UsineError } from '../../errors.ts'
import type { RdfFormatName } from '../../formats.ts'
import { decodeUtf8 } from './decode-utf8.ts'
import { parseN3 } from './parse-n3.ts'
import type { ParseContext, ParseOptions } from './parse-options.ts'

type Parse = (chunks: AsyncIterable<string>, context: ParseContext) => AsyncIterable<Quad>

const parsers = {
  turtle: parseN3,
  trig: parseN3,
  'n-triples': parseN3,
  'n-quads': parseN3,
  // The parsers of these are large, and few programs that start need them.
  async *jsonld(chunks, context) {
    const { parseJsonLd } = await import('./parse-json-ld.ts')
    yield* parseJsonLd(chunks, context)
  },
  async *rdfxml(chunks, context) {
    const { parseRdfXml } = await import('./parse-rdf-xml.ts')
    yield* parseRdfXml(chunks, context)
  },
} satisfies Record<RdfFormatName, Parse>

/**
 * Parses RDF from a stream or from text, quad by quad, as fast as they are taken.
 * What RDF 1.1 cannot say (triple terms, base directions) is an error.
 */
export async function* parseRdf(
  input: AsyncIterable<Uint8Array | string> | string,
  options: ParseOptions,
): AsyncGenerator<Quad> {
  const { factory = DataFactory, file = 'input' } = options
  const context = { ...options, factory, file }
  const chunks = decodeUtf8(typeof input === 'string' ? once(input) : input, file)
  for await (const quad of parsers[options.format](chunks, context)) {
    checkQuad(quad, file)
    yield quad
  }
}

async function* once(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text)
}

function checkQuad({ object }: Quad, file: string): void {
  if (object.termType === 'Quad') {
    const problem = 'triple terms of RDF 1.2 are not supported'
    throw new UsineError('ERR_DOCUMENT_INVALID', { file, problem })
  }
  if (object.termType === 'Literal' && object.direction) {
    const problem = `base directions of RDF 1.2 are not supported: "${object.value.slice(0, 40)}"`
    throw new UsineError('ERR_DOCUMENT_INVALID', { file, problem })
  }
}
