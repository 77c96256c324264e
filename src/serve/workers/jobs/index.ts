import type { LoadedGraphs } from '../load-graphs.ts'
import type { AnswerHead, Job } from '../messages.ts'
import type { JobContext } from '../worker-session.ts'
import { answerQuery } from './answer-query.ts'
import { readGraph, writeGraph } from './graph-store.ts'
import { carryOutUpdate } from './update.ts'

/** The answer to a job: what is known of it once its first chunk is there, and its chunks. */
export interface Answer {
  readonly head: () => AnswerHead
  readonly chunks: AsyncIterable<string | Uint8Array>
}

type Start<J> = (job: J, graphs: LoadedGraphs, context: JobContext) => Promise<Answer>

const jobs: { readonly [Kind in Job['kind']]: Start<Extract<Job, { kind: Kind }>> } = {
  query: answerQuery,
  update: carryOutUpdate,
  'read-graph': readGraph,
  'write-graph': writeGraph,
}

/** Starts a job. */
export function startJob(job: Job, graphs: LoadedGraphs, context: JobContext): Promise<Answer> {
  const start = jobs[job.kind] as Start<Job>
  return start(job, graphs, context)
}
