import type { Quad, Quad_Graph, Quad_Object, Term } from '@rdfjs/types'
import { rdf, xsd } from '../../vocabulary.ts'
import { checkIri, checkLanguage, checkText, refuseTerm } from './check-term.ts'
import type { Quads } from './serialize-options.ts'
import { writeBatches } from './write-batches.ts'

/** One node object: `@id`, and per predicate the list of its values. */
type NodeObject = Record<string, unknown>

/** A node object is written when it has as many values, so that memory is bounded. */
const MAX_VALUES = 1000

/**
 * Writes expanded JSON-LD; consecutive quads of one graph and subject form one node object.
 * Lists stay plain quads, and literals keep their lexical form.
 * The document follows the streaming profile: `@id` and `@type` come first.
 *
 * @see https://www.w3.org/TR/json-ld11/#expanded-document-form
 * @see https://www.w3.org/TR/json-ld11-streaming/
 */
export async function* serializeJsonLd(quads: Quads): AsyncGenerator<string> {
  const writer = new JsonLdWriter()
  yield '['
  yield* writeBatches(quads, (quad) => writer.write(quad))
  yield `${writer.end()}\n]\n`
}

class JsonLdWriter {
  #node: NodeObject | undefined
  #subject: Term | undefined
  #values = 0
  #graph: Quad_Graph | undefined
  #separator = ''

  write({ subject, predicate, object, graph }: Quad): string {
    let text = ''
    if (!this.#graph?.equals(graph)) text += this.#closeGraph() + this.#openGraph(graph)
    if (!this.#subject?.equals(subject) || this.#values >= MAX_VALUES) {
      text += this.#flush()
      this.#subject = subject
      this.#node = createNode(toId(subject))
    }
    this.#add(predicate, object)
    return text
  }

  end(): string {
    return this.#closeGraph()
  }

  #add(predicate: Term, object: Quad_Object): void {
    const node = (this.#node ??= createNode(''))
    const asType = predicate.value === rdf.type && object.termType !== 'Literal'
    const key = asType ? '@type' : toPredicate(predicate)
    const values = (node[key] ??= []) as unknown[]
    values.push(asType ? toId(object) : toValue(object))
    this.#values += 1
  }

  #openGraph(graph: Quad_Graph): string {
    this.#graph = graph
    if (graph.termType === 'DefaultGraph') return ''
    const text = `${this.#separator}\n{"@id":${JSON.stringify(toId(graph))},"@graph":[`
    this.#separator = ''
    return text
  }

  #closeGraph(): string {
    const text = this.#flush()
    if (!this.#graph || this.#graph.termType === 'DefaultGraph') return text
    this.#separator = ','
    return `${text}]}`
  }

  #flush(): string {
    if (!this.#node) return ''
    const { '@id': id, '@type': type, ...rest } = this.#node
    const text = `${this.#separator}\n${JSON.stringify({ '@id': id, '@type': type, ...rest })}`
    this.#separator = ','
    this.#node = undefined
    this.#subject = undefined
    this.#values = 0
    return text
  }
}

/** Without a prototype, so that no key is special. */
const createNode = (id: string): NodeObject =>
  Object.assign(Object.create(null) as NodeObject, { '@id': id })

function toPredicate(predicate: Term): string {
  return predicate.termType === 'NamedNode' ? checkIri(predicate.value) : refuseTerm(predicate)
}

function toId(term: Term): string {
  if (term.termType === 'NamedNode') return checkIri(term.value)
  return term.termType === 'BlankNode' ? `_:${term.value}` : refuseTerm(term)
}

function toValue(object: Quad_Object): NodeObject {
  if (object.termType !== 'Literal') return { '@id': toId(object) }
  const { language, datatype } = object
  const value = { '@value': checkText(object.value) }
  if (language) return { ...value, '@language': checkLanguage(language) }
  return datatype.value === xsd.string ? value : { ...value, '@type': checkIri(datatype.value) }
}
