import { UsineError } from '../errors.ts'
import { parseQuery } from '../query/index.ts'

/** The variables that a constraint's query gets a value for; subqueries must select `$this`. */
const preBound = new Set(['this', 'shapesGraph', 'currentShape', 'PATH', 'value'])

/** What a query must not hold, by the name of the operation in the algebra. */
const forbidden: Readonly<Record<string, string>> = {
  minus: 'MINUS',
  service: 'SERVICE',
  values: 'VALUES',
}

interface Operation {
  readonly type: string
  readonly variable?: { readonly value: string }
  readonly variables?: readonly { readonly value: string }[]
}

/**
 * Asserts that a query can be answered with `$this` bound before: SHACL rules out MINUS, SERVICE, VALUES, new values
 * for the bound variables, and subqueries that do not select `$this`.
 *
 * @see https://www.w3.org/TR/shacl/#pre-binding
 * @throws UsineError ERR_QUERY_REFUSED
 */
export function assertPreBinding(text: string): void {
  const { algebra } = parseQuery(text)
  for (const { operation, nested } of listOperations(algebra, false)) {
    const problem = problemOf(operation, nested)
    if (problem === undefined) continue
    throw new UsineError('ERR_QUERY_REFUSED', {
      reason: `SHACL allows no ${problem} in constraints`,
    })
  }
}

function problemOf({ type, variable, variables }: Operation, nested: boolean): string | undefined {
  if (forbidden[type] !== undefined) return forbidden[type]
  if (type === 'extend' && variable && preBound.has(variable.value)) return `AS ?${variable.value}`
  const selectsThis = variables?.some(({ value }) => value === 'this') ?? true
  return type === 'project' && nested && !selectsThis ? 'subquery without $this' : undefined
}

/** Walks the algebra; what is below the outermost projection is nested. */
function* listOperations(
  part: unknown,
  nested: boolean,
): Generator<{ operation: Operation; nested: boolean }> {
  if (typeof part !== 'object' || part === null || 'termType' in part) return
  const isOperation = 'type' in part && typeof part.type === 'string'
  if (isOperation) yield { operation: part as Operation, nested }
  const below = nested || (isOperation && part.type === 'project')
  for (const inner of Object.values(part)) yield* listOperations(inner, below)
}
