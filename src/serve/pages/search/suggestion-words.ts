import { html } from '../../html/html.ts'
import type { Markup } from '../../html/html.ts'
import type { Messages } from '../messages/index.ts'

/** Marks a search form as one that gets suggestions where scripts run, with the words that those need. */
export const suggestionWords = ({ searching }: Messages): Markup =>
  html`data-search data-list-label="${searching.suggestionList}"
  data-count-label="${searching.suggestions}" data-none-label="${searching.noSuggestion}"`
