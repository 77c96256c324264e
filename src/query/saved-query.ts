import { UsineError } from '../errors.ts'
import { didYouMean } from '../sources/index.ts'
import { parameterTypes } from './parameter-types.ts'
import type { ParameterTypeName } from './parameter-types.ts'

/** A value that a saved query asks for. */
export interface Parameter {
  /** Also the name of its variable. */
  readonly name: string
  readonly type: ParameterTypeName
  readonly optional: boolean
  /** What it is when it is not given, as people write it. */
  readonly defaultValue?: string
  readonly meaning: string
}

/** A query with a name, the question it answers, and its parameters. */
export interface SavedQuery {
  readonly name: string
  readonly question: string
  readonly parameters: readonly Parameter[]
  /** The whole text, header included. */
  readonly text: string
  /** Where it was read from. */
  readonly file: string
}

/** `param NAME: TYPE [optional] [= DEFAULT] - meaning`, without the `#`. */
const declaration =
  /^param\s+(?<name>\w+)\s*:\s*(?<type>[\w-]+)(?<optional>\s+optional)?(?:\s*=\s*(?<defaultValue>\S.*?))?\s+-\s+(?<meaning>\S.*)$/

const shape = '# param NAME: TYPE [optional] [= DEFAULT] - meaning'

/**
 * Parses the header of a saved query: the comment lines it begins with, first its question, then its parameters.
 *
 * ```sparql
 * # Which models were made here, optionally in a given year?
 * # param year: year optional - the year of interest
 * # param factory: entity = flins - the factory
 * ```
 */
export function parseSavedQuery(name: string, text: string, file = `${name}.rq`): SavedQuery {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const end = lines.findIndex((line) => !/^\s*#/.test(line))
  const header = lines.slice(0, Math.max(0, end)).map((line) => line.replace(/^\s*#\s*/, '').trim())
  const [question = ''] = header
  if (question === '' || /^param\b/.test(question)) {
    refuse(file, 1, 'the first line of a query is its question, as a comment: # Who made what?')
  }
  const parameters: Parameter[] = []
  for (const [index, line] of header.entries()) {
    if (!/^param\b/.test(line)) continue
    const parameter = parseParameter(line, { file, line: index + 1 })
    if (parameters.some(({ name }) => name === parameter.name)) {
      refuse(file, index + 1, `the parameter "${parameter.name}" is declared twice`)
    }
    if (!new RegExp(`[?$]${parameter.name}\\b`).test(lines.slice(end).join('\n'))) {
      refuse(file, index + 1, `the query has no variable ?${parameter.name}`)
    }
    parameters.push(parameter)
  }
  return { name, question, parameters, text, file }
}

function parseParameter(text: string, { file, line }: { file: string; line: number }): Parameter {
  const groups = declaration.exec(text)?.groups
  if (!groups) return refuse(file, line, `expected ${shape}`)
  const { name = '', type = '', optional, defaultValue, meaning = '' } = groups
  if (!isTypeName(type)) {
    const known = Object.keys(parameterTypes)
    const problem = `no parameter has the type "${type}"${didYouMean(type, known)}; known: ${known.join(', ')}`
    return refuse(file, line, problem)
  }
  return {
    name,
    type,
    optional: optional !== undefined,
    ...(defaultValue !== undefined && { defaultValue }),
    meaning,
  }
}

const isTypeName = (name: string): name is ParameterTypeName => Object.hasOwn(parameterTypes, name)

function refuse(file: string, line: number, problem: string): never {
  throw new UsineError('ERR_SYNTAX', { file, line, column: 1, problem })
}
