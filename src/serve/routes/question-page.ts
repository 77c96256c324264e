import type { FastifyReply } from 'fastify'
import type { Term } from '@rdfjs/types'
import { UsineError } from '../../errors.ts'
import { bindText, parseQuery } from '../../query/index.ts'
import type { QueryAnswer } from '../context.ts'
import type { PageContext } from '../pages/page-context.ts'
import { readAnswer } from '../pages/query/read-answer.ts'
import { findFormErrors } from '../pages/questions/field-errors.ts'
import { renderQuestionPage } from '../pages/questions/question-page.ts'
import type { Outcome } from '../pages/questions/question-page.ts'
import { ProblemError, retryAfter, toProblem } from '../problem.ts'
import type { DescribedQuery } from '../queries/describe-query.ts'
import { givenParameters } from '../queries/read-query-request.ts'

/** A page shows no more of an answer. */
const MOST_ROWS = 500
const MOST_BYTES = 4_000_000

/** A question as a browser asks it. */
export interface AskedQuestion {
  readonly described: DescribedQuery
  readonly values: URLSearchParams
  readonly page: PageContext
}

/** A form that cannot be asked with: not filled in yet, or wrong. */
export interface RefusedForm {
  readonly status: number
  readonly body: string
}

/** Writes the page of a form whose values `error` tells of; a form that was not sent yet is no mistake. */
export function refuseForm(asked: AskedQuestion, error: unknown): RefusedForm {
  const { described, values, page } = asked
  const cause = error instanceof ProblemError ? error.cause : error
  if (!(cause instanceof UsineError)) throw error
  const isNew = givenParameters(described.parameters, values).length === 0
  const outcome: Outcome = { kind: 'form' }
  if (isNew) return { status: 200, body: renderQuestionPage({ described, values, outcome }, page) }
  const errors = findFormErrors(described, values, page)
  const body = renderQuestionPage({ described, values, outcome, errors }, page)
  return { status: toProblem(cause).status, body }
}

/** Sends the page with an answer, or with what kept the server from answering. */
export async function sendQuestionPage(
  reply: FastifyReply,
  { described, values, page }: AskedQuestion,
  {
    bindings,
    run,
  }: { readonly bindings: ReadonlyMap<string, Term>; readonly run: () => Promise<QueryAnswer> },
): Promise<FastifyReply> {
  const text = textWith(described, bindings, page)
  const shown = { described, values: withLanguages(described, values, bindings) }
  const isGraph = described.type === 'construct' || described.type === 'describe'
  try {
    const { body } = await run()
    const answer = await readAnswer(body, { isGraph, maxRows: MOST_ROWS, maxBytes: MOST_BYTES })
    const outcome: Outcome = { kind: 'answer', answer, text }
    return await reply.send(renderQuestionPage({ ...shown, outcome }, page))
  } catch (error) {
    if (!(error instanceof UsineError)) throw error
    const problem = toProblem(error)
    if (problem.status === 500) throw error
    const outcome: Outcome = { kind: 'failed', problem, text }
    for (const name of ['etag', 'last-modified']) reply.removeHeader(name)
    return reply
      .code(problem.status)
      .headers({ 'cache-control': 'no-cache', ...retryAfter(error) })
      .send(renderQuestionPage({ ...shown, outcome }, page))
  }
}

/** Files come in the language of the page, whatever the client that fetches them prefers. */
function withLanguages(
  { parameters }: DescribedQuery,
  values: URLSearchParams,
  bindings: ReadonlyMap<string, Term>,
): URLSearchParams {
  const all = new URLSearchParams(values)
  for (const { name, type } of parameters) {
    const language = bindings.get(name)?.value
    if (type === 'language' && language !== undefined) all.set(name, language)
  }
  return all
}

/** The query with its values, where that is a query; else as it was saved. */
function textWith(
  { query }: DescribedQuery,
  bindings: ReadonlyMap<string, Term>,
  { version }: PageContext,
): string {
  try {
    const text = bindText(query.text, bindings)
    parseQuery(text, { prefixes: version.prefixes, baseIri: version.base })
    return text
  } catch (error) {
    if (error instanceof UsineError) return query.text
    throw error
  }
}
