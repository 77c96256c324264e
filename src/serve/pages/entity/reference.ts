import { plainAmount } from '../../../rdf/index.ts'
import type { Reference, Snak } from '../../../statements/index.ts'
import { html } from '../../html/html.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { labelOf, renderText } from '../values/link.ts'
import { renderSnak } from '../values/value.ts'
import { findSnak } from './period.ts'

/** Writes a reference: in short where it names a source or an address, and all of it behind that. */
export function renderReference({ snaks }: Reference, context: PageContext): Markup {
  const words = messagesIn(context.language)
  return html`<details>
    <summary><span class="hidden">${words.source}:</span> ${shortForm(snaks, context)}</summary>
    <dl>
      ${snaks.map(
        (snak) =>
          html`<dt>${renderText(labelOf(snak.property, context))}</dt>
            <dd>${renderSnak(snak, context)}</dd>`,
      )}
    </dl>
  </details>`
}

/** The keys of properties by which people know a source, in the order in which they say them. */
const telling = ['statedIn', 'referenceUrl', 'section'] as const

/** The source, the section, and the characters; or whatever the first snak says. */
function shortForm(snaks: readonly Snak[], context: PageContext): Fragment {
  const find = (key: string): Snak | undefined => findSnak(snaks, key, context)
  const parts: Fragment[] = telling
    .map(find)
    .filter((snak) => snak !== undefined)
    .map((snak) => plainText(snak, context))
  const [start, end] = [find('textStart'), find('textEnd')].map(amountOf)
  if (start !== undefined && end !== undefined) {
    parts.push(messagesIn(context.language).characters(start, end))
  }
  if (parts.length === 0 && snaks[0]) parts.push(plainText(snaks[0], context))
  return parts.map((part, at) => [at > 0 ? ', ' : '', part])
}

/** Without links: what opens and closes is no place for them. */
function plainText(snak: Snak, context: PageContext): Fragment {
  if (snak.snakType !== 'value') return renderSnak(snak, context)
  const { value } = snak
  if (value.type === 'entityid') return renderText(labelOf(value.iri, context))
  if (value.type === 'string') return html`<bdi>${value.value}</bdi>`
  return renderSnak(snak, context)
}

function amountOf(snak: Snak | undefined): string | undefined {
  if (snak?.snakType !== 'value' || snak.value.type !== 'quantity') return undefined
  return plainAmount(snak.value.amount)
}
