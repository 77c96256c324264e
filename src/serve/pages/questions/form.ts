import { html } from '../../html/html.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import { defaultValueOf, mayLack } from '../../queries/default-value.ts'
import type { DescribedParameter, DescribedQuery } from '../../queries/describe-query.ts'
import { relativePath } from '../../respond/paths.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { capitalize } from '../values/capitalize.ts'
import { renderControl } from './control.ts'
import type { FormErrors } from './field-errors.ts'
import { renderSavedText } from './saved-text.ts'

/** A form as it was sent, or as it is before. */
export interface QuestionForm {
  readonly described: DescribedQuery
  readonly values: URLSearchParams
  readonly errors?: FormErrors | undefined
}

/** Writes the form for the parameters of a question, filled in, with what is wrong beside each field. */
export function renderForm(
  { described, values, errors }: QuestionForm,
  page: PageContext,
): Fragment {
  const { parameters, path } = described
  const { asked } = messagesIn(page.language)
  const fields = parameters.map((parameter) =>
    renderField({ parameter, value: valueOf(parameter, values, page), errors }, page),
  )
  if (fields.every((field) => field === undefined)) return undefined
  return html`<form method="get" action="${relativePath(page.path, path)}" class="card question">
    <h2>${asked.change}</h2>
    <div class="fields">${fields}</div>
    ${keepLanguage(parameters, values)}
    <button>${asked.ask}</button>
  </form>`
}

/** The language that was asked for stays, unless it is a parameter itself. */
function keepLanguage(
  parameters: readonly DescribedParameter[],
  values: URLSearchParams,
): Fragment {
  const language = values.get('lang')
  const isOwn = parameters.some(({ name }) => name === 'lang')
  return language === null || isOwn
    ? undefined
    : html`<input type="hidden" name="lang" value="${language}" />`
}

const valueOf = (
  parameter: DescribedParameter,
  values: URLSearchParams,
  page: PageContext,
): string => values.get(parameter.name) ?? defaultValueOf(parameter, page) ?? ''

interface Field {
  readonly parameter: DescribedParameter
  readonly value: string
  readonly errors: FormErrors | undefined
}

function renderField({ parameter, value, errors }: Field, page: PageContext): Markup | undefined {
  const { name, meaning, optional, type } = parameter
  const { asked } = messagesIn(page.language)
  const id = `param-${name}`
  const error = errors?.fields.get(name)
  const describedBy = `${id}-hint`
  // Nothing is a text too.
  const isRequired = type !== 'string' && !mayLack(parameter, page)
  const control = renderControl(
    { parameter, value, id, describedBy, isWrong: error !== undefined, isRequired },
    page,
  )
  if (!control) return undefined
  return html`<div class="field">
    <label for="${id}">${renderSavedText(capitalize(meaning, page.language), page)}</label>
    ${control}
    ${
      error === undefined
        ? html`<p class="quiet" id="${describedBy}">
            ${capitalize(asked.expected[type], page.language)}${optional && ` (${asked.optional})`}
          </p>`
        : html`<p class="field-error" id="${describedBy}">${error}</p>`
    }
  </div>`
}
