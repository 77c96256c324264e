import type { Markup } from '../../html/html.ts'
import type { PageContext } from '../page-context.ts'
import { renderText } from '../values/link.ts'

/** Writes a text of a saved query: it is in the first language of the site. */
export function renderSavedText(text: string, { language, version }: PageContext): Markup {
  const [first] = version.site.config.languages
  return renderText({ text, language: first === language ? undefined : first })
}
