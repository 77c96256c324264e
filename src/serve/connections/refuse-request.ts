import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { UsineError } from '../../errors.ts'
import { writeRawProblem } from '../problem.ts'
import type { ConnectionLimits } from './connection-limits.ts'

/** What the parser of HTTP reports. */
interface ParseError extends Error {
  readonly code?: string
}

/**
 * Creates what answers requests that are no HTTP, too long or too slow, and closes their connection.
 *
 * @see https://nodejs.org/api/http.html#event-clienterror
 */
export function createRefusal(
  limits: ConnectionLimits,
): (error: ParseError, socket: Socket) => void {
  return (error, socket) => {
    const isHeard = socket.writable && error.code !== 'ECONNRESET' && !isBeingAnswered(socket)
    if (isHeard) socket.write(writeRawProblem(toUsineError(error, limits)))
    // Unlike `end`, this does not wait for a client that never closes its side.
    socket.destroySoon()
  }
}

/** Text in the middle of an answer would be taken for a part of it; Node's own refusal looks at the same. */
function isBeingAnswered(socket: Socket & { readonly _httpMessage?: ServerResponse | null }) {
  return socket._httpMessage?.headersSent === true
}

function toUsineError({ code = '', message }: ParseError, limits: ConnectionLimits): UsineError {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    const [headers, request] = [limits.headersMs / 1000, limits.requestMs / 1000]
    return new UsineError('ERR_REQUEST_SLOW', { headers, request })
  }
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new UsineError('ERR_REQUEST_HEADERS', { limit: limits.headerBytes })
  }
  const problem = message.replace(/^Parse Error:?\s*/, '')
  return new UsineError('ERR_REQUEST_INVALID', {
    problem: `it is not HTTP/1.1${problem === '' ? '' : ` (${problem})`}`,
  })
}
