import type { DataFactory, Literal, NamedNode, Quad, Quad_Graph } from '@rdfjs/types'
import type { Terms } from '../../statements/index.ts'
import { rdf } from '../../vocabulary.ts'

type Value = NamedNode | Literal

/** Predicates with their values. */
export type Row = readonly [predicate: string, ...values: readonly Value[]]

/** Makes terms and quads of a description. */
export interface DatasetWriter {
  /** Says the classes and properties of one node. */
  readonly describe: (iri: string, types: readonly string[], rows: readonly Row[]) => Quad[]
  readonly iri: (iri: string) => NamedNode
  readonly text: (value: string, datatype?: string) => Literal
  readonly texts: (terms: Terms) => Literal[]
}

/** Makes a writer of descriptions into one graph. */
export function createDatasetWriter(factory: DataFactory, graph?: Quad_Graph): DatasetWriter {
  const iri = (value: string) => factory.namedNode(value)
  return {
    iri,
    text: (value, datatype) =>
      datatype === undefined ? factory.literal(value) : factory.literal(value, iri(datatype)),
    texts: (terms) => [...terms].map(([language, text]) => factory.literal(text, language)),
    describe: (subject, types, rows) =>
      [[rdf.type, ...types.map(iri)] as Row, ...rows].flatMap(([predicate, ...values]) =>
        values.map((value) => factory.quad(iri(subject), iri(predicate), value, graph)),
      ),
  }
}
