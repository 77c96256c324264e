import { isoDate } from '../../../rdf/index.ts'
import type { Snak, Value, ValueOf, ValueType } from '../../../statements/index.ts'
import { html } from '../../html/html.ts'
import type { Fragment } from '../../html/html.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { formatAmount } from './amount.ts'
import { pickText, renderLink, renderText } from './link.ts'
import { formatTime } from './time.ts'

/** Writes what a snak says, for people. */
export function renderSnak(snak: Snak, context: PageContext): Fragment {
  const words = messagesIn(context.language)
  if (snak.snakType === 'somevalue') return html`<em>${words.unknownValue}</em>`
  if (snak.snakType === 'novalue') return html`<em>${words.noValue}</em>`
  const { formatterUri } = context.version.site.ontology.findProperty(snak.property) ?? {}
  if (snak.value.type === 'string') return renderString(snak.value.value, formatterUri)
  return renderValue(snak.value, context)
}

/** Writes a value for people. */
export function renderValue(value: Value, context: PageContext): Fragment {
  const write = writers[value.type] as (value: Value, context: PageContext) => Fragment
  return write(value, context)
}

const writers = {
  string: ({ value }) => renderString(value),
  monolingualtext: ({ text, language }, context) =>
    renderText({ text, language: language === context.language ? undefined : language }),
  entityid: ({ iri }, context) => renderLink(iri, context),
  quantity: ({ amount, bounds, unit }, context) => {
    const { language } = context
    const write = (text: string) => formatAmount(text, language)
    const { to } = messagesIn(language)
    return [
      html`<span class="iri">${write(amount)}</span>`,
      bounds && ` (${write(bounds.lower)} ${to} ${write(bounds.upper)})`,
      unit === undefined ? undefined : ['\u00a0', renderUnit(unit, context)],
    ]
  },
  time: (time, { language }) => {
    const text = formatTime(time, language)
    const date = isoDate(time)
    return date === undefined ? text : html`<time datetime="${date}">${text}</time>`
  },
  globecoordinate: ({ latitude, longitude }, { language }) =>
    `${degrees(latitude, 'NS', language)}, ${degrees(longitude, 'EW', language)}`,
} satisfies { [T in ValueType]: (value: ValueOf<T>, context: PageContext) => Fragment }

/** Writes a text; a web address becomes a link, as does an identifier whose property says where it leads. */
function renderString(text: string, formatterUri?: string): Fragment {
  const href = formatterUri?.replaceAll('$1', () => encodeURIComponent(text)) ?? text
  return /^https?:\/\/\S+$/.test(href)
    ? html`<a href="${href}" rel="nofollow"><bdi>${text}</bdi></a>`
    : html`<bdi>${text}</bdi>`
}

function renderUnit(unit: string, context: PageContext): Fragment {
  const known = context.version.site.ontology.findUnit(unit)
  if (!known) return renderLink(unit, context)
  const label = pickText(known.labels, context)
  const symbol = known.symbols[0] ?? known.key
  return html`<abbr title="${label?.text ?? symbol}">${symbol}</abbr>`
}

const degrees = (angle: number, [positive = '', negative = '']: string, language: string): string =>
  `${formatAmount(String(Math.abs(angle)), language)}° ${angle < 0 ? negative : positive}`
