import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { UsineError } from '../../errors.ts'
import type { ServeContext } from '../context.ts'
import { ProblemError } from '../problem.ts'

const REALM = 'Bearer realm="usine scratch"'

/**
 * Throws unless a request carries the token of the writable copy.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6750
 */
export function checkToken(
  { headers: { authorization = '' } }: FastifyRequest,
  { options: { scratch } }: ServeContext,
): void {
  if (!scratch) throw new UsineError('ERR_READ_ONLY', { what: 'changes are refused' })
  const [, token] = /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization) ?? []
  if (token === undefined) {
    throw refuse('send the header Authorization: Bearer …', REALM)
  }
  if (!timingSafeEqual(digest(token), digest(scratch.token))) {
    throw refuse('this is another one', `${REALM}, error="invalid_token"`)
  }
}

/** Of equal length whatever the token, so that the comparison tells nothing about it. */
const digest = (token: string) => createHash('sha256').update(token).digest()

function refuse(problem: string, challenge: string): ProblemError {
  const error = new UsineError('ERR_TOKEN_MISSING', { problem })
  return new ProblemError(error, { headers: { 'www-authenticate': challenge } })
}

/** The header by which every answer from a writable copy says that it forgets. */
export function scratchHeaders({ scratch }: ServeContext): Readonly<Record<string, string>> {
  return scratch ? { 'usine-scratch': 'in memory; forgotten on exit' } : {}
}
