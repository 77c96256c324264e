import type { Readable } from 'node:stream'
import { Parser } from 'n3'
import type { Quad, Term } from '@rdfjs/types'
import type { JsonAnswer, JsonTerm } from '../answers/json-answer.ts'

/** An answer as far as a page shows it. */
export interface ShownAnswer {
  /** Rows, or yes or no; the triples of a graph are rows too. */
  readonly answer: JsonAnswer
  /** The triples of a graph. */
  readonly quads?: readonly Quad[]
  /** Whether there may be more. */
  readonly isCut: boolean
}

/** Reads an answer in SPARQL's JSON or in N-Triples, one row a line, and stops it where a page has enough. */
export async function readAnswer(
  body: Readable,
  { isGraph, maxRows, maxBytes }: AnswerShape,
): Promise<ShownAnswer> {
  // JSON has a line before the first row, and one after the last.
  const [before, after] = isGraph ? [0, 0] : [1, 1]
  const limits = { maxLines: before + maxRows, after, maxBytes }
  const { text, isCut } = await readLines(body, limits)
  if (isGraph) {
    const quads = new Parser({ format: 'N-Triples' }).parse(text)
    return { answer: quadsToAnswer(quads), quads, isCut }
  }
  const whole = isCut ? `${text.replace(/,?\n?$/, '')}\n]}}` : text
  return { answer: JSON.parse(whole) as JsonAnswer, isCut }
}

/** What is read, and how much of it. */
export interface AnswerShape {
  readonly isGraph: boolean
  readonly maxRows: number
  readonly maxBytes: number
}

/** Reads whole lines only. */
async function readLines(
  body: Readable,
  { maxLines, after, maxBytes }: Readonly<Record<'maxLines' | 'after' | 'maxBytes', number>>,
): Promise<{ readonly text: string; readonly isCut: boolean }> {
  const chunks: Buffer[] = []
  let [lines, bytes] = [0, 0]
  for await (const chunk of body) {
    const buffer = Buffer.from(chunk as Buffer | string)
    chunks.push(buffer)
    lines += countLines(buffer)
    bytes += buffer.length
    // Leaving the loop ends the query.
    if (lines > maxLines + after || bytes > maxBytes) {
      const text = Buffer.concat(chunks).toString('utf8')
      const whole = text.split('\n').slice(0, -1).slice(0, maxLines)
      return { text: whole.map((line) => `${line}\n`).join(''), isCut: true }
    }
  }
  return { text: Buffer.concat(chunks).toString('utf8'), isCut: false }
}

function countLines(buffer: Buffer): number {
  let count = 0
  for (let at = buffer.indexOf(10); at >= 0; at = buffer.indexOf(10, at + 1)) count += 1
  return count
}

const quadsToAnswer = (quads: readonly Quad[]): JsonAnswer => ({
  head: { vars: ['subject', 'predicate', 'object'] },
  results: {
    bindings: quads.map(({ subject, predicate, object }) => ({
      subject: toJson(subject),
      predicate: toJson(predicate),
      object: toJson(object),
    })),
  },
})

function toJson(term: Term): JsonTerm {
  const { termType, value } = term
  if (termType === 'NamedNode') return { type: 'uri', value }
  if (termType !== 'Literal') return { type: 'bnode', value }
  const { language, datatype } = term
  if (language !== '') return { type: 'literal', value, 'xml:lang': language }
  return { type: 'literal', value, datatype: datatype.value }
}
