import type { DataFactory, Quad_Graph } from '@rdfjs/types'
import { UsineError } from '../../errors.ts'
import type { GraphStore } from '../../store/index.ts'
import type { GraphReference, UpdateOperation } from './parse-update.ts'

/** The graphs to change. */
export interface ManagedGraphs {
  readonly store: GraphStore
  /** Graphs that exist though they hold nothing. */
  readonly emptyGraphs: Set<string>
}

type Management = Exclude<UpdateOperation, { readonly type: 'deleteinsert' | 'load' }>

/**
 * Creates, empties, copies and removes graphs.
 *
 * @see https://www.w3.org/TR/sparql11-update/#graphManagement
 */
export function manageGraphs(
  operation: Management,
  graphs: ManagedGraphs,
  factory: DataFactory,
): void {
  if (operation.type === 'nop') return
  const manager = new GraphManager(graphs, factory)
  try {
    manager.apply(operation)
  } catch (error) {
    if (operation.silent !== true) throw error
  }
}

class GraphManager {
  readonly #store: GraphStore
  readonly #emptyGraphs: Set<string>
  readonly #factory: DataFactory

  constructor({ store, emptyGraphs }: ManagedGraphs, factory: DataFactory) {
    this.#store = store
    this.#emptyGraphs = emptyGraphs
    this.#factory = factory
  }

  apply(operation: Exclude<Management, { readonly type: 'nop' }>): void {
    const { type, source } = operation
    switch (type) {
      case 'create':
        this.#create(source)
        break
      case 'clear':
        for (const graph of this.#find(source)) this.#empty(graph)
        break
      case 'drop':
        for (const graph of this.#find(source)) this.#drop(graph)
        break
      default:
        this.#transfer(type, source, operation.destination)
    }
  }

  #create(source: GraphReference): void {
    const [graph] = this.#all(source)
    if (!graph) return
    if (this.#exists(graph)) throw refuse(`the graph <${graph.value}> exists already`)
    this.#emptyGraphs.add(graph.value)
  }

  #transfer(type: 'add' | 'copy' | 'move', source: GraphReference, target: GraphReference): void {
    const [from] = this.#find(source)
    const [to] = this.#all(target)
    if (!from || !to || from.equals(to)) return
    if (type !== 'add') this.#empty(to)
    else this.#keep(to)
    for (const { subject, predicate, object } of this.#store.match(null, null, null, from)) {
      this.#store.add(this.#factory.quad(subject, predicate, object, to))
    }
    if (type === 'move') this.#drop(from)
  }

  #empty(graph: Quad_Graph): void {
    for (const quad of [...this.#store.match(null, null, null, graph)]) this.#store.delete(quad)
    this.#keep(graph)
  }

  #drop(graph: Quad_Graph): void {
    this.#empty(graph)
    this.#emptyGraphs.delete(graph.value)
  }

  #keep(graph: Quad_Graph): void {
    if (graph.termType === 'NamedNode') this.#emptyGraphs.add(graph.value)
  }

  #exists(graph: Quad_Graph): boolean {
    if (graph.termType === 'DefaultGraph' || this.#emptyGraphs.has(graph.value)) return true
    return this.#store.countQuads(null, null, null, graph) > 0
  }

  /** The graphs that a reference means; one that it names has to exist. */
  #find(reference: GraphReference): readonly Quad_Graph[] {
    const graphs = this.#all(reference)
    const missing = graphs.find((graph) => !this.#exists(graph))
    if (missing) throw refuse(`there is no graph <${missing.value}>`)
    return graphs
  }

  #all(reference: GraphReference): readonly Quad_Graph[] {
    if (typeof reference !== 'string') return [reference]
    const own = this.#factory.defaultGraph()
    if (reference === 'DEFAULT') return [own]
    const names = this.#store.listGraphs().filter(({ termType }) => termType === 'NamedNode')
    const empty = [...this.#emptyGraphs].map((iri) => this.#factory.namedNode(iri))
    const named = [...names, ...empty.filter((graph) => !names.some((name) => name.equals(graph)))]
    return reference === 'NAMED' ? named : [own, ...named]
  }
}

const refuse = (reason: string) => new UsineError('ERR_UPDATE_FAILED', { reason })
