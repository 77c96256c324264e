import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { Readable } from 'node:stream'
import { createGzip, gzipSync } from 'node:zlib'
import { createWikibaseJsonSource } from '../../../src/sources/wikibase-json/index.ts'
import { emptyOntology } from '../../support/empty-ontology.ts'
import { read } from './support.ts'

const item = (id: string): string => JSON.stringify({ type: 'item', id, labels: {}, claims: {} })

const idsOf = (entities: readonly { readonly id: string }[]): string[] =>
  entities.map(({ id }) => id)

/** Files, and the ids of the entities in them. */
const files: readonly (readonly [string, string, readonly string[]])[] = [
  ['one entity', item('Q1'), ['Q1']],
  ['one entity over several lines', '{\n "id": "Q1"\n}\n', ['Q1']],
  ['an EntityData document', `{"entities":{"Q1":${item('Q1')}}}`, ['Q1']],
  [
    'an answer of the API',
    `{"entities":{"Q1":${item('Q1')},"Q2":${item('Q2')}},"success":1}`,
    ['Q1', 'Q2'],
  ],
  ['entities as a list', `{"entities":[${item('Q1')}]}`, ['Q1']],
  ['a dump', `[\n${item('Q1')},\n${item('Q2')}\n]\n`, ['Q1', 'Q2']],
  ['a dump with CRLF', `[\r\n${item('Q1')},\r\n${item('Q2')}\r\n]\r\n`, ['Q1', 'Q2']],
  ['a dump with a byte order mark', `\ufeff[\n${item('Q1')},\n${item('Q2')}\n]`, ['Q1', 'Q2']],
  ['a dump without its end', `[\n${item('Q1')},\n${item('Q2')},\n`, ['Q1', 'Q2']],
  ['a dump that starts beside its bracket', `[${item('Q1')},\n${item('Q2')}]\n`, ['Q1', 'Q2']],
  ['an empty dump', '[\n]\n', []],
  ['JSON lines', `${item('Q1')}\n${item('Q2')}\n`, ['Q1', 'Q2']],
  ['a list on one line', `[${item('Q1')},${item('Q2')}]`, ['Q1', 'Q2']],
  ['a list over several lines', `[\n{\n"id": "Q1"\n},\n{\n"id":"Q2"\n}\n]`, ['Q1', 'Q2']],
]

describe('Wikibase JSON files', () => {
  for (const [name, text, ids] of files) {
    it(`reads ${name}`, async () => {
      const { entities, problems } = await read(text)
      deepEqual(problems, [])
      deepEqual(idsOf(entities), ids)
    })
  }

  it('reads gzip, also of several members, whatever the file is called', async () => {
    const members = [gzipSync(`[\n${item('Q1')},\n`), gzipSync(`${item('Q2')}\n]\n`)]
    const { entities, problems } = await read(Buffer.concat(members))
    deepEqual(problems, [])
    deepEqual(idsOf(entities), ['Q1', 'Q2'])
  })

  it('reads bytes in whatever pieces they come', async () => {
    const bytes = Buffer.from(`[\n${item('Q1')},\n${item('Q2')}\n]\n`)
    const pieces = Array.from(bytes, (_, index) => bytes.subarray(index, index + 1))
    const { entities } = await read(Readable.from(pieces))
    deepEqual(idsOf(entities), ['Q1', 'Q2'])
  })

  it('closes the input when the reader stops early', async () => {
    const lines = function* (): Generator<Buffer> {
      for (;;) yield Buffer.from(`${item('Q1')}\n`.repeat(1000))
    }
    for (const input of [Readable.from(lines()), Readable.from(lines()).pipe(createGzip())]) {
      const context = { file: 'x.json', base: 'https://site.example/', ontology: emptyOntology }
      for await (const { kind } of createWikibaseJsonSource().read(input, context)) {
        equal(kind, 'entity')
        break
      }
      equal(input.destroyed, true)
    }
  })

  it('takes an entity under another id for the target of a redirect', async () => {
    const { entities } = await read(`{"entities":{"Q9":${item('Q1')}}}`)
    deepEqual(entities[0]?.redirectsFrom, ['http://www.wikidata.org/entity/Q9'])
  })

  it('names entities under the concept base', async () => {
    const { entities } = await read(item('Q1'), { conceptBase: 'https://base.example/entity/' })
    equal(entities[0]?.iri, 'https://base.example/entity/Q1')
  })

  it('skips malformed lines of a dump, names them, and goes on', async () => {
    const lines = [
      '[',
      `${item('Q1')},`,
      '{"id":"Q2","labels":{"en":},',
      `${item('Q3')},`,
      '{"id":"Q4"',
      ']',
    ]
    const { entities, problems } = await read(lines.join('\n'))
    deepEqual(idsOf(entities), ['Q1', 'Q3'])
    deepEqual(problems, [
      '3:27 error: This is not JSON: expected a value, found "}"',
      '5:11 error: This is not JSON: expected a comma or }, found the end of the text',
    ])
  })
})

/** Files that hold no entity, and what is said. */
const refused: readonly (readonly [string, string | Buffer, string])[] = [
  ['nothing', '', '1:1 error: This is not JSON: expected a value, found the end of the text'],
  ['a page', '<!DOCTYPE html>\n<html>', '1:1 error: This is not JSON: expected a value, found "<"'],
  ['a number', '42', '1:1 error: This is no entity: expected an object, found 42'],
  [
    'no id',
    '{"labels":{}}',
    '1:1 error: This is no entity: expected an id or entities, found an object with the keys labels',
  ],
  [
    'a bad id',
    '{"id":"X1"}',
    '1:1 error: An entity cannot be read: expected an id such as Q42, found X1',
  ],
  [
    'an error of the API',
    '{"error":{"code":"maxlag","info":"Waiting for all: 3.45 seconds lagged."}}',
    '1:1 error: This is an error of the API, no entity: "maxlag", "Waiting for all: 3.45 seconds lagged."; the server was too busy: ask again later, as Retry-After says',
  ],
  [
    'a missing entity',
    '{"entities":{"Q9":{"id":"Q9","missing":""}}}',
    '1:14 error: The entity Q9 does not exist, so the API answered',
  ],
  ['NUL', '{"id":"Q1\u0000"}', '1:7 error: This is not JSON: expected a value, found "\\""'],
  [
    'bytes that are not UTF-8',
    Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]),
    '1:3 error: This is not UTF-8: expected text in that encoding, found other bytes',
  ],
  [
    'an error in a later line',
    '{\n  "id": "Q1",\n  "labels": tru\n}',
    '3:13 error: This is not JSON: expected a value, found "t"',
  ],
]

describe('Wikibase JSON without entities', () => {
  for (const [name, input, problem] of refused) {
    it(`says what is wrong with ${name}`, async () => {
      const { entities, problems } = await read(input)
      deepEqual(problems, [problem])
      deepEqual(entities, [])
    })
  }
})

describe('Hostile Wikibase JSON', () => {
  it('does no harm by keys of prototypes', async () => {
    const keys = '"__proto__":{"admin":1},"constructor":{"prototype":{"admin":1}}'
    const text = `{"id":"Q1",${keys},"claims":{"__proto__":[{"mainsnak":{}}]},"labels":{"__proto__":{"value":"x"}}}`
    const { problems } = await read(text)
    equal(({} as Record<string, unknown>).admin, undefined)
    equal(problems.length, 2)
  })

  it('stops at the end of truncated gzip, and says so', async () => {
    const bytes = gzipSync(`[\n${`${item('Q1')},\n`.repeat(1000)}`)
    const { problems } = await read(bytes.subarray(0, bytes.length - 20))
    match(problems.join(), /error: Reading stopped after this line: unexpected end of file/)
  })

  it('drops what is too long of a line, and reads the next', async () => {
    const piece = Buffer.alloc(1024 * 1024, 'x')
    function* hundredMegabytes(): Generator<Buffer> {
      yield Buffer.from(`[\n${item('Q1')},\n{"id":"`)
      for (let index = 0; index < 100; index++) yield piece
      yield Buffer.from(`"},\n${item('Q2')}\n]`)
    }
    const before = process.memoryUsage.rss()
    const { entities, problems } = await read(Readable.from(hundredMegabytes()))
    deepEqual(idsOf(entities), ['Q1', 'Q2'])
    deepEqual(problems, [
      '3:1 error: This is longer than 33554432 bytes, the most that is read at once',
    ])
    ok(process.memoryUsage.rss() - before < 200 * 1024 * 1024)
  })

  it('refuses a whole document that is too long', async () => {
    const text = `{\n${'"a": 1,\n'.repeat(1000)}"id": "Q1"}`
    const { problems } = await read(text, { lineLimit: 1000 })
    match(problems.join(), /error: This is longer than 1000 bytes/)
  })

  it('is not deeper than what it reads', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const { entities, problems } = await read(`{"id":"Q1","claims":{"P1":${deep}}}`)
    deepEqual(idsOf(entities), ['Q1'])
    equal(problems.length, 1)
    const broken = await read('['.repeat(100_000))
    match(broken.problems.join(), /1:100001 error: This is not JSON: expected a value or \]/)
  })

  it('reads the lines after one that is nested too deeply', async () => {
    const lists = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const forms = `${'{"id":"L1","forms":['.repeat(20_000)}${']}'.repeat(20_000)}`
    const { entities, problems } = await read(`[\n${lists},\n${forms},\n${item('Q3')}\n]`)
    deepEqual(idsOf(entities), ['Q3'])
    deepEqual(problems, [
      '2:1 error: This is nested too deeply',
      '3:1 error: This is nested too deeply',
    ])
  })

  it('takes no longer for many blank lines than for others', async () => {
    const blank = '\n'.repeat(200_000)
    for (const text of [`${blank}${item('Q1')}`, `[${blank}${item('Q1')}\n]`]) {
      const { entities, problems } = await read(text)
      deepEqual(problems, [])
      deepEqual(idsOf(entities), ['Q1'])
    }
    const { problems } = await read(`\n\n{\n${blank}"id": Q1}`)
    deepEqual(problems, ['200004:7 error: This is not JSON: expected a value, found "Q"'])
  })
})
