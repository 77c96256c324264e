import type { FastifyRequest } from 'fastify'
import { UsineError } from '../../errors.ts'
import { ProblemError } from '../problem.ts'

/**
 * The error where a body is compressed, which is not read here; the answer says what is.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.5.16
 */
export function refuseCoding({ headers }: FastifyRequest): ProblemError | undefined {
  const coding = headers['content-encoding']?.trim().toLowerCase() ?? ''
  if (coding === '' || coding === 'identity') return undefined
  return new ProblemError(new UsineError('ERR_REQUEST_CODING', { coding }), {
    headers: { 'accept-encoding': 'identity' },
  })
}
