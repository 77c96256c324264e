import type { Bindings } from '@rdfjs/types'
import type { Solutions } from '../../query/index.ts'
import { count } from '../output/problems.ts'

/** Passes on the first solutions only. */
export function takeRows(solutions: Solutions, limit: number | undefined): Solutions {
  if (limit === undefined) return solutions
  return Object.assign(take(solutions, limit), { variables: solutions.variables })
}

async function* take(solutions: Solutions, limit: number): AsyncGenerator<Bindings> {
  let taken = 0
  for await (const bindings of solutions) {
    yield bindings
    taken += 1
    if (taken >= limit) return
  }
}

/** Counts solutions as they pass. */
export function countRows(solutions: Solutions): Solutions & { summary(): string } {
  let rows = 0
  const counted = async function* (): AsyncGenerator<Bindings> {
    for await (const bindings of solutions) {
      rows += 1
      yield bindings
    }
  }
  const { variables } = solutions
  return Object.assign(counted(), { variables, summary: () => count(rows, 'row') })
}
