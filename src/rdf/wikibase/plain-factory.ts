import type {
  BaseQuad,
  DataFactory,
  DefaultGraph,
  Literal,
  NamedNode,
  Quad,
  Quad_Graph,
  Quad_Object,
  Quad_Predicate,
  Quad_Subject,
  Term,
} from '@rdfjs/types'
import { rdf, xsd } from '../../vocabulary.ts'

type Other = Term | null | undefined

class PlainTerm<T extends string> {
  readonly termType: T
  readonly value: string

  constructor(termType: T, value: string) {
    this.termType = termType
    this.value = value
  }

  equals(other: Other): boolean {
    return other?.termType === this.termType && other.value === this.value
  }
}

class PlainLiteral {
  readonly termType = 'Literal'
  readonly value: string
  readonly language: string
  readonly datatype: NamedNode

  constructor(value: string, language: string, datatype: NamedNode) {
    this.value = value
    this.language = language
    this.datatype = datatype
  }

  equals(other: Other): boolean {
    return (
      other?.termType === 'Literal' &&
      other.value === this.value &&
      other.language === this.language &&
      other.datatype.value === this.datatype.value
    )
  }
}

class PlainQuad {
  readonly termType = 'Quad'
  readonly value = ''
  readonly subject: Quad_Subject
  readonly predicate: Quad_Predicate
  readonly object: Quad_Object
  readonly graph: Quad_Graph

  constructor(
    subject: Quad_Subject,
    predicate: Quad_Predicate,
    object: Quad_Object,
    graph: Quad_Graph,
  ) {
    this.subject = subject
    this.predicate = predicate
    this.object = object
    this.graph = graph
  }

  equals(other: Other): boolean {
    return (
      other?.termType === 'Quad' &&
      other.subject.equals(this.subject) &&
      other.predicate.equals(this.predicate) &&
      other.object.equals(this.object) &&
      other.graph.equals(this.graph)
    )
  }
}

/**
 * Makes a factory of terms that hold their parts and nothing else: quick to make and to write, for conversions of
 * millions of quads. Stores want terms of their own.
 *
 * @see https://rdf.js.org/data-model-spec/
 */
export function createPlainFactory(): DataFactory {
  const langString = named(rdf.langString)
  const string = named(xsd.string)
  const theDefaultGraph = new PlainTerm('DefaultGraph', '') as DefaultGraph
  let blankNodes = 0
  return {
    namedNode: named,
    blankNode: (label) => new PlainTerm('BlankNode', label ?? `n${blankNodes++}`),
    literal: (value, languageOrDatatype): Literal => {
      if (typeof languageOrDatatype === 'string' && languageOrDatatype !== '') {
        return new PlainLiteral(value, languageOrDatatype.toLowerCase(), langString)
      }
      const datatype = typeof languageOrDatatype === 'object' ? languageOrDatatype : string
      return new PlainLiteral(value, '', datatype as NamedNode)
    },
    variable: (name) => new PlainTerm('Variable', name),
    defaultGraph: () => theDefaultGraph,
    quad: (subject, predicate, object, graph = theDefaultGraph): Quad & BaseQuad =>
      new PlainQuad(subject, predicate, object, graph),
    fromTerm: <T extends Term>(original: T): T => original,
    fromQuad: (original) => original,
  }
}

const named = <Iri extends string>(iri: Iri): NamedNode<Iri> =>
  new PlainTerm('NamedNode', iri) as NamedNode<Iri>
