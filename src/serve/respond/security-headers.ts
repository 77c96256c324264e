import { styleSheet } from '../pages/style.ts'
import type { Headers } from './answer.ts'

/**
 * What every answer carries: types are not guessed, and anyone may read, since nothing here depends on who asks.
 *
 * @see https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export const openHeaders: Headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'Accept-Ranges, Allow, Content-Location, Content-Profile, Content-Range, ETag, Last-Modified, Link, Location, Repr-Digest, Retry-After, WWW-Authenticate, X-Request-Id',
}

/**
 * What pages carry beside: their own style, scripts of this server, no others; nothing is framed, forms go nowhere else.
 *
 * @see https://www.w3.org/TR/CSP3/
 */
export const pageHeaders: Headers = {
  'content-security-policy': `default-src 'none'; style-src ${styleSheet.source}; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
}
