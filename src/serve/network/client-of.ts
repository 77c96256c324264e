import ipaddr from 'ipaddr.js'

/** The addresses of proxies that are believed when they say for whom they ask: this machine's and its network's. */
export const trustedProxies = ['loopback', 'linklocal', 'uniquelocal']

/** Ranges in which a proxy may be that does not say for whom it asks. */
const nearRanges: readonly string[] = ['loopback', 'linkLocal', 'private', 'uniqueLocal']

/** How many parts of an IPv6 address one customer has, who can take any address below them. */
const PARTS_OF_ONE = 4

/** Says whom an address stands for: one client, whatever of its addresses it takes, or many where it may be a proxy. */
export function clientOf(address: string): { readonly name: string; readonly isMany: boolean } {
  if (!ipaddr.isValid(address)) return { name: address, isMany: true }
  const parsed = ipaddr.process(address)
  const name =
    parsed instanceof ipaddr.IPv6
      ? parsed.parts.slice(0, PARTS_OF_ONE).join(':')
      : parsed.toString()
  return { name, isMany: nearRanges.includes(parsed.range()) }
}
