/** Writes a part of a path. */
export const encodePart = (text: string): string =>
  encodeURIComponent(text).replace(/%(24|2C|3A|3B|40)/g, (code) => decodeURIComponent(code))

/** The path under which a site is served: that of its base IRI, without the slash at its end. */
export const basePath = (base: string): string => new URL(base).pathname.replace(/\/$/, '')

/** Writes a path as it is seen from another one: pages link so, and work wherever the site is served. */
export function relativePath(from: string, to: string): string {
  const [path = ''] = from.split(/[?#]/)
  const depth = path.split('/').length - 2
  const up = '../'.repeat(Math.max(0, depth))
  const target = up + to.replace(/^\//, '')
  return startsPlainly.test(target) ? target : `./${target}`
}

/**
 * What cannot be read as another address: of a scheme, of another host, or of where it is seen from.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-4.2
 */
const startsPlainly = /^[\w.~%-]+(?:[/?#]|$)/
