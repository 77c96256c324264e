import type { Entity } from '../../statements/index.ts'
import type { SiteVersion } from '../context.ts'
import { isSpecial } from './special-properties.ts'

/** The IRIs of the classes that an entity is said to be of. */
export function kindsOf({ statements }: Entity, { site }: SiteVersion): string[] {
  const isInstanceOf = isSpecial(site.ontology, 'instanceOf')
  return statements.flatMap(({ mainSnak, rank }) => {
    if (!isInstanceOf(mainSnak.property) || rank === 'deprecated') return []
    if (mainSnak.snakType !== 'value' || mainSnak.value.type !== 'entityid') return []
    return [mainSnak.value.iri]
  })
}
