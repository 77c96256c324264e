import { html } from '../../html/html.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import type { ProblemDetails } from '../../problem.ts'
import { relativePath } from '../../respond/paths.ts'
import { renderAnswerChart } from '../answers/answer-chart.ts'
import { renderResultTable } from '../answers/result-table.ts'
import { renderPage, sectionPaths } from '../layout.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import type { ShownAnswer } from '../query/read-answer.ts'
import { renderForm } from './form.ts'
import type { QuestionForm } from './form.ts'
import { renderSavedText } from './saved-text.ts'
import { renderSources } from './sources.ts'

/** What there is to say to a question. */
export type Outcome =
  | { readonly kind: 'answer'; readonly answer: ShownAnswer; readonly text: string }
  /** The form is not filled in yet, or not as it should be. */
  | { readonly kind: 'form' }
  | { readonly kind: 'failed'; readonly problem: ProblemDetails; readonly text: string }

/** A question that was asked. */
export interface QuestionPage extends QuestionForm {
  readonly outcome: Outcome
}

/** Writes the page of a question: a form for its parameters, its answer, and how to take it elsewhere. */
export function renderQuestionPage(question: QuestionPage, page: PageContext): string {
  const { described, outcome } = question
  const words = messagesIn(page.language)
  const { query } = described
  const body = html`<h1>${renderSavedText(query.question, page)}</h1>
    ${renderForm(question, page)} ${renderOutcome(question, page)}
    ${outcome.kind !== 'form' && renderSources({ ...question, text: outcome.text }, page)}`
  const breadcrumb = [
    { href: relativePath(page.path, sectionPaths.questions), text: words.questions },
  ]
  return renderPage({ title: query.question, breadcrumb, body }, page)
}

function renderOutcome({ outcome, errors }: QuestionPage, page: PageContext): Markup {
  const { asked } = messagesIn(page.language)
  switch (outcome.kind) {
    case 'answer':
      return renderAnswer(outcome.answer, page)
    case 'failed':
      return renderFailure(outcome.problem, page)
    case 'form':
      return errors
        ? html`<div class="notice error" role="alert">
            <p>${asked.wrongValues}</p>
            ${errors.others.map((text) => html`<p><bdi>${text}</bdi></p>`)}
          </div>`
        : html`<p class="empty">${asked.waiting}</p>`
  }
}

function renderFailure({ code = '', detail }: ProblemDetails, { language }: PageContext): Markup {
  const { asked } = messagesIn(language)
  return html`<div class="notice error" role="alert">
    <p><strong>${asked.failed}</strong></p>
    ${asked.failures[code] !== undefined && html`<p>${asked.failures[code]}</p>`}
    <p class="quiet"><bdi lang="en">${detail}</bdi></p>
  </div>`
}

function renderAnswer({ answer, isCut }: ShownAnswer, page: PageContext): Markup {
  const { asked } = messagesIn(page.language)
  return html`<section class="answers" aria-labelledby="answer">
    <h2 id="answer">${asked.answer}</h2>
    ${isCut && html`<p class="notice">${asked.cut}</p>`}
    ${
      answer.boolean === undefined
        ? renderRows(answer, page)
        : html`<p class="lead"><strong>${answer.boolean ? asked.yes : asked.no}</strong></p>`
    }
  </section>`
}

const renderRows = (answer: ShownAnswer['answer'], page: PageContext): Fragment => [
  renderAnswerChart(answer, page),
  renderResultTable(answer, page),
]
