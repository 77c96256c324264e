import { DataFactory } from 'n3'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { UsineError } from '../../errors.ts'
import { serializeToString } from '../../rdf/index.ts'
import type { QueryAnswer, ServeContext, SiteVersion } from '../context.ts'
import { negotiate } from '../negotiate.ts'
import { readPageContext } from '../pages/page-context.ts'
import type { PageContext } from '../pages/page-context.ts'
import { renderAnswer } from '../pages/query/answer-section.ts'
import { renderProblem } from '../pages/query/problem-section.ts'
import { renderQueryPage } from '../pages/query/query-page.ts'
import { readAnswer } from '../pages/query/read-answer.ts'
import type { ShownAnswer } from '../pages/query/read-answer.ts'
import { ProblemError } from '../problem.ts'
import { openHeaders, pageHeaders } from '../respond/security-headers.ts'
import { sentParameters } from '../routes/parameters.ts'
import { formatsFor } from './answer-formats.ts'
import type { Operation } from './read-operation.ts'

/** The format of pages, as `format=` names it. */
export const pageFormat = {
  name: 'html',
  mediaTypes: ['text/html', 'application/xhtml+xml'],
} as const

/** Formats of programs come first, so that a page is sent only where it is wanted more than any of them. */
const offers = [...formatsFor('SELECT'), ...formatsFor('CONSTRUCT'), pageFormat]

/** Tells whether the answer of a query is shown on a page: to people with a browser, and to who asks for that. */
export function wantsPage({ headers }: FastifyRequest, { kind, format }: Operation): boolean {
  if (kind !== 'query') return false
  if (format !== undefined) return format === pageFormat.name
  return negotiate(headers.accept, offers)?.name === pageFormat.name
}

/** Pages show no more rows than people read. */
const shape = { maxRows: 500, maxBytes: 4_000_000 }

/** What a query was asked with. */
export interface PageExchange {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly context: ServeContext
  readonly operation: Operation
  /** Runs the query, with the formats that the page is made of. */
  readonly run: (format: (type: QueryAnswer['queryType']) => string) => Promise<QueryAnswer>
}

/** Answers a query with a page: the form with the query, and its answer or what is wrong with it. */
export async function sendQueryPage(exchange: PageExchange): Promise<FastifyReply> {
  const { request, reply, context, operation, run } = exchange
  const version = context.current()
  const parameters = sentParameters(request)
  const page = { ...readPageContext(request, version, pathOf(request)), parameters }
  const { limits } = context.queries
  try {
    const start = performance.now()
    const { queryType, body } = await run((type) => (isGraph(type) ? 'n-triples' : 'json'))
    const shown = await readAnswer(body, { ...shape, isGraph: isGraph(queryType) })
    const milliseconds = performance.now() - start
    const turtle = await writeTurtle(shown, version)
    const outcome = renderAnswer({ query: operation, shown, milliseconds, turtle }, page)
    return await reply
      .headers({ ...pageAnswerHeaders, 'content-language': page.language })
      .send(renderQueryPage({ query: operation, outcome, limits }, page))
  } catch (error) {
    throw error instanceof UsineError ? showProblem(error, page, exchange) : error
  }
}

const isGraph = (type: QueryAnswer['queryType']): boolean =>
  type === 'CONSTRUCT' || type === 'DESCRIBE'

const pathOf = ({ url }: FastifyRequest): string => url.split('?', 1)[0] ?? '/sparql'

/** Pages about queries change with the site and are not kept. */
export const pageAnswerHeaders = {
  ...openHeaders,
  ...pageHeaders,
  vary: 'Accept, Accept-Language',
  'cache-control': 'no-cache',
  'content-type': 'text/html; charset=utf-8',
} as const

async function writeTurtle(
  { quads }: ShownAnswer,
  { prefixes }: SiteVersion,
): Promise<string | undefined> {
  if (!quads) return undefined
  const graph = quads.map(({ subject, predicate, object }) =>
    DataFactory.quad(subject as never, predicate as never, object as never),
  )
  return serializeToString(graph, { format: 'turtle', prefixes, pretty: true })
}

/** The error with the page that says so: the query is kept. */
function showProblem(
  error: UsineError,
  page: PageContext,
  { context, operation }: PageExchange,
): ProblemError {
  const { line, column } = error.details
  const place =
    typeof line === 'number' && typeof column === 'number' ? { line, column } : undefined
  const { limits } = context.queries
  return new ProblemError(error, {
    renderPage: (problem) =>
      renderQueryPage(
        {
          query: operation,
          outcome: renderProblem({ problem, place, text: operation.text }, page),
          limits,
        },
        page,
      ),
  })
}
