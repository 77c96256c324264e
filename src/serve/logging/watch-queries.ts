import { finished } from 'node:stream'
import type { FastifyBaseLogger } from 'fastify'
import { UsineError } from '../../errors.ts'
import type { QueryAnswer, QueryRequest, QueryRunner } from '../context.ts'
import type { ServerMetrics } from '../metrics/server-metrics.ts'
import { logText } from './log-text.ts'

/** How a runner is watched. */
export interface WatchOptions {
  readonly metrics: ServerMetrics
  readonly log?: FastifyBaseLogger | undefined
  /** Queries that take longer are logged with their text. */
  readonly slowMs?: number
}

/** Measures all queries of a runner, and logs those that are slow or fail on the server's side. */
export function watchQueries(
  runner: QueryRunner,
  { metrics, log, slowMs = 1000 }: WatchOptions,
): QueryRunner {
  const end = ({ query, requestId }: QueryRequest, start: number, error: unknown): void => {
    const milliseconds = performance.now() - start
    const outcome = outcomeOf(error)
    metrics.queryEnded({ outcome, seconds: milliseconds / 1000 })
    if (milliseconds < slowMs) return
    const ms = Math.round(milliseconds)
    log?.warn({ reqId: requestId, ms, outcome, query: logText(query) }, 'slow query')
  }
  return {
    get limits() {
      return runner.limits
    },
    get stats() {
      return runner.stats
    },
    run: async (request) => {
      const start = performance.now()
      try {
        const answer = await runner.run(request)
        return watchBody(answer, (error) => {
          end(request, start, error)
        })
      } catch (error) {
        end(request, start, error)
        throw error
      }
    },
    close: () => runner.close(),
  }
}

function watchBody(answer: QueryAnswer, end: (error: unknown) => void): QueryAnswer {
  finished(answer.body, end)
  return answer
}

function outcomeOf(error: unknown): string {
  if (error === undefined || error === null) return 'ok'
  return error instanceof UsineError ? error.code : 'aborted'
}
