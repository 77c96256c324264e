import { isoDate, pickLabel, plainAmount } from '../../rdf/index.ts'
import type { Snak, Value, ValueOf, ValueType } from '../../statements/index.ts'
import type { SiteVersion } from '../context.ts'
import { siteIndex } from '../documents/site-index.ts'
import { relativePath } from '../respond/paths.ts'
import { html } from './html.ts'
import type { Fragment } from './html.ts'

/** Where and for whom something is written. */
export interface PageContext {
  readonly version: SiteVersion
  readonly language: string
  readonly path: string
}

/** Writes a snak's value for people. */
export function renderSnak(snak: Snak, context: PageContext): Fragment {
  if (snak.snakType === 'somevalue') return html`<em>unknown value</em>`
  if (snak.snakType === 'novalue') return html`<em>no value</em>`
  return renderValue(snak.value, context)
}

function renderValue(value: Value, context: PageContext): Fragment {
  const write = writers[value.type] as (value: Value, context: PageContext) => Fragment
  return write(value, context)
}

const writers = {
  string: ({ value }) =>
    /^https?:\/\/\S+$/.test(value)
      ? html`<a href="${value}" rel="nofollow">${value}</a>`
      : html`<bdi>${value}</bdi>`,
  monolingualtext: ({ text, language }) => html`<bdi lang="${language}">${text}</bdi>`,
  entityid: ({ iri }, context) => renderLink(iri, context),
  quantity: ({ amount, bounds, unit }, context) => [
    plainAmount(amount),
    bounds && ` (${plainAmount(bounds.lower)} to ${plainAmount(bounds.upper)})`,
    unit === undefined ? undefined : [' ', renderUnit(unit, context)],
  ],
  time: (time) => {
    const date = isoDate(time)
    return date === undefined ? time.time : html`<time datetime="${date}">${date}</time>`
  },
  globecoordinate: ({ latitude, longitude }) => `${latitude}, ${longitude}`,
} satisfies { [T in ValueType]: (value: ValueOf<T>, context: PageContext) => Fragment }

const renderUnit = (unit: string, context: PageContext): Fragment =>
  context.version.site.ontology.findUnit(unit)?.symbols[0] ?? renderLink(unit, context)

/** Writes a link to what an IRI names, with its label; only web addresses become links. */
export function renderLink(iri: string, context: PageContext): Fragment {
  const label = labelOf(iri, context)
  const href = hrefOf(iri, context)
  const text = html`<bdi>${label}</bdi>`
  return href === undefined ? text : html`<a href="${href}">${text}</a>`
}

/** The label of what an IRI names, in the language of the page; what comes after its last slash without one. */
export function labelOf(iri: string, { version, language }: PageContext): string {
  const labels = siteIndex(version).labelsOf(iri)
  return (labels && pickLabel(labels, language)) ?? iri.slice(iri.search(/[^/#]*$/))
}

function hrefOf(iri: string, { version, path }: PageContext): string | undefined {
  const { base, site } = version
  if (iri.startsWith(base)) return relativePath(path, `/${iri.slice(base.length)}`)
  const term = site.ontology.findProperty(iri) ?? site.ontology.findClass(iri)
  if (term) return relativePath(path, `/ontology/${term.key}`)
  return /^https?:\/\//.test(iri) ? iri : undefined
}
