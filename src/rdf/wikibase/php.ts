/**
 * PHP's ways of writing values as text. Wikibase names value nodes by the hash of such texts and writes numbers in
 * them, so they are part of its RDF mapping.
 *
 * @see https://www.php.net/manual/en/function.serialize.php
 */

/** Writes a text as PHP's `serialize` does: its length in bytes, then itself. */
export const phpString = (text: string): string => `s:${Buffer.byteLength(text)}:"${text}";`

/** Writes an object as `serialize` did before PHP 7.4, the form that Wikibase keeps for its hashes. */
export const phpObject = (className: string, content: string): string =>
  `C:${className.length}:"${className}":${Buffer.byteLength(content)}:{${content}}`

/** Writes JSON as PHP does, which escapes slashes and all that is not ASCII. */
export function phpJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

const DIGITS = 14

/**
 * Writes a float as PHP does when it becomes a string: 14 significant digits, `1.0E-5` below 0.0001.
 *
 * @see https://www.php.net/manual/en/ini.core.php#ini.precision
 */
export function phpFloat(value: number): string {
  if (value === 0) return Object.is(value, -0) ? '-0' : '0'
  const [mantissa = '', power = ''] = value.toExponential(DIGITS - 1).split('e')
  const exponent = Number(power)
  if (exponent >= -4 && exponent < DIGITS) {
    return trimZeros(value.toFixed(Math.max(0, DIGITS - 1 - exponent)))
  }
  const digits = trimZeros(mantissa)
  const sign = exponent < 0 ? '-' : '+'
  return `${digits.includes('.') ? digits : `${digits}.0`}E${sign}${Math.abs(exponent)}`
}

function trimZeros(decimal: string): string {
  if (!decimal.includes('.')) return decimal
  let end = decimal.length
  while (decimal.charCodeAt(end - 1) === 48) end--
  if (decimal.charCodeAt(end - 1) === 46) end--
  return decimal.slice(0, end)
}

/** Percent-encodes a text as PHP's `rawurlencode` does (RFC 3986). */
export const rawUrlEncode = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/**
 * Percent-encodes a page title as MediaWiki does: what is legible in titles stays, a space becomes a plus sign.
 *
 * @see https://doc.wikimedia.org/mediawiki-core/master/php/GlobalFunctions_8php.html
 */
export const wikiUrlEncode = (text: string): string =>
  rawUrlEncode(text)
    .replaceAll('%20', '+')
    .replace(/%(?:3B|40|24|21|2A|28|29|2C|2F|3A)/g, (code) =>
      String.fromCharCode(Number.parseInt(code.slice(1), 16)),
    )

/** Reads what `wikiUrlEncode` wrote. */
export const wikiUrlDecode = (text: string): string =>
  decodeURIComponent(text.replaceAll('+', '%20'))
