import { Parser } from '@traqula/parser-sparql-1-2'
import type { UsineError } from '../../errors.ts'
import { parserOptions } from '../../query/parser-options.ts'
import { toQuerySyntaxError } from '../../query/query-syntax-error.ts'

/** What is wrong with a query, and where: lines and columns count from 1. */
export interface SyntaxProblem {
  readonly line: number
  readonly column: number
  readonly problem: string
}

const parser = new Parser(parserOptions)

/** Says what is wrong with a query, in the words of the server; undefined where nothing is. */
export function checkSyntax(
  text: string,
  prefixes: Readonly<Record<string, string>>,
): SyntaxProblem | undefined {
  try {
    parser.parse(text, { prefixes })
    return undefined
  } catch (cause) {
    return toProblem(toQuerySyntaxError(cause, text))
  }
}

function toProblem({ details }: UsineError): SyntaxProblem {
  const { line, column, problem } = details
  return { line: Number(line), column: Number(column), problem: String(problem) }
}
