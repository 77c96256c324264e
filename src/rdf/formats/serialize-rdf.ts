import type { RdfFormatName } from '../../formats.ts'
import { gatherText } from './gather-text.ts'
import { serializeJsonLd } from './serialize-json-ld.ts'
import { serializeNQuads, serializeNTriples } from './serialize-n-quads.ts'
import type { Quads, Serialize, SerializeOptions } from './serialize-options.ts'
import { serializeRdfXml } from './serialize-rdf-xml.ts'
import { serializeTrig, serializeTurtle } from './serialize-turtle.ts'

const serializers = {
  turtle: serializeTurtle,
  trig: serializeTrig,
  'n-triples': serializeNTriples,
  'n-quads': serializeNQuads,
  jsonld: serializeJsonLd,
  rdfxml: serializeRdfXml,
} satisfies Record<RdfFormatName, Serialize>

/**
 * Serializes quads in chunks of text, as fast as they are taken.
 * Turtle, N-Triples and RDF/XML have no graphs: there the graph of a quad is not written.
 * A term that the format cannot hold is an error, never a changed term.
 */
export function serializeRdf(quads: Quads, options: SerializeOptions): AsyncGenerator<string> {
  const serialize: Serialize = serializers[options.format]
  return gatherText(serialize(quads, options))
}

/** Serializes quads as one text. */
export async function serializeToString(quads: Quads, options: SerializeOptions): Promise<string> {
  let text = ''
  for await (const chunk of serializeRdf(quads, options)) text += chunk
  return text
}
