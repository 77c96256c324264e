import type { Snak, TimeValue } from '../../../statements/index.ts'
import type { PageContext } from '../page-context.ts'

/** When a statement holds, as far as its qualifiers say. */
export interface Period {
  readonly from?: TimeValue | undefined
  readonly until?: TimeValue | undefined
  readonly at?: TimeValue | undefined
}

/** The keys of the properties that say when. */
const keys = { from: 'startTime', until: 'endTime', at: 'pointInTime' } as const

/** Reads when a statement holds. */
export function periodOf(qualifiers: readonly Snak[], context: PageContext): Period {
  const time = (key: string): TimeValue | undefined => {
    const snak = findSnak(qualifiers, key, context)
    return snak?.snakType === 'value' && snak.value.type === 'time' ? snak.value : undefined
  }
  return { from: time(keys.from), until: time(keys.until), at: time(keys.at) }
}

/** Whether a qualifier is one of those that `periodOf` reads a start and an end from. */
export const isPeriodEnd = ({ property }: Snak, { version }: PageContext): boolean =>
  [keys.from, keys.until].some(
    (key) => version.site.ontology.properties.get(key)?.entityIri === property,
  )

/** Whether a qualifier is the one that `periodOf` reads a point in time from. */
export const isPointInTime = ({ property }: Snak, { version }: PageContext): boolean =>
  version.site.ontology.properties.get(keys.at)?.entityIri === property

/** Finds the snak of a property that the ontology knows by a key. */
export function findSnak(
  snaks: readonly Snak[],
  key: string,
  { version }: PageContext,
): Snak | undefined {
  const { entityIri } = version.site.ontology.properties.get(key) ?? {}
  return snaks.find(({ property }) => property === entityIri)
}
