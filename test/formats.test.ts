import { match, ok, strictEqual, throws } from 'node:assert/strict'
import { UsineError } from '../src/errors.ts'
import {
  findFormatByExtension,
  findFormatByMediaType,
  findResultFormatByExtension,
  findResultFormatByMediaType,
  getFormat,
  getResultFormat,
  listFormats,
  listResultFormats,
} from '../src/formats.ts'

describe('formats', () => {
  const tables = [
    { formats: listFormats(), get: getFormat },
    { formats: listResultFormats(), get: getResultFormat },
  ]
  for (const { formats, get } of tables) {
    for (const { name, title, mediaTypes, extensions } of formats) {
      it(`finds ${title} by its name, media types and extensions`, () => {
        for (const text of [name, ...mediaTypes, ...extensions]) {
          strictEqual(get(text).name, name)
          strictEqual(get(text.toUpperCase()).name, name)
        }
      })
    }
  }

  it('has each media type and extension once', () => {
    for (const formats of [listFormats(), listResultFormats()]) {
      const names = formats.flatMap(({ mediaTypes, extensions }) => [...mediaTypes, ...extensions])
      strictEqual(new Set(names).size, names.length)
    }
  })

  it('names each RDF format as the W3C does', () => {
    ok(listFormats().every(({ iri }) => iri.startsWith('http://www.w3.org/ns/formats/')))
  })

  const unknown: [string, RegExp][] = [
    ['turtel', /"turtel" - did you mean "turtle"\?; known: turtle \(\.ttl\), trig/],
    ['text/turtel', /did you mean "text\/turtle"/],
    ['spreadsheet', /"spreadsheet"; known/],
    ['', /""; known/],
    ['__proto__', /"__proto__"; known/],
  ]
  for (const [name, message] of unknown) {
    it(`lists what it knows when asked for ${JSON.stringify(name)}`, () => {
      throws(
        () => getFormat(name),
        (error) => {
          ok(error instanceof UsineError)
          strictEqual(error.code, 'ERR_FORMAT_UNKNOWN')
          match(error.message, message)
          return true
        },
      )
    })
  }

  const files: [string, string | undefined][] = [
    ['flins.ttl', 'turtle'],
    ['data/flins.tar.NQ', 'n-quads'],
    ['.jsonld', 'jsonld'],
    ['flins.json', undefined],
    ['flins', undefined],
    ['', undefined],
  ]
  for (const [file, name] of files) {
    it(`finds ${name ?? 'no format'} for the file "${file}"`, () => {
      strictEqual(findFormatByExtension(file)?.name, name)
    })
  }

  const mediaTypes: [string, string | undefined][] = [
    ['text/turtle; charset=utf-8', 'turtle'],
    ['APPLICATION/LD+JSON;profile="http://www.w3.org/ns/json-ld#expanded"', 'jsonld'],
    ['text/html', undefined],
    ['', undefined],
  ]
  for (const [mediaType, name] of mediaTypes) {
    it(`finds ${name ?? 'no format'} for the media type "${mediaType}"`, () => {
      strictEqual(findFormatByMediaType(mediaType)?.name, name)
    })
  }

  it('finds formats of results by extension and media type', () => {
    strictEqual(findResultFormatByExtension('answer.csv')?.name, 'csv')
    strictEqual(
      findResultFormatByMediaType('text/tab-separated-values; charset=utf-8')?.name,
      'tsv',
    )
  })
})
