import { pickLabel } from '../../rdf/index.ts'
import type { SiteVersion } from '../context.ts'
import { perVersion } from '../documents/site-index.ts'
import { collatorOf } from './collator.ts'
import { sortInSlices, visitInSlices } from './slices.ts'

/** The entities of a site in the order of their labels in one language. */
export interface LabelOrder {
  /** Positions in the site, in order. */
  readonly positions: Uint32Array
}

const ordersOf = perVersion(() => new Map<string, Promise<LabelOrder>>())

/** Gets the order of labels as a language sorts them; it is built at the first call for each language. */
export function labelOrder(version: SiteVersion, language: string): Promise<LabelOrder> {
  const orders = ordersOf(version)
  const known = orders.get(language)
  if (known) return known
  const order = buildOrder(version, language)
  orders.set(language, order)
  return order
}

async function buildOrder({ site }: SiteVersion, language: string): Promise<LabelOrder> {
  const compare = collatorOf(language)
  const named: { readonly position: number; readonly label: string }[] = []
  await visitInSlices(site.entities, ({ labels, id }, position) => {
    named.push({ position, label: pickLabel(labels, language) ?? id })
  })
  const sorted = await sortInSlices(named, (a, b) => compare(a.label, b.label))
  return { positions: Uint32Array.from(sorted, ({ position }) => position) }
}
