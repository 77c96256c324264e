import { EventEmitter } from 'node:events'
import type { NamedNode, Quad } from '@rdfjs/types'
import { Parser } from 'n3'
import type { BaseQuad } from 'n3'
import { UsineError } from '../../errors.ts'
import { rdfFormats } from '../../formats.ts'
import type { ParseContext } from './parse-options.ts'

/** What n3 tells of a token: lines count from 1, columns from 0. */
interface Token {
  readonly line: number
  readonly start?: number
  readonly end?: number
}

/** The error of n3, with the place in its context. */
interface N3Error extends Error {
  readonly context?: {
    readonly line: number
    readonly token?: Token
    readonly previousToken?: Token
  }
}

/**
 * Parses Turtle, TriG, N-Triples and N-Quads. Memory is bounded by the chunks, not by the input.
 *
 * @see https://www.w3.org/TR/turtle/
 * @see https://www.w3.org/TR/trig/
 * @see https://www.w3.org/TR/n-quads/
 */
export async function* parseN3(
  chunks: AsyncIterable<string>,
  context: ParseContext,
): AsyncGenerator<Quad> {
  const quads: Quad[] = []
  const input = parseEvents(context, (quad) => quads.push(quad))
  for await (const chunk of chunks) {
    input.emit('data', chunk)
    yield* quads.splice(0)
  }
  input.emit('end')
  yield* quads
}

/** Lets n3 parse the text that the emitter emits; errors are thrown to whoever emits. */
function parseEvents(context: ParseContext, onQuad: (quad: Quad) => void): EventEmitter {
  const input = new EventEmitter()
  const watched = context.baseIri === undefined && !isLineFormat(context)
  let last: Token = { line: 1 }
  const placeOfLast = () => ({ line: last.line, column: (last.start ?? 0) + 1 })
  const parser = new Parser<BaseQuad & Quad>({
    format: rdfFormats[context.format].mediaTypes[0],
    factory: watched ? refuseRelativeIris(context, placeOfLast) : context.factory,
    ...(context.baseIri !== undefined && { baseIRI: context.baseIri }),
  })
  parser.parse(input, {
    onQuad: (error: Error | null, quad?: Quad) => {
      if (error) throw toSyntaxError(error, context)
      if (quad) onQuad(quad)
    },
    onPrefix: (prefix: string, iri: NamedNode) => context.onPrefix?.(prefix, iri.value),
    // Costs time, so it is there only where an error needs it that n3 does not raise itself.
    ...(watched && { onToken: (token: Token) => void (last = token) }),
  })
  return input
}

const isLineFormat = ({ format }: ParseContext) => format === 'n-triples' || format === 'n-quads'

/** n3 keeps relative IRIs as they are when there is no base IRI; in RDF they mean nothing. */
function refuseRelativeIris(
  { factory, file }: ParseContext,
  place: () => { line: number; column: number },
): ParseContext['factory'] {
  const namedNode = <Iri extends string>(iri: Iri) => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(iri)) return factory.namedNode(iri)
    const problem = `the IRI <${iri}> is relative, and there is no base IRI to resolve it against`
    throw new UsineError('ERR_SYNTAX', { file, ...place(), problem })
  }
  return Object.assign(Object.create(factory) as typeof factory, { namedNode })
}

function toSyntaxError(cause: N3Error, { file }: ParseContext): UsineError {
  const { line = 1, token, previousToken } = cause.context ?? {}
  const message = cause.message.replace(/ on line \d+\.$/, '')
  const [, hint] = hints.find(([pattern]) => pattern.test(message)) ?? []
  const problem = hint === undefined ? message : `${message}: ${hint}`
  const after = previousToken?.line === line ? (previousToken.end ?? 0) : 0
  const column = (token?.start ?? after) + 1
  return new UsineError('ERR_SYNTAX', { file, line, column, problem }, { cause })
}

/** What a person can do about the errors of n3 that do not say it. */
const hints: readonly (readonly [RegExp, string])[] = [
  [/but got eof$|^Unexpected ""$|^Unclosed graph$/, 'the text ends in the middle of a statement'],
  [/^Unexpected "<[^>]*$/, 'an IRI holds no spaces and none of < > " { } | ^ ` \\'],
  [/^Unexpected "["']/, 'this text has no end, or an escape that does not exist'],
  [
    /^Expected punctuation/,
    'a statement ends in a dot, and a quote inside a text needs a backslash',
  ],
  [/^Undefined prefix/, 'declare it with @prefix'],
  [/^Invalid IRI$/, 'in this format each IRI is written in full'],
]
