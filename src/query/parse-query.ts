import { createRequire } from 'node:module'
import type { Variable } from '@rdfjs/types'
import type * as traqulaAlgebra from '@traqula/algebra-sparql-1-2'
import type * as traqula from '@traqula/parser-sparql-1-2'
import { UsineError } from '../errors.ts'
import type { Algebra, Single, WithVariables } from './algebra.ts'
import { parserOptions } from './parser-options.ts'
import { toQuerySyntaxError } from './query-syntax-error.ts'

/** What a query asks for. */
export type QueryType = 'select' | 'ask' | 'construct' | 'describe'

/** A query that follows the grammar, and its algebra. */
export interface ParsedQuery {
  readonly type: QueryType
  readonly algebra: Algebra
  /** What a SELECT query selects, in its order; `*` in the order of first use. */
  readonly variables: readonly Variable[]
  /** What IRI() resolves against: the last BASE of the query, else the one given. */
  readonly baseIri: string | undefined
}

/** How to read a query. */
export interface ParseQueryOptions {
  readonly baseIri?: string | undefined
  /** Prefixes that queries may use without declaring them, as in the Wikidata Query Service. */
  readonly prefixes?: Readonly<Record<string, string>>
}

type Traqula = typeof traqula
type TraqulaAlgebra = typeof traqulaAlgebra

/** By require, since Comunica does the same: so they are loaded once. It takes a while, hence not at the start. */
const require = createRequire(import.meta.url)

let parser: InstanceType<Traqula['Parser']> | undefined

/**
 * Parses a query with the parser that Comunica uses. Updates are refused.
 *
 * @see https://www.w3.org/TR/sparql11-query/#grammar
 */
export function parseQuery(text: string, options: ParseQueryOptions = {}): ParsedQuery {
  return readWith(text, options, (syntax, toAlgebra) => {
    if (syntax.type === 'update') {
      throw new UsineError('ERR_QUERY_REFUSED', {
        reason: 'updates are not answered here, only queries',
      })
    }
    const algebra = toAlgebra({ blankToVariable: true })
    const wildcard =
      syntax.subType === 'select' && syntax.variables.some(({ type }) => type === 'wildcard')
    const variables = listVariables(algebra)
    return {
      type: syntax.subType,
      algebra,
      variables: wildcard ? sortByUse(variables, text) : variables,
      baseIri: findBase(syntax.context) ?? options.baseIri,
    }
  })
}

type Syntax = ReturnType<InstanceType<Traqula['Parser']>['parse']>
type ToAlgebra = (options: { readonly blankToVariable: boolean }) => Algebra

/** Parses a text and lets a function read it; what is wrong with the text is an error with its place. */
export function readWith<T>(
  text: string,
  { baseIri, prefixes = {} }: ParseQueryOptions,
  read: (syntax: Syntax, toAlgebra: ToAlgebra) => T,
): T {
  parser ??= createParser()
  const shared = { prefixes, ...(baseIri !== undefined && { baseIRI: baseIri }) }
  try {
    const syntax = parser.parse(text, shared)
    if (text.trim() === '') throw new Error('the query is empty')
    const { toAlgebra } = require('@traqula/algebra-sparql-1-2') as TraqulaAlgebra
    return read(syntax, (options) => toAlgebra(syntax, { quads: true, ...shared, ...options }))
  } catch (cause) {
    throw cause instanceof UsineError ? cause : toQuerySyntaxError(cause, text)
  }
}

function createParser(): InstanceType<Traqula['Parser']> {
  const { Parser } = require('@traqula/parser-sparql-1-2') as Traqula
  return new Parser(parserOptions)
}

/** The variables of the outermost projection. */
function listVariables(algebra: Algebra): readonly Variable[] {
  if (algebra.type === 'project') return (algebra as WithVariables).variables
  const { input } = algebra as Partial<Single>
  return input && !Array.isArray(input) ? listVariables(input) : []
}

function sortByUse(variables: readonly Variable[], text: string): readonly Variable[] {
  const firstUse = ({ value }: Variable) =>
    text.search(new RegExp(`[?$]${value}(?![\\w\\u00B7-\\uFFFF])`))
  return variables.toSorted((a, b) => firstUse(a) - firstUse(b))
}

/** The last BASE that a query declares. */
function findBase(prologue: readonly unknown[]): string | undefined {
  const declarations = prologue as readonly {
    readonly subType: string
    readonly value?: { readonly value: string }
  }[]
  return declarations.findLast(({ subType }) => subType === 'base')?.value?.value
}
