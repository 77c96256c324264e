import type { QueryEngine as Comunica } from '@comunica/query-sparql'
import type { Bindings, DataFactory, Quad, Variable } from '@rdfjs/types'
import { DataFactory as N3DataFactory } from 'n3'
import { UsineError } from '../errors.ts'
import type { GraphStore } from '../store/index.ts'
import { refuseService, splitDataset } from './dataset-clause.ts'
import type { DatasetOptions } from './dataset-clause.ts'
import { labelFunctions, resolveLabels } from './label-service/index.ts'
import { parseQuery } from './parse-query.ts'
import type { ParsedQuery, QueryType } from './parse-query.ts'
import type { QueryEngine, QueryOptions, Solutions } from './query-engine.ts'
import { QueryLimits } from './query-limits.ts'
import { stopEndedQueries } from './query-scope.ts'
import { QuerySource } from './query-source.ts'
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

/** A query that is ready to run. */
interface Task {
  readonly algebra: Operation
  readonly context: Context
  readonly variables: readonly Variable[]
  readonly limits: QueryLimits
}

/** Answers queries by Comunica. */
export class ComunicaEngine implements QueryEngine {
  readonly #store: GraphStore
  readonly #prefixes: Readonly<Record<string, string>>
  readonly #factory: DataFactory
  readonly #datasets: DatasetOptions

  constructor(
    store: GraphStore,
    { prefixes = {}, factory = N3DataFactory, ...datasets }: QueryEngineOptions = {},
  ) {
    this.#store = store
    this.#datasets = datasets
    this.#prefixes = prefixes
    this.#factory = factory
  }

  async queryBindings(query: string, options: QueryOptions = {}): Promise<Solutions> {
    return this.evaluate(this.#parse(query, ['select'], options), options)
  }

  /** Answers a SELECT query that is parsed already. */
  async evaluate(parsed: ParsedQuery, options: QueryOptions = {}): Promise<Solutions> {
    const { algebra, context, variables, limits } = this.#prepare(parsed, options)
    const start = async () => (await loadComunica()).queryBindings(algebra, context)
    const results = await limits.wait(start)
    return Object.assign(limits.pass<Bindings>(results), { variables })
  }

  async queryQuads(query: string, options: QueryOptions = {}): Promise<AsyncIterable<Quad>> {
    const { algebra, context, limits } = this.#prepare(
      this.#parse(query, ['construct', 'describe'], options),
      options,
    )
    const start = async () => (await loadComunica()).queryQuads(algebra, context)
    return limits.pass<Quad>(await limits.wait(start))
  }

  async queryBoolean(query: string, options: QueryOptions = {}): Promise<boolean> {
    const { algebra, context, limits } = this.#prepare(
      this.#parse(query, ['ask'], options),
      options,
    )
    const start = async () => (await loadComunica()).queryBoolean(algebra, context)
    const answer = await limits.wait(start)
    limits.end()
    return answer
  }

  #parse(query: string, types: readonly QueryType[], { baseIri }: QueryOptions): ParsedQuery {
    const parsed = parseQuery(query, { baseIri, prefixes: this.#prefixes })
    if (types.includes(parsed.type)) return parsed
    const expected = types.map((type) => type.toUpperCase()).join(' or ')
    throw new UsineError('ERR_QUERY_TYPE', { type: parsed.type.toUpperCase(), expected })
  }

  /** Checks all that can be checked before anything is evaluated. */
  #prepare(parsed: ParsedQuery, options: QueryOptions): Task {
    const { bindings = new Map<string, never>() } = options
    const factory = this.#factory
    const labelled = resolveLabels(parsed.algebra, { factory, languages: options.languages })
    refuseService(labelled)
    const { algebra, dataset } = splitDataset(labelled, this.#store, {
      ...this.#datasets,
      dataset: options.dataset,
    })
    const limits = new QueryLimits(options)
    const hasEnded = () => limits.hasEnded
    const source = new QuerySource({ store: this.#store, dataset, factory, hasEnded })
    return {
      algebra: substituteBindings(algebra, bindings, factory),
      // Comunica also takes what `match` gives here: any iterable.
      context: {
        sources: [source as never],
        distinctConstruct: true,
        extensionFunctions: labelFunctions(this.#store, factory),
        ...(parsed.baseIri !== undefined && { baseIRI: parsed.baseIri }),
      },
      variables: parsed.variables,
      limits,
    }
  }
}
