import { UsineError } from '../../errors.ts'
import { forbiddenRange, isAddress } from './address.ts'

/** Which targets may be fetched. */
export interface TargetPolicy {
  /** Names of hosts, in lower case; `host:port` allows another port than the usual ones. */
  readonly allowedHosts: readonly string[]
}

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
    refuse(url.origin, `the allow-list of the site does not name ${names[0] ?? host}; ${known}`)
  }
  return url
}

/** Refuses an address that a name resolved to, unless it is on the public internet. */
export function checkAddress(host: string, address: string): void {
  const range = forbiddenRange(address)
  if (range !== undefined) refuse(host, `it resolves to ${address}, which is ${words(range)}`)
}

/** `carrierGradeNat` as `carrier grade nat`. */
const words = (range: string): string =>
  range.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

function refuse(target: string, reason: string): never {
  throw new UsineError('ERR_TARGET_REFUSED', { target: target.slice(0, 200), reason })
}
