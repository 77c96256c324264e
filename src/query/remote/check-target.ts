import type { Term } from '@rdfjs/types'
import { UsineError } from '../../errors.ts'
import { WIKIBASE } from '../../vocabulary.ts'
import { isAlgebra } from '../algebra.ts'
import type { Remote } from './remote.ts'

const NOTHING = 'no host is allowed'

/** Says why a URL may not be reached; undefined where it may. */
export function findRefusal(url: string, remote: Remote | undefined): string | undefined {
  if (!remote) return NOTHING
  try {
    remote.check(url)
    return undefined
  } catch (error) {
    if (!(error instanceof UsineError)) throw error
    return String(error.details['reason'])
  }
}

/**
 * Throws when a query would ask an endpoint that may not be reached, in whatever part of it. This is decided before
 * anything is evaluated, and by the text alone, so SILENT does not hide it.
 */
export function checkServices(part: unknown, remote: Remote | undefined): void {
  if (Array.isArray(part)) {
    for (const each of part) checkServices(each, remote)
    return
  }
  if (!isAlgebra(part)) return
  if (part.type === 'service') {
    const { name } = part as unknown as { readonly name: Term }
    if (name.value !== `${WIKIBASE}label`) checkEndpoint(name, remote)
  }
  for (const each of Object.values(part)) checkServices(each, remote)
}

/** Lists the IRIs of the endpoints that a query asks. */
export function listEndpoints(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(listEndpoints)
  if (!isAlgebra(part)) return []
  const { name } = part as { readonly name?: Term }
  if (part.type === 'service' && name) return [name.value]
  return Object.values(part).flatMap(listEndpoints)
}

function checkEndpoint(name: Term, remote: Remote | undefined): void {
  if (name.termType === 'Variable') {
    const reason = `SERVICE ?${name.value} could mean any endpoint; name the endpoint itself`
    throw new UsineError('ERR_QUERY_REFUSED', { reason })
  }
  const refusal = findRefusal(name.value, remote)
  if (refusal === undefined) return
  const reason = `SERVICE <${name.value.slice(0, 200)}> would ask another endpoint: ${refusal}`
  throw new UsineError('ERR_QUERY_REFUSED', { reason })
}
