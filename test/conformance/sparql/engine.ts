import { Readable } from 'node:stream'
import type { Quad, Term } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { QueryResultBindings, QueryResultBoolean, QueryResultQuads } from 'rdf-test-suite'
import type { IQueryResult, IUpdateEngine } from 'rdf-test-suite'
import {
  createQueryEngine,
  parseQuery,
  serializeBoolean,
  serializeSolutions,
  updateGraphs,
} from '../../../src/query/index.ts'
import { parseUpdate } from '../../../src/query/update/parse-update.ts'
import { getResultFormat } from '../../../src/formats.ts'
import { createStore } from '../../../src/store/index.ts'

/** What the runner gives beside the text of a query. */
interface RunOptions {
  readonly baseIRI?: string
}

const baseOf = ({ baseIRI }: RunOptions) => (baseIRI === undefined ? {} : { baseIri: baseIRI })

/** The engine that the site is queried with, as the runner of the W3C tests wants it. */
export const engine: IUpdateEngine = {
  parse: (text, options: RunOptions) => {
    parse(text, options)
    return Promise.resolve()
  },
  query: async (data, text, options: RunOptions) => answer(data, text, options),
  queryResultFormat: async (data, text, mediaType, options: RunOptions) => {
    const queries = engineOver(data)
    const { name: format } = getResultFormat(mediaType)
    const { type } = parseQuery(text, baseOf(options))
    if (type === 'ask') {
      const boolean = await queries.queryBoolean(text, baseOf(options))
      return Readable.from([serializeBoolean(boolean, format)])
    }
    const solutions = await queries.queryBindings(text, baseOf(options))
    return Readable.from(serializeSolutions(solutions, { format }))
  },
  update: async (data, text, options: RunOptions) => {
    const { store } = await updateGraphs(data.map(ownQuad), text, {
      ...baseOf(options),
      factory: DataFactory,
      defaultGraph: 'own',
      anyGraph: true,
    })
    return [...store]
  },
}

function parse(text: string, options: RunOptions): void {
  try {
    parseQuery(text, baseOf(options))
  } catch (error) {
    if (!(error instanceof Error) || !/updates are not answered/.test(error.message)) throw error
    parseUpdate(text, baseOf(options))
  }
}

// The default graph of these tests is a graph of its own, not the union that sites are queried by.
const engineOver = (data: readonly Quad[]) =>
  createQueryEngine(createStore(data.map(ownQuad)), { defaultGraph: 'own', anyGraph: true })

/** The runner makes terms with other factories. */
export const ownQuad = (quad: Quad): Quad =>
  (DataFactory as unknown as { fromQuad(quad: Quad): Quad }).fromQuad(quad)

async function answer(
  data: readonly Quad[],
  text: string,
  options: RunOptions,
): Promise<IQueryResult> {
  const queries = engineOver(data)
  const { type } = parseQuery(text, baseOf(options))
  if (type === 'ask')
    return new QueryResultBoolean(await queries.queryBoolean(text, baseOf(options)))
  if (type !== 'select') {
    const quads: Quad[] = []
    for await (const quad of await queries.queryQuads(text, baseOf(options))) quads.push(quad)
    return new QueryResultQuads(quads)
  }
  const solutions = await queries.queryBindings(text, baseOf(options))
  const rows: Record<string, Term>[] = []
  for await (const bindings of solutions) {
    rows.push(Object.fromEntries([...bindings].map(([{ value }, term]) => [`?${value}`, term])))
  }
  const variables = solutions.variables.map(({ value }) => `?${value}`)
  // The runner knows of each test whether its order counts.
  return new QueryResultBindings(variables, rows, false)
}
