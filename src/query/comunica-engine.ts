import type { QueryEngine as Comunica } from '@comunica/query-sparql'
import type { Bindings, DataFactory, NamedNode, Quad, Variable } from '@rdfjs/types'
import { DataFactory as N3DataFactory } from 'n3'
import { UsineError } from '../errors.ts'
import { createStore } from '../store/index.ts'
import type { GraphStore } from '../store/index.ts'
import type { Algebra } from './algebra.ts'
import { splitDataset } from './dataset-clause.ts'
import type { QueryDataset } from './dataset-clause.ts'
import { layerGraphs } from './layered-graphs.ts'
import { labelFunctions, resolveLabels } from './label-service/index.ts'
import { parseQuery } from './parse-query.ts'
import type { ParsedQuery, QueryType } from './parse-query.ts'
import type { QueryEngine, QueryOptions, Solutions } from './query-engine.ts'
import { QueryLimits } from './query-limits.ts'
import { stopEndedQueries } from './query-scope.ts'
import { QuerySource } from './query-source.ts'
import { checkServices, createServiceFetch, fetchGraph, listEndpoints } from './remote/index.ts'
import type { Remote } from './remote/index.ts'
import { substituteBindings } from './substitute-bindings.ts'

/** What queries have in common. */
export interface QueryEngineOptions {
  /** Prefixes that queries may use without declaring them. */
  readonly prefixes?: Readonly<Record<string, string>>
  readonly factory?: DataFactory
  /** Whether a query that names no graphs sees them all as one (the default), or only the store's default graph. */
  readonly defaultGraph?: 'union' | 'own'
  /** Whether graphs that do not exist are empty ones; otherwise naming one is an error. */
  readonly anyGraph?: boolean
  /** Reaches other endpoints and documents for SERVICE and FROM; without it, both are refused. */
  readonly remote?: Remote | undefined
}

/** Creates an engine that answers queries over a store by Comunica, which is loaded at the first query. */
export function createQueryEngine(
  store: GraphStore,
  options: QueryEngineOptions = {},
): QueryEngine {
  return new ComunicaEngine(store, options)
}

type Operation = Exclude<Parameters<Comunica['queryBindings']>[0], string>
type Context = NonNullable<Parameters<Comunica['queryBindings']>[1]>

let comunica: Promise<Comunica> | undefined

/** Loads Comunica, which takes a second or two, once for all stores. */
function loadComunica(): Promise<Comunica> {
  comunica ??= import('@comunica/query-sparql').then(({ QueryEngine }) => {
    stopEndedQueries()
    return new QueryEngine()
  })
  return comunica
}

/** Asks Comunica one question. */
type Ask<T> = (engine: Comunica, algebra: Operation, context: Context) => Promise<T>

/** A query that is ready to run. */
interface Task {
  readonly variables: readonly Variable[]
  readonly limits: QueryLimits
  /** Runs it, for no longer than allowed. */
  readonly run: <T>(ask: Ask<T>) => Promise<T>
}

/** A query whose text is all right. */
interface Checked {
  readonly algebra: Algebra
  readonly dataset: QueryDataset
  readonly documents: readonly NamedNode[]
  readonly endpoints: readonly string[]
  readonly baseIri: string | undefined
}

/** Answers queries by Comunica. */
export class ComunicaEngine implements QueryEngine {
  readonly #store: GraphStore
  readonly #prefixes: Readonly<Record<string, string>>
  readonly #factory: DataFactory
  readonly #datasets: Pick<QueryEngineOptions, 'defaultGraph' | 'anyGraph'>
  readonly #remote: Remote | undefined

  constructor(
    store: GraphStore,
    { prefixes = {}, factory = N3DataFactory, remote, ...datasets }: QueryEngineOptions = {},
  ) {
    this.#store = store
    this.#datasets = datasets
    this.#remote = remote
    this.#prefixes = prefixes
    this.#factory = factory
  }

  async queryBindings(query: string, options: QueryOptions = {}): Promise<Solutions> {
    return this.evaluate(this.#parse(query, ['select'], options), options)
  }

  /** Answers a SELECT query that is parsed already. */
  async evaluate(parsed: ParsedQuery, options: QueryOptions = {}): Promise<Solutions> {
    const { variables, limits, run } = this.#prepare(parsed, options)
    const results = await run((engine, algebra, context) => engine.queryBindings(algebra, context))
    return Object.assign(limits.pass<Bindings>(results), { variables })
  }

  async queryQuads(query: string, options: QueryOptions = {}): Promise<AsyncIterable<Quad>> {
    const parsed = this.#parse(query, ['construct', 'describe'], options)
    const { limits, run } = this.#prepare(parsed, options)
    const results = await run((engine, algebra, context) => engine.queryQuads(algebra, context))
    return limits.pass<Quad>(results)
  }

  async queryBoolean(query: string, options: QueryOptions = {}): Promise<boolean> {
    const { limits, run } = this.#prepare(this.#parse(query, ['ask'], options), options)
    const answer = await run((engine, algebra, context) => engine.queryBoolean(algebra, context))
    limits.end()
    return answer
  }

  #parse(query: string, types: readonly QueryType[], { baseIri }: QueryOptions): ParsedQuery {
    const parsed = parseQuery(query, { baseIri, prefixes: this.#prefixes })
    if (types.includes(parsed.type)) return parsed
    const expected = types.map((type) => type.toUpperCase()).join(' or ')
    throw new UsineError('ERR_QUERY_TYPE', { type: parsed.type.toUpperCase(), expected })
  }

  #prepare(parsed: ParsedQuery, options: QueryOptions): Task {
    const query = this.#check(parsed, options)
    const limits = new QueryLimits(options)
    const run = <T>(ask: Ask<T>): Promise<T> =>
      limits.wait(async () => {
        const engine = await loadComunica()
        // What Comunica remembers of an endpoint is bound to the query that asked it.
        if (query.endpoints.length > 0) await engine.invalidateHttpCache()
        const context = await this.#createContext(query, limits)
        return ask(engine, query.algebra, context)
      })
    return { variables: parsed.variables, limits, run }
  }

  /** Checks all that can be checked before anything is evaluated. */
  #check({ algebra: parsed, baseIri }: ParsedQuery, options: QueryOptions): Checked {
    const { bindings = new Map<string, never>(), languages, dataset: asked } = options
    const factory = this.#factory
    const labelled = resolveLabels(parsed, { factory, languages })
    const split = splitDataset(labelled, this.#store, {
      ...this.#datasets,
      dataset: asked,
      remote: this.#remote,
      factory,
    })
    const algebra = substituteBindings(split.algebra, bindings, factory)
    checkServices(algebra, this.#remote)
    const { dataset, documents } = split
    return { algebra, dataset, documents, endpoints: listEndpoints(algebra), baseIri }
  }

  async #createContext(query: Checked, limits: QueryLimits): Promise<Context> {
    const { dataset, documents, endpoints, baseIri } = query
    const factory = this.#factory
    const remote = this.#remote
    const signal = limits.ending
    const store = layerGraphs(this.#store, await this.#fetchGraphs(documents, limits))
    const source = new QuerySource({ store, dataset, factory, hasEnded: () => limits.hasEnded })
    return {
      // Comunica also takes what `match` gives here: any iterable.
      sources: [source as never],
      distinctConstruct: true,
      extensionFunctions: labelFunctions(store, factory),
      fetch: createServiceFetch({ remote, endpoints, factory, signal }),
      ...(baseIri !== undefined && { baseIRI: baseIri }),
    }
  }

  async #fetchGraphs(documents: readonly NamedNode[], limits: QueryLimits): Promise<GraphStore> {
    const store = createStore()
    const remote = this.#remote
    if (!remote) return store
    for (const graph of documents) {
      const options = { remote, factory: this.#factory, graph, signal: limits.ending }
      await store.import(await fetchGraph(graph.value, options))
    }
    return store
  }
}
