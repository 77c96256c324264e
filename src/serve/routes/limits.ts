import type { FastifyInstance, FastifyRequest } from 'fastify'
import { UsineError } from '../../errors.ts'
import type { Routes, ServeContext, SiteVersion } from '../context.ts'
import { html } from '../html/html.ts'
import { renderPage } from '../pages/layout.ts'
import type { PageContext } from '../pages/page-context.ts'
import { logText } from '../logging/index.ts'
import { negotiate } from '../negotiate.ts'
import type { Representation } from '../respond/answer.ts'
import { getResponder } from '../respond/responder.ts'
import { answerPage } from './page-answers.ts'

/** A limit that is in force. */
interface Limit {
  readonly name: string
  readonly value: number | string
  readonly meaning: string
}

/** The limits in force, for programs and for people. */
export const limitRoutes: Routes = (app, context) => {
  const { handler } = getResponder(context)
  app.route({
    method: ['GET', 'HEAD'],
    url: '/limits',
    handler: handler(
      (request, version) => decide(request, version, listLimits(app, context)),
      ['accept', 'accept-language'],
    ),
  })
}

/** Lists the limits: of queries, of requests, and of what may be reached. */
export function listLimits(
  app: FastifyInstance,
  { queries, options, connections, current }: ServeContext,
): Limit[] {
  const { limits } = queries
  // At which address a host is reached is nobody's business.
  const hosts = [...current().site.config.allow, ...options.allowedHosts].map(
    (host) => host.split('=')[0] ?? '',
  )
  return [
    {
      name: 'queryTimeout',
      value: limits.timeoutMs / 1000,
      meaning: 'seconds that a query may take',
    },
    { name: 'queryResults', value: limits.maxResults, meaning: 'rows or triples of an answer' },
    { name: 'queryBytes', value: limits.maxBytes, meaning: 'bytes of an answer' },
    { name: 'queryMemory', value: limits.memoryMb, meaning: 'megabytes that a query may use' },
    { name: 'queryLength', value: limits.maxTextBytes, meaning: 'bytes of the text of a query' },
    {
      name: 'queuedQueries',
      value: limits.maxQueued,
      meaning: 'queries that may wait for a worker',
    },
    {
      name: 'queueTimeout',
      value: limits.maxWaitMs / 1000,
      meaning: 'seconds that a query may wait',
    },
    { name: 'workers', value: options.workers, meaning: 'queries that run at the same time' },
    {
      name: 'bodyBytes',
      value: app.initialConfig.bodyLimit ?? 0,
      meaning: 'bytes of other bodies',
    },
    {
      name: 'headersTimeout',
      value: connections.headersMs / 1000,
      meaning: 'seconds until all headers of a request are there',
    },
    {
      name: 'requestTimeout',
      value: connections.requestMs / 1000,
      meaning: 'seconds until all of a request is there',
    },
    {
      name: 'idleTimeout',
      value: connections.idleMs / 1000,
      meaning: 'seconds between two requests of a connection',
    },
    {
      name: 'headerBytes',
      value: connections.headerBytes,
      meaning: 'bytes of the URL and the headers of a request',
    },
    {
      name: 'connections',
      value: connections.connections,
      meaning: 'connections at the same time',
    },
    {
      name: 'allowedHosts',
      value: hosts.length === 0 ? 'none' : hosts.join(', '),
      meaning: 'hosts that queries may reach',
    },
  ]
}

const formats = [
  { name: 'json', mediaTypes: ['application/json'] },
  { name: 'html', mediaTypes: ['text/html', 'application/xhtml+xml'] },
] as const

function decide(
  request: FastifyRequest,
  version: SiteVersion,
  limits: readonly Limit[],
): Representation {
  const format = negotiate(request.headers.accept, formats)
  if (!format) {
    const known = formats.map(({ mediaTypes }) => mediaTypes[0]).join(', ')
    const value = logText(request.headers.accept ?? '')
    throw new UsineError('ERR_NOT_ACCEPTABLE', { header: 'Accept', value, known })
  }
  // They depend on how the server was started too.
  const key = limits.map(({ value }) => value).join(' ')
  if (format.name === 'html') {
    const render = (page: PageContext) => renderLimits(limits, page)
    return answerPage({ request, version }, { path: '/limits', key, vary: 'Accept', render })
  }
  return {
    kind: 'representation',
    key: `limits ${key}`,
    contentType: 'application/json; charset=utf-8',
    headers: { vary: 'Accept' },
    render: () => limitsToJson(limits),
  }
}

const limitsToJson = (limits: readonly Limit[]): string =>
  `${JSON.stringify(Object.fromEntries(limits.map(({ name, value }) => [name, value])), undefined, 2)}\n`

function renderLimits(limits: readonly Limit[], page: PageContext): string {
  const rows = limits.map(
    ({ name, value, meaning }) =>
      html`<tr>
        <th scope="row">${name}</th>
        <td>${value}</td>
        <td>${meaning}</td>
      </tr>`,
  )
  const body = html`<h1 lang="en">Limits</h1>
    <table lang="en">
      <tbody>
        ${rows}
      </tbody>
    </table>
    <p lang="en">
      They are set under <code>limits</code> and <code>allow</code> in <code>usine.yaml</code>.
    </p>`
  return renderPage({ title: 'Limits', body }, page)
}
