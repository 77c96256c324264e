import { UsineError } from '../../../errors.ts'
import { getFormat, getResultFormat } from '../../../formats.ts'
import { parseQuery, serializeBoolean, serializeSolutions } from '../../../query/index.ts'
import type { QueryOptions, QueryType } from '../../../query/index.ts'
import { serializeRdf } from '../../../rdf/index.ts'
import type { LoadedGraphs } from '../load-graphs.ts'
import type { QueryJob } from '../messages.ts'
import { plainToTerm } from '../plain.ts'
import type { JobContext } from '../worker-session.ts'
import type { Answer } from './index.ts'

/** Answers a query in the format that the client accepts for what it gives. */
export async function answerQuery(
  job: QueryJob,
  graphs: LoadedGraphs,
  { limits, signal }: JobContext,
): Promise<Answer> {
  const { prefixes, baseIri, languages } = graphs.settings
  const { type } = parseQuery(job.query, { prefixes, baseIri })
  if (job.onlyTypes && !job.onlyTypes.includes(type)) {
    const expected = job.onlyTypes.map((name) => name.toUpperCase()).join(' or ')
    throw new UsineError('ERR_QUERY_TYPE', { type: type.toUpperCase(), expected })
  }
  const bindings = Object.entries(job.bindings ?? {})
  const options: QueryOptions = {
    baseIri,
    signal,
    maxResults: Math.min(limits.maxResults, job.maxResults ?? Infinity),
    bindings: new Map(bindings.map(([name, term]) => [name, plainToTerm(term)])),
    languages: [...(job.languages ?? []), ...languages],
    ...(job.dataset && { dataset: job.dataset }),
  }
  return answers[type]({ type, job, graphs, options })
}

interface Task {
  readonly type: QueryType
  readonly job: QueryJob
  readonly graphs: LoadedGraphs
  readonly options: QueryOptions
}

const answers: Readonly<Record<QueryType, (task: Task) => Promise<Answer>>> = {
  select: answerSelect,
  ask: answerAsk,
  construct: answerGraph,
  describe: answerGraph,
}

async function answerSelect({ job, graphs, options }: Task): Promise<Answer> {
  const format = job.formats.select ?? refuse('select')
  const solutions = await graphs.engine.queryBindings(job.query, options)
  return {
    head: () => ({ queryType: 'select', mediaType: getResultFormat(format).mediaTypes[0] }),
    chunks: serializeSolutions(solutions, { format, prefixes: graphs.settings.prefixes }),
  }
}

async function answerAsk({ job, graphs, options }: Task): Promise<Answer> {
  const format = job.formats.ask ?? refuse('ask')
  const answer = await graphs.engine.queryBoolean(job.query, options)
  return {
    head: () => ({ queryType: 'ask', mediaType: getResultFormat(format).mediaTypes[0] }),
    chunks: once(serializeBoolean(answer, format)),
  }
}

async function answerGraph({ type, job, graphs, options }: Task): Promise<Answer> {
  const format =
    (type === 'describe' ? job.formats.describe : job.formats.construct) ?? refuse(type)
  const quads = await graphs.engine.queryQuads(job.query, options)
  return {
    head: () => ({ queryType: type, mediaType: getFormat(format).mediaTypes[0] }),
    chunks: serializeRdf(quads, { format, prefixes: graphs.settings.prefixes }),
  }
}

function refuse(type: QueryType): never {
  throw new UsineError('ERR_ANSWER_FORMAT', { type: type.toUpperCase() })
}

// eslint-disable-next-line @typescript-eslint/require-await -- an answer of one piece, as others are of many
async function* once(text: string): AsyncGenerator<string> {
  yield text
}
