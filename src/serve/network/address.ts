import ipaddr from 'ipaddr.js'

/**
 * Says what kind of place an address is, where nothing may be fetched from: `loopback`, `private`, `linkLocal`, …;
 * undefined for addresses of the public internet. IPv6 addresses that hold an IPv4 address are judged as what they
 * are, a way around the check, and refused whatever they hold.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry/
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry/
 */
export function forbiddenRange(address: string): string | undefined {
  const text = withoutBrackets(address)
  if (!ipaddr.isValid(text)) return 'not an address'
  const parsed = ipaddr.parse(text)
  const range = parsed.range()
  if (range !== 'unicast') return range
  return parsed.kind() === 'ipv6' && !isGlobalUnicast(parsed) ? 'reserved' : undefined
}

/** Whether the host of a URL is an address; a URL parser has turned decimal, octal and short forms into dotted ones. */
export const isAddress = (host: string): boolean =>
  ipaddr.IPv4.isValidFourPartDecimal(host) || ipaddr.IPv6.isValid(withoutBrackets(host))

/** `2000::/3` is all that is given out; the rest may come to mean anything. */
const isGlobalUnicast = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean =>
  address.match(ipaddr.parse('2000::'), 3)

const withoutBrackets = (host: string): string => host.replace(/^\[(.*)\]$/, '$1')
