import type { NamedNode, Quad } from '@rdfjs/types'
import { UsineError } from '../../errors.ts'
import type { Algebra } from '../algebra.ts'
import { readWith } from '../parse-query.ts'
import type { ParseQueryOptions } from '../parse-query.ts'

/** Which graphs a management operation is about. */
export type GraphReference = NamedNode | 'DEFAULT' | 'NAMED' | 'ALL'

/** One operation of an update. */
export type UpdateOperation =
  | {
      readonly type: 'deleteinsert'
      readonly delete?: readonly Quad[]
      readonly insert?: readonly Quad[]
      readonly where?: Algebra
    }
  | {
      readonly type: 'create' | 'drop' | 'clear'
      readonly source: GraphReference
      readonly silent?: boolean
    }
  | {
      readonly type: 'load'
      readonly source: NamedNode
      readonly destination?: NamedNode
      readonly silent?: boolean
    }
  | {
      readonly type: 'add' | 'copy' | 'move'
      readonly source: GraphReference
      readonly destination: GraphReference
      readonly silent?: boolean
    }
  | { readonly type: 'nop' }

/** An update that follows the grammar. */
export interface ParsedUpdate {
  readonly operations: readonly UpdateOperation[]
  /** Whether WITH or USING names the graphs of an operation. */
  readonly namesGraphs: boolean
}

/**
 * Parses an update. Blank nodes of what is inserted stay blank nodes, those of patterns become variables.
 *
 * @see https://www.w3.org/TR/sparql11-update/
 */
export function parseUpdate(text: string, options: ParseQueryOptions): ParsedUpdate {
  const { operations, syntax } = readWith(text, options, (syntax, toAlgebra) => {
    if (syntax.type !== 'update') {
      throw new UsineError('ERR_QUERY_TYPE', { type: 'query', expected: 'an update' })
    }
    const patterns = listOperations(toAlgebra({ blankToVariable: true }))
    const templates = listOperations(toAlgebra({ blankToVariable: false }))
    return {
      operations: patterns.map((each, index) => joinTemplates(each, templates[index])),
      syntax,
    }
  })
  return { operations, namesGraphs: hasGraphClause(syntax) }
}

function listOperations(algebra: Algebra): readonly UpdateOperation[] {
  const { updates } = algebra as { updates?: readonly UpdateOperation[] }
  return updates ?? [algebra as UpdateOperation]
}

function joinTemplates(
  operation: UpdateOperation,
  template: UpdateOperation | undefined,
): UpdateOperation {
  if (operation.type !== 'deleteinsert' || template?.type !== 'deleteinsert') return operation
  const { insert } = template
  return insert ? { ...operation, insert } : operation
}

/** Whether a syntax tree holds WITH or USING. */
function hasGraphClause(syntax: unknown): boolean {
  const { updates = [] } = syntax as { updates?: readonly { operation?: object }[] }
  return updates.some(({ operation }) => {
    if (!operation || !('where' in operation)) return false
    const { graph, from } = operation as { graph?: unknown; from?: { clauses?: unknown[] } }
    return graph !== undefined || (from?.clauses ?? []).length > 0
  })
}
