import { statementNodeName } from '../../../rdf/index.ts'
import { groupSnaks } from '../../../statements/index.ts'
import type { Snak, Statement } from '../../../statements/index.ts'
import { html } from '../../html/html.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { labelOf, renderText } from '../values/link.ts'
import { renderSnak, renderValue } from '../values/value.ts'
import { findSnak, isPeriodEnd, periodOf } from './period.ts'
import { renderReference } from './reference.ts'

/** Writes a statement: its value, its rank where it matters, what qualifies it, and what supports it. */
export function renderStatement(statement: Statement, context: PageContext): Markup {
  const { id, mainSnak, qualifiers, rank, references } = statement
  const words = messagesIn(context.language)
  return html`<li class="statement ${rank}" id="${statementNodeName(id)}">
    <div class="value">
      ${isCirca(qualifiers, context) && `${words.about} `}${renderSnak(mainSnak, context)}
      ${rank !== 'normal' && html`<span class="mark rank">${words.rank[rank]}</span>`}
    </div>
    ${renderQualifiers(qualifiers, context)}
    <div class="references">
      ${
        references.length === 0
          ? words.noSource
          : references.map((reference) => renderReference(reference, context))
      }
    </div>
  </li>`
}

/** Whether a value is known only roughly. */
function isCirca(qualifiers: readonly Snak[], context: PageContext): boolean {
  const snak = findSnak(qualifiers, 'sourcingCircumstances', context)
  const circa = context.version.site.ontology.concepts.get('circa')?.entityIri
  if (snak?.snakType !== 'value' || snak.value.type !== 'entityid') return false
  return snak.value.iri === circa
}

/** Values of one property stand together, and start and end as one period where both are known. */
function renderQualifiers(qualifiers: readonly Snak[], context: PageContext): Fragment {
  if (qualifiers.length === 0) return undefined
  const { from, until } = periodOf(qualifiers, context)
  const isPeriod = from !== undefined && until !== undefined
  const groups = groupSnaks(
    isPeriod ? qualifiers.filter((snak) => !isPeriodEnd(snak, context)) : qualifiers,
  )
  const words = messagesIn(context.language)
  return html`<dl class="qualifiers">
    ${
      isPeriod &&
      html`<div>
        <dt class="hidden">${words.period}</dt>
        <dd>${renderValue(from, context)} – ${renderValue(until, context)}</dd>
      </div>`
    }
    ${[...groups].map(
      ([property, snaks]) =>
        html`<div>
          <dt>${renderText(labelOf(property, context))}</dt>
          ${snaks.map((snak) => html`<dd>${renderSnak(snak, context)}</dd> `)}
        </div>`,
    )}
  </dl>`
}
