import { deepStrictEqual, notStrictEqual, strictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import {
  negotiate,
  negotiateCoding,
  negotiateLanguage,
  parseWeighted,
} from '../../src/serve/negotiate.ts'

const offer = (...mediaTypes: string[]) => ({ mediaTypes })
const offers = [
  offer('text/turtle', 'application/x-turtle'),
  offer('application/ld+json'),
  offer('application/rdf+xml'),
  offer('application/json'),
  offer('text/html', 'application/xhtml+xml'),
]

const cases: [accept: string | undefined, expected: string | undefined][] = [
  [undefined, 'text/turtle'],
  ['', 'text/turtle'],
  ['*/*', 'text/turtle'],
  ['*', 'text/turtle'],
  ['text/turtle', 'text/turtle'],
  ['TEXT/Turtle', 'text/turtle'],
  ['application/x-turtle', 'text/turtle'],
  ['application/ld+json, text/turtle;q=0.9', 'application/ld+json'],
  ['text/html;q=0.5, text/turtle', 'text/turtle'],
  ['text/turtle;q=0', undefined],
  ['text/turtle;q=0, */*;q=0.1', 'application/ld+json'],
  ['text/*;q=0.3, application/rdf+xml;q=0.2', 'text/turtle'],
  ['text/*;q=0.3, text/turtle;q=0.1, text/html;q=0.2', 'text/html'],
  ['text/html, */*', 'text/html'],
  ['application/json, text/plain, */*', 'application/json'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8', 'text/html'],
  ['text/turtle, application/ld+json', 'text/turtle'],
  ['image/png', undefined],
  ['image/*', undefined],
  ['text/turtle;charset=utf-8', 'text/turtle'],
  ['text/turtle; charset="UTF-8"', 'text/turtle'],
  ['text/turtle;charset=iso-8859-1', undefined],
  ['text/html;level=1', undefined],
  ['text/html;level=1;q=0, text/html', 'text/html'],
  ['application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', 'application/ld+json'],
  ['application/ld+json;profile="a,b;q=0"', 'application/ld+json'],
  ['text/turtle ; q=0.2 , application/ld+json ; q=0.4', 'application/ld+json'],
  ['text/turtle;Q=0.2, application/ld+json;q=0.4', 'application/ld+json'],
  ['text/turtle;q=1.000, application/ld+json;q=0.999', 'text/turtle'],
  [',,text/html,,', 'text/html'],
  ['nonsense', 'text/turtle'],
  ['nonsense, text/html', 'text/html'],
  ['*/html', 'text/turtle'],
  ['text/turtle;q=abc, text/html;q=0.5', 'text/turtle'],
  ['text/turtle;q=', 'text/turtle'],
  ['text/turtle;q=0.000', undefined],
  ['text/turtle;;;', 'text/turtle'],
]

/** Headers as clients send them and as they should not. */
const header = fc
  .array(
    fc.oneof(
      fc.tuple(
        fc.constantFrom(
          'text/turtle',
          'text/*',
          '*/*',
          'application/json',
          'text/html',
          'image/png',
        ),
        fc.constantFrom('', ';q=0', ';q=0.5', ';q=1', ';q=x', ';level=1', '; q=0.0'),
      ),
      fc.tuple(fc.string({ maxLength: 12 }), fc.constant('')),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.map((part) => part.join('')).join(','))

describe('negotiate', () => {
  for (const [accept, expected] of cases) {
    it(`answers "${accept ?? '(none)'}" with ${expected ?? '406'}`, () => {
      strictEqual(negotiate(accept, offers)?.mediaTypes[0], expected)
    })
  }

  it('never throws, and gives the same answer twice', () => {
    fc.assert(
      fc.property(fc.oneof(header, fc.string()), (accept) => {
        strictEqual(negotiate(accept, offers), negotiate(accept, offers))
      }),
    )
  })

  it('never picks what is refused by name', () => {
    fc.assert(
      fc.property(header, fc.constantFrom(...offers), (accept, refused) => {
        const names = refused.mediaTypes.map((mediaType) => `${mediaType};q=0`)
        // The first of two equally precise ranges counts.
        notStrictEqual(negotiate([...names, accept].join(','), offers), refused)
      }),
    )
  })

  it('finds what it picked again when only that is asked for', () => {
    fc.assert(
      fc.property(header, (accept) => {
        const picked = negotiate(accept, offers)
        if (picked) strictEqual(negotiate(picked.mediaTypes[0], offers), picked)
      }),
    )
  })

  it('reads hostile headers in a moment', () => {
    strictEqual(negotiate('"'.repeat(20_000), offers), offers[0])
    strictEqual(negotiate('<'.repeat(20_000), offers), offers[0])
    strictEqual(negotiate('a/b;'.repeat(20_000), offers), undefined)
  })
})

describe('negotiateCoding for streams', () => {
  const codings: [string | undefined, string][] = [
    [undefined, 'identity'],
    ['gzip', 'gzip'],
    ['br', 'identity'],
    ['br, gzip;q=0.1', 'gzip'],
    ['*', 'gzip'],
    ['*;q=0, identity;q=0', 'identity'],
    ['gzip;q=0.1, identity', 'identity'],
  ]
  for (const [accept, expected] of codings) {
    it(`answers "${accept ?? '(none)'}" with ${expected}`, () => {
      strictEqual(negotiateCoding(accept, ['gzip', 'identity']), expected)
    })
  }
})

describe('negotiateLanguage', () => {
  const languages: [string | undefined, string][] = [
    [undefined, 'en'],
    ['fr', 'fr'],
    ['fr-CA', 'fr'],
    ['de, fr;q=0.5', 'fr'],
    ['de', 'en'],
    ['en;q=0, *', 'fr'],
    ['*', 'en'],
    ['FR', 'fr'],
    ['en;q=0.1, fr;q=0.2', 'fr'],
    ['%%%', 'en'],
  ]
  for (const [accept, expected] of languages) {
    it(`answers "${accept ?? '(none)'}" with ${expected}`, () => {
      strictEqual(negotiateLanguage(accept, ['en', 'fr']), expected)
    })
  }
})

describe('negotiateCoding', () => {
  const codings: [string | undefined, string][] = [
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0.5, br;q=0.1', 'gzip'],
    ['*', 'br'],
    ['deflate', 'identity'],
    ['identity, gzip;q=0.5', 'identity'],
    ['x-gzip', 'gzip'],
    ['gzip;q=0, br;q=0', 'identity'],
  ]
  for (const [accept, expected] of codings) {
    it(`answers "${accept ?? '(none)'}" with ${expected}`, () => {
      strictEqual(negotiateCoding(accept), expected)
    })
  }
})

describe('parseWeighted', () => {
  it('puts the most wanted first and keeps the order of equals', () => {
    deepStrictEqual(
      parseWeighted('<a,b>;q=0.5, c, d').map(({ value }) => value),
      ['c', 'd', '<a,b>'],
    )
  })
})
