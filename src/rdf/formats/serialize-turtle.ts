import type { Quad, Quad_Graph, Term } from '@rdfjs/types'
import { refuseTerm } from './check-term.ts'
import { orderQuads } from './order-quads.ts'
import type { Quads, SerializeOptions } from './serialize-options.ts'
import { predicateToTurtle, createIriWriter, termToTurtle } from './term-to-turtle.ts'
import type { WriteIri } from './term-to-turtle.ts'
import { writeBatches } from './write-batches.ts'

/**
 * Writes Turtle; consecutive quads of one subject form one block. The graph of a quad is not written.
 *
 * @see https://www.w3.org/TR/turtle/
 */
export function serializeTurtle(quads: Quads, options: SerializeOptions): AsyncIterable<string> {
  return serialize(quads, options, { graphs: false })
}

/**
 * Writes TriG; consecutive quads of one graph and subject form one block.
 *
 * @see https://www.w3.org/TR/trig/
 */
export function serializeTrig(quads: Quads, options: SerializeOptions): AsyncIterable<string> {
  return serialize(quads, options, { graphs: true })
}

async function* serialize(
  quads: Quads,
  { prefixes = {}, pretty = false, firstSubject }: SerializeOptions,
  { graphs }: { readonly graphs: boolean },
): AsyncGenerator<string> {
  if (pretty) {
    const ordered = await orderQuads(quads, { graphs, firstSubject })
    const used = new Set<string>()
    const writer = new TurtleWriter(
      createIriWriter(prefixes, (prefix) => used.add(prefix)),
      graphs,
    )
    const body = ordered.map((quad) => writer.write(quad))
    const declared = Object.fromEntries(Object.entries(prefixes).filter(([name]) => used.has(name)))
    yield declare(declared)
    yield* body
    yield writer.end()
  } else {
    const writer = new TurtleWriter(createIriWriter(prefixes), graphs)
    yield declare(prefixes)
    yield* writeBatches(quads, (quad) => writer.write(quad))
    yield writer.end()
  }
}

function declare(prefixes: Readonly<Record<string, string>>): string {
  const lines = Object.entries(prefixes)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`)
  return lines.length === 0 ? '' : `${lines.join('')}\n`
}

/** Knows what was written last, and so where a comma, a semicolon or a dot belongs. */
class TurtleWriter {
  readonly #writeIri: WriteIri
  readonly #graphs: boolean
  #graph: Quad_Graph | undefined
  #subject: Term | undefined
  #predicate: Term | undefined

  constructor(writeIri: WriteIri, graphs: boolean) {
    this.#writeIri = writeIri
    this.#graphs = graphs
  }

  write({ subject, predicate, object, graph }: Quad): string {
    const switched = this.#graphs ? this.#switchGraph(graph) : ''
    const indent = this.#indent()
    const objectText = termToTurtle(object, this.#writeIri)
    if (!this.#subject?.equals(subject)) {
      const before = this.#subject ? ' .\n\n' : ''
      this.#subject = subject
      this.#predicate = predicate
      const subjectText = this.#writeSubject(subject)
      return `${switched}${before}${indent}${subjectText} ${this.#verb(predicate)} ${objectText}`
    }
    if (!this.#predicate?.equals(predicate)) {
      this.#predicate = predicate
      return ` ;\n${indent}    ${this.#verb(predicate)} ${objectText}`
    }
    return ` ,\n${indent}        ${objectText}`
  }

  end(): string {
    return this.#subject ? ` .\n${this.#inNamedGraph() ? '}\n' : ''}` : ''
  }

  #switchGraph(graph: Quad_Graph): string {
    if (this.#graph?.equals(graph)) return ''
    const before = this.#subject ? `${this.end()}\n` : ''
    this.#graph = graph
    this.#subject = undefined
    if (graph.termType === 'DefaultGraph') return before
    return `${before}${this.#writeSubject(graph)} {\n`
  }

  #inNamedGraph = () => this.#graph !== undefined && this.#graph.termType !== 'DefaultGraph'

  #indent = () => (this.#inNamedGraph() ? '    ' : '')

  #verb = (predicate: Term) => predicateToTurtle(predicate, this.#writeIri)

  #writeSubject(term: Term): string {
    return term.termType === 'Literal' ? refuseTerm(term) : termToTurtle(term, this.#writeIri)
  }
}
