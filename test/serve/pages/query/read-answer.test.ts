import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import { Readable } from 'node:stream'
import { readAnswer } from '../../../../src/serve/pages/query/read-answer.ts'

const row = (value: number) => JSON.stringify({ x: { type: 'literal', value: String(value) } })

/** An answer as the endpoint writes it, in chunks of any size. */
const rows = (count: number) =>
  `{"head":{"vars":["x"]},"results":{"bindings":[${Array.from({ length: count }, (_, index) => `\n${row(index)}`).join(',')}\n]}}\n`
const triples = (count: number) =>
  Array.from({ length: count }, (_, index) => `<urn:s> <urn:p> "${index}"@en .\n`).join('')

const chunked = (text: string, size: number) =>
  Readable.from(text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [])

const shape = { maxRows: 3, maxBytes: 10_000 }

describe('readAnswer', () => {
  for (const size of [1, 7, 1000]) {
    for (const [count, shown, isCut] of [
      [0, 0, false],
      [2, 2, false],
      [3, 3, false],
      [4, 3, true],
      [50, 3, true],
    ] as const) {
      it(`shows ${shown} of ${count} rows and triples that come ${size} at a time`, async () => {
        const table = await readAnswer(chunked(rows(count), size), { ...shape, isGraph: false })
        strictEqual(table.answer.results?.bindings.length, shown)
        strictEqual(table.isCut, isCut)
        deepStrictEqual(table.answer.head.vars, ['x'])
        const graph = await readAnswer(chunked(triples(count), size), { ...shape, isGraph: true })
        strictEqual(graph.quads?.length, shown)
        strictEqual(graph.isCut, isCut)
      })
    }
  }

  it('stops an answer that has few rows and many bytes, and ends it at a whole row', async () => {
    const body = chunked(rows(3), 10)
    const { answer, isCut } = await readAnswer(body, { maxRows: 500, maxBytes: 95, isGraph: false })
    strictEqual(isCut, true)
    strictEqual(answer.results?.bindings.length, 1)
    strictEqual(body.destroyed, true)
  })

  it('reads yes and no, and the triples of a graph as rows', async () => {
    const yes = await readAnswer(chunked('{"head":{},"boolean":true}\n', 5), {
      ...shape,
      isGraph: false,
    })
    strictEqual(yes.answer.boolean, true)
    const { answer } = await readAnswer(chunked(triples(1), 9), { ...shape, isGraph: true })
    deepStrictEqual(answer.results?.bindings, [
      {
        subject: { type: 'uri', value: 'urn:s' },
        predicate: { type: 'uri', value: 'urn:p' },
        object: { type: 'literal', value: '0', 'xml:lang': 'en' },
      },
    ])
  })
})
