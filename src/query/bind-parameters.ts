import type { Term } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { UsineError } from '../errors.ts'
import { didYouMean } from '../sources/index.ts'
import { parameterTypes } from './parameter-types.ts'
import type { ParameterContext, ParameterType, ValueContext } from './parameter-types.ts'
import type { Parameter, SavedQuery } from './saved-query.ts'

/**
 * Reads the values that people give for the parameters of a saved query, as the terms of its variables.
 * Parameters that are not given take their default; without one, a language is the site's first one, an entity that
 * which the site names for it. Optional ones without a default stay unbound.
 */
export function bindParameters(
  { name, parameters }: SavedQuery,
  values: Readonly<Record<string, string>>,
  context: ParameterContext,
): Map<string, Term> {
  const settled = { factory: DataFactory, ...context }
  const names = parameters.map(({ name }) => name)
  for (const given of Object.keys(values)) {
    if (names.includes(given)) continue
    const known = names.length === 0 ? 'it has none' : `known: ${names.join(', ')}`
    const suggestion = didYouMean(given, names)
    throw new UsineError('ERR_PARAMETER_UNKNOWN', { query: name, name: given, suggestion, known })
  }
  const terms = new Map<string, Term>()
  for (const parameter of parameters) {
    const given = Object.hasOwn(values, parameter.name) ? values[parameter.name] : undefined
    const text = given ?? defaultOf(parameter, settled)
    if (text !== undefined) terms.set(parameter.name, readValue(parameter, text, settled))
    else if (!parameter.optional) throw missing(name, parameter)
  }
  return terms
}

function defaultOf(
  { type, defaultValue, optional }: Parameter,
  { languages, defaultEntity }: ValueContext,
): string | undefined {
  if (defaultValue !== undefined) return defaultValue
  if (type === 'language') return languages?.[0]
  return type === 'entity' && !optional ? defaultEntity : undefined
}

function readValue({ name, type }: Parameter, text: string, context: ValueContext): Term {
  const { expected, read, list }: ParameterType = parameterTypes[type]
  const term = read(type === 'string' ? text : text.trim(), context)
  if (term) return term
  const suggestion = list ? didYouMean(text, list(context)) : ''
  throw new UsineError('ERR_PARAMETER_INVALID', { name, value: text, expected, suggestion })
}

function missing(query: string, { name, type, meaning }: Parameter): UsineError {
  const { expected } = parameterTypes[type]
  return new UsineError('ERR_PARAMETER_MISSING', { query, name, meaning, expected })
}
