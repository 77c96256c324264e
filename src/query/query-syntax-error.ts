import { UsineError } from '../errors.ts'

/** A place in a text: lines and columns count from 1. */
interface Place {
  readonly line: number
  readonly column: number
}

/** What the parser says about a token that does not fit. */
interface Mismatch {
  readonly message: string
  readonly token: { readonly image: string; readonly startOffset?: number }
}

/** Carries the first mismatch of the parser to where the text is known. */
class MismatchError extends Error {
  readonly mismatch: Mismatch

  constructor(mismatch: Mismatch) {
    super(mismatch.message)
    this.mismatch = mismatch
  }
}

/** Throws the first of the mismatches, as the error handler of the parser. */
export function throwFirst(mismatches: readonly Mismatch[]): void {
  const [first] = mismatches
  if (first) throw new MismatchError(first)
}

/** Turns what the parser throws into an error that names line, column and the text found there. */
export function toQuerySyntaxError(cause: unknown, query: string): UsineError {
  const message = cause instanceof Error ? cause.message : String(cause)
  const offset =
    cause instanceof MismatchError ? offsetOfToken(cause, query) : findOffset(message, query)
  const details = { ...placeOf(offset, query), problem: explain(message, query, offset) }
  return new UsineError('ERR_QUERY_SYNTAX', details, { cause })
}

function offsetOfToken({ mismatch: { token } }: MismatchError, query: string): number {
  const { image, startOffset } = token
  // The token at the end of the text has no place.
  return image === '' || startOffset === undefined || Number.isNaN(startOffset)
    ? query.trimEnd().length
    : startOffset
}

/** Finds the place of errors that the parser gives no place for, by what they name. */
function findOffset(message: string, query: string): number {
  const [, offset] = /at offset: (\d+)/.exec(message) ?? []
  if (offset !== undefined) return Number(offset)
  const [, prefix] = /^Unknown prefix: (.*)$/.exec(message) ?? []
  if (prefix !== undefined) return findPrefix(prefix, query)
  const [, variable] = /[?$](\w+)/.exec(message) ?? []
  return variable === undefined ? 0 : Math.max(0, query.lastIndexOf(`?${variable}`))
}

/** The first use of a prefix that does not stand inside another name. */
function findPrefix(prefix: string, query: string): number {
  const name = prefix.replace(/[^\w-]/g, (character) => `\\${character}`)
  return Math.max(0, query.search(new RegExp(`(?<![\\w:/#.<-])${name}:`, 'u')))
}

function placeOf(offset: number, query: string): Place {
  const before = query.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

function explain(message: string, query: string, offset: number): string {
  const [, prefix] = /^Unknown prefix: (.*)$/.exec(message) ?? []
  if (prefix !== undefined) return `the prefix "${prefix}:" is not declared`
  const [, hint] = hints.find(([pattern]) => pattern.test(message)) ?? []
  if (hint !== undefined) return hint
  if (!/^unexpected character|^Expecting|^Redundant|-->/.test(message)) return lowerFirst(message)
  const [found = ''] = /^\S{1,40}/.exec(query.slice(offset)) ?? []
  const [, expected] = /Expecting(?: token of type)? --> (.+?) <--/.exec(message) ?? []
  const wanted = expected === undefined ? '' : `, expected ${expected}`
  return found === '' ? `the query ends here${wanted}` : `unexpected "${found}"${wanted}`
}

/** Better words for what the parser says of mistakes that people make. */
const hints: readonly (readonly [RegExp, string])[] = [
  [
    /^Variable not allowed in projection/,
    'a variable is selected that is neither in GROUP BY nor inside an aggregate',
  ],
  [/^Maximum call stack/, 'the query is nested too deeply'],
]

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
