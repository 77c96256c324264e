import { AsyncLocalStorage } from 'node:async_hooks'
import { createRequire } from 'node:module'
import type * as asynciterator from 'asynciterator'

/** A query, as long as it runs. */
export interface RunningQuery {
  readonly hasEnded: boolean
}

const scope = new AsyncLocalStorage<RunningQuery>()

/** Runs work as part of a query, with all that it starts. */
export function runInQuery<T>(query: RunningQuery, work: () => T): T {
  return scope.run(query, work)
}

/**
 * Lets the iterators that Comunica is made of do nothing more once their query has ended. Destroying its results
 * does not stop it: what feeds joins and aggregates goes on, and a product of patterns fills the memory.
 */
export function stopEndedQueries(): void {
  // By require, as Comunica does: it must be the same scheduler.
  const require = createRequire(import.meta.url)
  const iterators = require('asynciterator') as typeof asynciterator
  const schedule = iterators.getTaskScheduler()
  iterators.setTaskScheduler((task) => {
    const query = scope.getStore()
    if (query === undefined) schedule(task)
    else if (!query.hasEnded) {
      schedule(() => {
        if (!query.hasEnded) scope.run(query, task)
      })
    }
  })
}
