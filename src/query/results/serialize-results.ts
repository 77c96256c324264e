import { UsineError } from '../../errors.ts'
import { getResultFormat, listResultFormats } from '../../formats.ts'
import type { ResultFormatName } from '../../formats.ts'
import { gatherText } from '../../rdf/index.ts'
import type { Solutions } from '../query-engine.ts'
import { booleanToJson, solutionsToJson } from './json.ts'
import { solutionsToCsv } from './csv.ts'
import type { ResultOptions } from './result-options.ts'
import { booleanToTable, solutionsToTable } from './table.ts'
import { solutionsToTsv } from './tsv.ts'
import { booleanToXml, solutionsToXml } from './xml.ts'

type SerializeSolutions = (solutions: Solutions, options: ResultOptions) => AsyncIterable<string>

const solutionSerializers = {
  table: solutionsToTable,
  json: solutionsToJson,
  csv: solutionsToCsv,
  tsv: solutionsToTsv,
  xml: solutionsToXml,
} satisfies Record<ResultFormatName, SerializeSolutions>

const booleanSerializers = {
  table: booleanToTable,
  json: booleanToJson,
  csv: undefined,
  tsv: undefined,
  xml: booleanToXml,
} satisfies Record<ResultFormatName, ((answer: boolean) => string) | undefined>

/** Serializes the solutions of a SELECT query as they come; only the table waits for all of them. */
export function serializeSolutions(
  solutions: Solutions,
  options: ResultOptions,
): AsyncGenerator<string> {
  const serialize: SerializeSolutions = solutionSerializers[options.format]
  return gatherText(serialize(solutions, options))
}

/** Serializes the answer of an ASK query; CSV and TSV have no form for it. */
export function serializeBoolean(answer: boolean, format: ResultFormatName): string {
  const serialize = booleanSerializers[format]
  if (serialize) return serialize(answer)
  const fitting = listResultFormats().filter(({ boolean }) => boolean)
  const known = fitting.map(({ name }) => name).join(', ')
  const { title } = getResultFormat(format)
  throw new UsineError('ERR_FORMAT_UNFIT', { title, what: 'the answer of an ASK query', known })
}
