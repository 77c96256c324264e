import { DataFactory } from 'n3'
import { rdfFormats } from '../../formats.ts'
import type { RdfFormat } from '../../formats.ts'
import { loadContexts } from '../../export/index.ts'
import { parseRdf, serializeRdf } from '../../rdf/index.ts'
import { decompress, readError } from '../../sources/index.ts'
import type { Input } from './input.ts'
import type { Setting } from './setting.ts'

/** What RDF is read as, and written as. */
export interface RdfConversion {
  readonly from: RdfFormat
  readonly to: RdfFormat
  readonly pretty: boolean
  /** What relative IRIs are resolved against. */
  readonly baseIri: string | undefined
}

/** Converts RDF from one serialization to another, quad by quad; compressed input is decompressed. */
export async function* convertRdf(
  input: Input,
  { from, to, pretty, baseIri }: RdfConversion,
  { base, ontology, prefixes }: Setting,
): AsyncGenerator<string> {
  const contexts =
    from === rdfFormats.jsonld
      ? { contexts: await loadContexts({ ontology, base, factory: DataFactory }) }
      : {}
  const quads = parseRdf(readBytes(input), {
    format: from.name,
    file: input.name,
    baseIri,
    ...contexts,
  })
  yield* serializeRdf(quads, { format: to.name, prefixes, pretty })
}

/** Reads an input; what goes wrong is an error of the file, such as compressed data that ends too soon. */
async function* readBytes({ stream, name }: Input): AsyncGenerator<Buffer> {
  try {
    yield* decompress(stream as AsyncIterable<Buffer>)
  } catch (cause) {
    throw readError(name, cause)
  }
}
