import { UsineError } from '../../errors.ts'
import { forbiddenRange, isAddress } from './address.ts'

/** Which targets may be fetched. */
export interface TargetPolicy {
  /** Names of hosts, in lower case; `host:port` allows another port than the usual ones. */
  readonly allowedHosts: readonly string[]
}

/** What the allow-list says of a host. */
export interface AllowedHost {
  /** In lower case, with the port where it is not a usual one. */
  readonly host: string
  /** The one address that is connected to, whatever the name resolves to. */
  readonly address?: string
}

/** Reads one host of the allow-list: `host`, `host:port`, or either with `=address`; undefined where it is none. */
export function parseAllowedHost(text: string): AllowedHost | undefined {
  const [host = '', address, ...others] = text.toLowerCase().split('=')
  if (others.length > 0 || !isHost(host)) return undefined
  if (address === undefined) return { host }
  return isAddress(address) ? { host, address } : undefined
}

/** A name, and a port perhaps; addresses are no names. */
const isHost = (text: string): boolean =>
  /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z](?:[a-z0-9-]*[a-z0-9])?(?::[1-9]\d{0,4})?$/.test(
    text,
  )

const defaultPorts: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' }

/**
 * Checks a URL before anything is resolved or sent: its scheme, that it holds no credentials, and that the allow-list
 * names its host and port. What the host's name resolves to is checked when it is connected to.
 *
 * @throws UsineError ERR_TARGET_REFUSED
 */
export function checkTarget(text: string, { allowedHosts }: TargetPolicy): URL {
  if (!URL.canParse(text)) refuse(text, 'it is not an absolute URL')
  const url = new URL(text)
  const usual = defaultPorts[url.protocol]
  if (usual === undefined) refuse(text, 'only http and https are fetched')
  if (url.username !== '' || url.password !== '') refuse(url.origin, 'it holds a user name')
  const host = url.hostname.toLowerCase()
  const range = isAddress(host) ? forbiddenRange(host) : undefined
  if (range !== undefined) refuse(text, `its address is ${words(range)}`)
  const isUsual = url.port === '' || url.port === usual
  const names = isUsual ? [host, `${host}:${usual}`] : [`${host}:${url.port}`]
  if (!names.some((name) => allowedHosts.includes(name))) {
    const known =
      allowedHosts.length === 0 ? 'it names none' : `it names ${allowedHosts.join(', ')}`
    refuse(
      url.origin,
      `the allow-list (allow in usine.yaml) does not name ${names[0] ?? host}; ${known}`,
    )
  }
  return url
}

/** Refuses an address that a name resolved to, unless it is on the public internet; which one it is stays untold. */
export function checkAddress(host: string, address: string): void {
  const range = forbiddenRange(address)
  if (range !== undefined) refuse(host, `its name resolves to an address that is ${words(range)}`)
}

/** `carrierGradeNat` as `carrier grade nat`. */
const words = (range: string): string =>
  range.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

function refuse(target: string, reason: string): never {
  throw new UsineError('ERR_TARGET_REFUSED', { target: target.slice(0, 200), reason })
}
