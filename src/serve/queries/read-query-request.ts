import type { Term } from '@rdfjs/types'
import { UsineError } from '../../errors.ts'
import { bindParameters, parseQuery } from '../../query/index.ts'
import { didYouMean } from '../../sources/index.ts'
import type { SiteVersion } from '../context.ts'
import { logText } from '../logging/index.ts'
import { negotiate } from '../negotiate.ts'
import { ProblemError } from '../problem.ts'
import { basePath } from '../respond/paths.ts'
import { describeQueries } from './describe-query.ts'
import { languagesFor, mayLack } from './default-value.ts'
import type { AskingContext } from './default-value.ts'
import type { DescribedQuery } from './describe-query.ts'
import { parametersOf } from './site-parameters.ts'
import { findQueryFormat } from './query-formats.ts'
import type { QueryFormat } from './query-formats.ts'

/** The query that a path names, and the format that its end gives. */
export interface NamedQuery {
  readonly described: DescribedQuery
  /** `rq` for the text, an extension of a format, or nothing. */
  readonly extension: string | undefined
}

/** Finds the query of a path; a name that has a dot of its own comes before an extension. */
export function findNamedQuery(word: string, version: SiteVersion): NamedQuery {
  const queries = describeQueries(version)
  const exact = queries.get(word)
  if (exact) return { described: exact, extension: undefined }
  const dot = word.lastIndexOf('.')
  const described = dot > 0 ? queries.get(word.slice(0, dot)) : undefined
  if (described) return { described, extension: word.slice(dot + 1) }
  const broken = version.queries.get(word)
  if (broken) parseQuery(broken.text, { prefixes: version.prefixes, baseIri: version.base })
  const suggestion = didYouMean(word, queries.keys())
  const list = `${basePath(version.base)}/queries`
  throw new UsineError('ERR_QUERY_NOT_FOUND', { name: word, suggestion, list })
}

/** Picks the format: as the path ends, as `format` says, or as the client accepts. */
export function pickFormat(
  { described, extension }: NamedQuery,
  values: URLSearchParams,
  accept: string | undefined,
): QueryFormat {
  const { formats, parameters } = described
  const isOwn = parameters.some(({ name }) => name === 'format')
  const word = extension ?? (isOwn ? null : values.get('format'))
  const found = word === null ? negotiate(accept, formats) : findQueryFormat(formats, word)
  if (found) return found
  const alternatives = formats.map(({ mediaTypes, extensions }) => ({
    href: `${described.path}.${extensions[0]}`,
    type: mediaTypes[0],
  }))
  const known = formats.map(({ name }) => name).join(', ')
  const error =
    word === null
      ? new UsineError('ERR_NOT_ACCEPTABLE', {
          header: 'Accept',
          value: logText(accept ?? ''),
          known,
        })
      : new UsineError('ERR_FORMAT_UNKNOWN', { name: word, suggestion: '', known })
  throw new ProblemError(error, { alternatives })
}

/** Words of the query that are no parameters, unless the query has one of that name: the format, and the language of the page. */
const reserved: ReadonlySet<string> = new Set(['format', 'lang'])

/** The names of the parameters that a request gives, right or wrong. */
export const givenParameters = (
  parameters: DescribedQuery['parameters'],
  values: URLSearchParams,
): readonly string[] =>
  [...new Set(values.keys())].filter(
    (given) => !reserved.has(given) || parameters.some(({ name }) => name === given),
  )

/** Reads the parameters of a request as terms; what a form leaves empty is not given. */
export function readParameters(
  { query, parameters }: DescribedQuery,
  values: URLSearchParams,
  context: AskingContext,
): Map<string, Term> {
  const given: Record<string, string> = {}
  for (const name of givenParameters(parameters, values)) {
    const parameter = parameters.find((known) => known.name === name)
    const [value = '', ...others] = values.getAll(name)
    if (others.length > 0) throw givenTwice(name, [value, ...others])
    const isOptional = parameter !== undefined && mayLack(parameter, context)
    if (value !== '' || !isOptional) given[name] = value
  }
  const known = parametersOf(context.version)
  const languages = languagesFor(context)
  try {
    return bindParameters(query, given, { ...known, languages })
  } catch (error) {
    throw explainParameter(error, parameters)
  }
}

const givenTwice = (name: string, values: readonly string[]): UsineError =>
  new UsineError('ERR_PARAMETER_INVALID', {
    name,
    value: values.join('", "'),
    expected: 'one value',
    suggestion: '',
  })

/** Adds to an error what programs need to correct it: the parameters with their types and examples. */
function explainParameter(error: unknown, parameters: DescribedQuery['parameters']): unknown {
  if (!(error instanceof UsineError)) return error
  const described = parameters.map(({ name, type, optional, expected, example }) => ({
    name,
    type,
    optional,
    expected,
    example,
  }))
  return new ProblemError(error, { members: { parameters: described } })
}
