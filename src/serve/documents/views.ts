import { UsineError } from '../../errors.ts'
import type { View } from '../../export/index.ts'
import { SCHEMA, WIKIBASE } from '../../vocabulary.ts'
import { parseWeighted } from '../negotiate.ts'

/**
 * The profiles that the two views conform to; all IRIs of a row mean the same, the first one is sent.
 *
 * @see https://www.w3.org/TR/dx-prof-conneg/
 */
const profiles = {
  wikibase: [WIKIBASE, 'http://wikiba.se/ontology', 'wikibase'],
  schema: [SCHEMA, 'http://schema.org', 'https://schema.org/', 'https://schema.org', 'schema'],
} as const satisfies Record<Exclude<View, 'all'>, readonly string[]>

const viewNames = ['wikibase', 'schema'] as const

/** The IRIs of the profiles that a view conforms to. */
export const profilesOf = (view: View): readonly string[] =>
  view === 'all' ? viewNames.map((name) => profiles[name][0]) : [profiles[view][0]]

/** What a request says about the view. */
export interface ViewRequest {
  /** The values of `?view=` and `?_profile=`, the first of which counts. */
  readonly query: string | undefined
  readonly header: string | undefined
}

/**
 * Picks the view of a document: that of the query, else the most wanted of the header Accept-Profile, else both.
 *
 * @throws UsineError ERR_NOT_ACCEPTABLE where none of the views there are is wanted
 */
export function negotiateView({ query, header }: ViewRequest): View {
  if (query !== undefined) {
    if (query === 'all') return 'all'
    return findView(query) ?? refuse('view', query)
  }
  const wanted = parseWeighted(header).map(({ value, weight }) => ({
    view: value === '*' ? ('all' as const) : findView(value.replace(/^<(.*)>$/s, '$1')),
    weight,
  }))
  if (wanted.length === 0) return 'all'
  const refused = wanted.filter(({ weight }) => weight === 0).map(({ view }) => view)
  for (const { view, weight } of wanted) {
    if (weight === 0 || view === undefined) continue
    if (view !== 'all') return view
    const open = viewNames.filter((name) => !refused.includes(name))
    if (open.length === viewNames.length) return 'all'
    if (open[0]) return open[0]
  }
  return refuse('Accept-Profile', header ?? '')
}

const findView = (text: string): Exclude<View, 'all'> | undefined =>
  viewNames.find((name) => (profiles[name] as readonly string[]).includes(text))

function refuse(header: string, value: string): never {
  const known = viewNames.map((name) => `${name} (${profiles[name][0]})`).join(', ')
  throw new UsineError('ERR_NOT_ACCEPTABLE', { header, value, known })
}
