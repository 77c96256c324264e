import { perVersion } from '../../documents/site-index.ts'
import { html } from '../../html/html.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import type { DescribedParameter } from '../../queries/describe-query.ts'
import { languageName } from '../values/language-name.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { labelOf, pickText } from '../values/link.ts'

/** A field to fill in. */
export interface Control {
  readonly parameter: DescribedParameter
  readonly value: string
  readonly id: string
  /** The ids of what explains it. */
  readonly describedBy: string
  readonly isWrong: boolean
  readonly isRequired: boolean
}

/** Longer lists are no help, and weigh more than the page. */
const MOST_OPTIONS = 500

/** Writes the field that fits a type; nothing where there is nothing to choose. */
export function renderControl(control: Control, page: PageContext): Markup | undefined {
  const { value, parameter } = control
  switch (parameter.type) {
    case 'entity':
      return renderEntity(control, page)
    case 'property':
      return renderProperty(control, page)
    case 'language':
      return renderLanguage(control, page)
    case 'boolean':
      return renderBoolean(control, page)
    case 'year':
    case 'integer':
      return /^[+-]?\d*$/.test(value)
        ? html`<input ${attributes(control)} type="number" step="1" value="${value}" />`
        : renderText(control)
    case 'date':
      return /^(?:\d{4}-\d\d-\d\d)?$/.test(value)
        ? html`<input ${attributes(control)} type="date" value="${value}" />`
        : renderText(control)
    case 'decimal':
    case 'string':
    case 'iri':
      return renderText(control)
  }
}

/** What browsers would not show in a field of its type stays visible in one for text. */
const renderText = (control: Control): Markup =>
  html`<input
    ${attributes(control)}
    type="text"
    value="${control.value}"
    placeholder="${control.parameter.example}"
    ${control.parameter.type === 'decimal' && html`inputmode="decimal"`}
  />`

const attributes = ({ parameter, id, describedBy, isWrong, isRequired }: Control): Markup =>
  html`id="${id}" name="${parameter.name}" aria-describedby="${describedBy}"
  ${isWrong && html`aria-invalid="true"`} ${isRequired && html`required`}`

function renderEntity(control: Control, page: PageContext): Markup {
  const { entities } = page.version.site
  if (entities.length > MOST_OPTIONS) return renderText(control)
  const list = `${control.id}-list`
  return html`<input
      ${attributes(control)}
      type="text"
      value="${control.value}"
      list="${list}"
      autocomplete="off"
    /><datalist id="${list}">
      ${entities.map(
        ({ id, iri }) => html`<option value="${id}">${labelOf(iri, page).text}</option>`,
      )}
    </datalist>`
}

const propertyKeys = perVersion(({ site }) =>
  [...site.ontology.properties.keys()].sort((a, b) => (a < b ? -1 : 1)),
)

function renderProperty(control: Control, page: PageContext): Markup {
  const { value, parameter } = control
  const keys = propertyKeys(page.version)
  const { properties } = page.version.site.ontology
  if (keys.length > MOST_OPTIONS || !(value === '' || properties.has(value))) {
    return renderText(control)
  }
  const options = keys.map((key) => {
    const labels = properties.get(key)?.labels
    const label = labels && pickText(labels, page)
    return { value: key, text: label?.text ?? key }
  })
  return renderSelect(control, [
    ...(parameter.optional ? [anyOption(page)] : []),
    ...options.sort((a, b) => a.text.localeCompare(b.text, 'en')),
  ])
}

function renderLanguage(control: Control, { version }: PageContext): Markup | undefined {
  const { value } = control
  const languages = [
    ...new Set([...version.site.config.languages, ...(value === '' ? [] : [value])]),
  ]
  if (languages.length < 2 && !control.isWrong) return undefined
  return renderSelect(
    control,
    languages.map((language) => ({ value: language, text: languageName(language) })),
  )
}

function renderBoolean(control: Control, page: PageContext): Markup {
  const { value, parameter } = control
  const { yes, no } = messagesIn(page.language).asked
  // A box that is not ticked is not sent, so it can say no only where nothing means no.
  if (
    parameter.defaultValue === 'false' ||
    (parameter.optional && parameter.defaultValue === undefined)
  ) {
    return html`<input
      ${attributes(control)}
      type="checkbox"
      value="true"
      ${value === 'true' && html`checked`}
    />`
  }
  return renderSelect(control, [
    { value: 'true', text: yes },
    { value: 'false', text: no },
  ])
}

interface Option {
  readonly value: string
  readonly text: string
}

const anyOption = ({ language }: PageContext): Option => ({
  value: '',
  text: messagesIn(language).asked.anyValue,
})

const renderSelect = (control: Control, options: readonly Option[]): Markup =>
  html`<select ${attributes(control)}>
    ${options.map(
      ({ value, text }): Fragment =>
        html`<option value="${value}" ${value === control.value && html`selected`}>
          ${text}
        </option>`,
    )}
  </select>`
