import { findDisagreements } from '../../../statements/index.ts'
import type { Statement } from '../../../statements/index.ts'
import { html } from '../../html/html.ts'
import type { Markup } from '../../html/html.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { labelOf, renderLink } from '../values/link.ts'
import { renderStatement } from './statement.ts'

/** Writes all statements of one property; those that contradict each other stand side by side, marked. */
export function renderPropertyGroup(
  property: string,
  statements: readonly Statement[],
  context: PageContext,
): Markup {
  const disagreements = findDisagreements(statements)
  const disputed = new Set(disagreements.flat())
  const rest = statements.filter((statement) => !disputed.has(statement))
  return html`<section id="${anchorOf(property, context)}">
    <header><h3>${renderLink(property, context)}</h3></header>
    <div>
      ${disagreements.map((group) => renderDisagreement(group, context))}
      ${
        rest.length > 0 &&
        html`<ul>
          ${rest.map((statement) => renderStatement(statement, context))}
        </ul>`
      }
    </div>
  </section>`
}

function renderDisagreement(statements: readonly Statement[], context: PageContext): Markup {
  const words = messagesIn(context.language)
  return html`<div class="disputed">
    <p class="quiet">
      <strong class="mark dispute">${words.disputed}</strong>
      ${words.disputedCount(statements.length)}
    </p>
    <ul>
      ${statements.map((statement) => renderStatement(statement, context))}
    </ul>
  </div>`
}

/** The name of a property's section on the page. */
export const anchorOf = (property: string, context: PageContext): string =>
  context.version.site.ontology.findProperty(property)?.key ?? labelOf(property, context).text
