import { lookup as systemLookup } from 'node:dns'
import type { LookupAddress, LookupOptions } from 'node:dns'
import { isIPv6 } from 'node:net'
import type { LookupFunction } from 'node:net'
import { checkAddress } from './check-target.ts'

/** Resolves a name to all its addresses. */
export type Resolve = (
  host: string,
  options: LookupOptions & { readonly all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/** Whether an address may be connected to; throws when not. */
export type CheckAddress = (host: string, address: string) => void

/** How names become addresses. */
export interface LookupSettings {
  readonly resolve?: Resolve | undefined
  readonly checkAddress?: CheckAddress | undefined
  /** The addresses of names that are not resolved, by name in lower case. */
  readonly known?: ReadonlyMap<string, string>
}

/**
 * Makes the lookup of a connection: it resolves the name, checks every address, and hands those very addresses to the
 * connection, so that a name cannot resolve to something else between check and use (DNS rebinding).
 */
export function createCheckedLookup({
  resolve = systemLookup,
  checkAddress: check = checkAddress,
  known = new Map(),
}: LookupSettings): LookupFunction {
  return (host, options, done) => {
    const address = known.get(host.toLowerCase())
    if (address !== undefined) {
      const family = isIPv6(address) ? 6 : 4
      if (options.all === true) done(null, [{ address, family }])
      else done(null, address, family)
      return
    }
    resolve(host, { ...options, all: true }, (error, addresses) => {
      const failure = error ?? findForbidden(host, addresses, check)
      if (failure) done(failure, '', 0)
      else if (options.all === true) done(null, addresses)
      else done(null, addresses[0]?.address ?? '', addresses[0]?.family)
    })
  }
}

function findForbidden(
  host: string,
  addresses: readonly LookupAddress[],
  check: CheckAddress,
): Error | undefined {
  try {
    for (const { address } of addresses) check(host, address)
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
