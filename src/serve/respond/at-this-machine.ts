import type { FastifyRequest } from 'fastify'

/**
 * Tells whether a request comes from the person at this machine: not through a proxy, and not from a script of another
 * site's page, which could read the answer as it can read all others.
 */
export function isAtThisMachine({ headers, socket, raw }: FastifyRequest): boolean {
  if (!/^(?:127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '')) return false
  // Anyone can make a name that leads here.
  if (!/^(?:localhost|127\.[\d.]+|\[::1\])(?::\d+)?$/i.test(headers.host ?? '')) return false
  if (headers.origin !== undefined) return false
  // Proxies that say nothing of themselves mostly speak HTTP/1.0.
  if (raw.httpVersion === '1.0') return false
  return !Object.keys(headers).some((name) => /^(?:forwarded|via|x-forwarded|x-real-ip)/.test(name))
}
