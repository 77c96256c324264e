import type { Quad, Term } from '@rdfjs/types'
import jsonld from 'jsonld'
import type { JsonLdDocument } from 'jsonld'
import { DataFactory } from 'n3'
import { parseRdf } from '../../../src/rdf/formats/parse-rdf.ts'
import { xsd } from '../../../src/vocabulary.ts'
import { createDocumentLoader } from '../../../src/export/index.ts'
import type { ContextTable } from '../../../src/export/index.ts'

/** Reads a JSON-LD document back with our own parser. */
export async function parseBack(document: object, contexts: ContextTable): Promise<Quad[]> {
  const quads: Quad[] = []
  for await (const quad of parseRdf(JSON.stringify(document), {
    format: 'jsonld',
    contexts,
  })) {
    quads.push(quad)
  }
  return quads
}

/**
 * Reads a JSON-LD document back with jsonld.js, from the text that somebody else would get.
 * It respells doubles in their canonical form, even those that are written as text.
 */
export async function readBack(document: object, contexts: ContextTable): Promise<Quad[]> {
  const input = JSON.parse(JSON.stringify(document)) as JsonLdDocument
  const quads = await jsonld.toRDF(input, { documentLoader: createDocumentLoader(contexts) })
  return (quads as PlainQuad[]).map(({ subject, predicate, object, graph }) =>
    DataFactory.quad(
      toTerm(subject) as Quad['subject'],
      toTerm(predicate) as Quad['predicate'],
      toTerm(object) as Quad['object'],
      toTerm(graph) as Quad['graph'],
    ),
  )
}

type PlainQuad = Record<'subject' | 'predicate' | 'object' | 'graph', PlainTerm>

interface PlainTerm {
  readonly termType: string
  readonly value: string
  readonly language?: string
  readonly datatype?: PlainTerm
}

function toTerm({ termType, value, language, datatype }: PlainTerm): Term {
  if (termType === 'NamedNode') return DataFactory.namedNode(value)
  if (termType === 'BlankNode') return DataFactory.blankNode(value.replace(/^_:/, ''))
  if (termType === 'DefaultGraph') return DataFactory.defaultGraph()
  const type = DataFactory.namedNode(datatype?.value ?? '')
  return DataFactory.literal(value, language ?? type)
}

/** Spells a double the way jsonld.js does. */
export function canonicalDouble(quad: Quad): Quad {
  const { subject, predicate, object, graph } = quad
  if (object.termType !== 'Literal' || object.datatype.value !== xsd.double) return quad
  const spelling = Number(object.value)
    .toExponential(15)
    .replace(/(\d)0*e\+?/, '$1E')
  return DataFactory.quad(subject, predicate, DataFactory.literal(spelling, object.datatype), graph)
}
