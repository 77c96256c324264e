import { DataFactory } from 'n3'
import { createQueryEngine } from '../../query/index.ts'
import type { QueryEngine } from '../../query/index.ts'
import type { Remote } from '../../query/index.ts'
import { parseRdf } from '../../rdf/index.ts'
import { createStore } from '../../store/index.ts'
import type { GraphStore } from '../../store/index.ts'
import { createRemote } from './create-remote.ts'
import type { GraphSettings } from './messages.ts'

/** The graphs of one version, ready for queries. */
export interface LoadedGraphs {
  readonly store: GraphStore
  readonly settings: GraphSettings
  readonly engine: QueryEngine
  /** Reaches what is elsewhere. */
  readonly remote: Remote
}

/** Loads the graphs of one version in a worker, and all that its first query needs. */
export async function loadGraphs(
  chunks: Iterable<Uint8Array>,
  settings: GraphSettings,
): Promise<LoadedGraphs> {
  const store = createStore()
  const { prefixes, anyGraph } = settings
  const factory = DataFactory
  await store.import(parseRdf(decode(chunks), { format: 'n-quads', factory, file: 'graphs' }))
  const remote = createRemote(settings.allowedHosts)
  const engine = createQueryEngine(store, { prefixes, anyGraph, remote })
  await engine.queryBoolean('ASK {}')
  return { store, settings, engine, remote }
}

// eslint-disable-next-line @typescript-eslint/require-await -- parsers take what comes asynchronously
async function* decode(chunks: Iterable<Uint8Array>): AsyncGenerator<string> {
  for (const bytes of chunks) yield Buffer.from(bytes).toString('utf8')
}
