import type { Term } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { isErrorCode, UsineError } from '../../errors.ts'
import type { PlainError, PlainTerm } from './messages.ts'

/** Puts a term in a form that every channel carries. */
export function termToPlain(term: Term): PlainTerm {
  const { termType, value } = term
  if (term.termType !== 'Literal') return { termType, value }
  return { termType, value, language: term.language, datatype: term.datatype.value }
}

/** Gets a term back. */
export function plainToTerm({ termType, value, language, datatype }: PlainTerm): Term {
  const { namedNode, literal, blankNode } = DataFactory
  if (termType === 'NamedNode') return namedNode(value)
  if (termType === 'BlankNode') return blankNode(value)
  if (language !== undefined && language !== '') return literal(value, language)
  return literal(value, datatype === undefined ? undefined : namedNode(datatype))
}

/** Puts an error in a form that every channel carries. */
export function errorToPlain(error: unknown): PlainError {
  if (error instanceof UsineError) {
    return { code: error.code, details: error.details, message: error.message }
  }
  return { message: error instanceof Error ? error.message : String(error) }
}

/** Gets an error back; one that was not thrown on purpose makes the query fail. */
export function plainToError({ code, details, message }: PlainError): UsineError {
  if (code !== undefined && isErrorCode(code)) return new UsineError(code, details)
  return new UsineError('ERR_QUERY_FAILED', { reason: message })
}
