import { randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** What other programs use: letters, digits and a few signs, so that it is safe in logs and headers. */
const wellFormed = /^[\w.:+/=@-]{1,100}$/

/** Makes the source of request ids: what the client sends in X-Request-Id where it is well formed, else its own. */
export function createRequestIds(): (request: { readonly headers: IncomingHttpHeaders }) => string {
  const prefix = randomBytes(6).toString('base64url')
  let count = 0
  return ({ headers }) => {
    const { 'x-request-id': given } = headers
    if (typeof given === 'string' && wellFormed.test(given)) return given
    count += 1
    return `${prefix}-${count.toString(36)}`
  }
}
