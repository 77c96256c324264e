import { siteParameters } from '../../query/index.ts'
import { perVersion } from '../documents/site-index.ts'

/** Gets what parameters are read against; names of all entities are gathered once for each version. */
export const parametersOf = perVersion(({ site }) => siteParameters(site))
