import { parseYaml } from '../facts/parse-yaml.ts'
import { createPositions } from '../positions.ts'
import type { Report } from '../report.ts'
import type { SourceContext } from '../source.ts'
import type { FactNode } from '../facts/tree.ts'
import { findJsonError } from '../wikibase-json/json-error.ts'

/**
 * Reads the metadata of a CSV file as nodes with their places: `X.csv-metadata.json`, else `csv-metadata.json`.
 *
 * @see https://www.w3.org/TR/tabular-data-model/#locating-metadata
 */
export async function readMetadata(
  { file, readSibling }: SourceContext,
  report: Report,
): Promise<FactNode | undefined> {
  const [fileName] = splitPath(file)
  const candidates = [`${fileName}-metadata.json`, 'csv-metadata.json']
  for (const name of candidates) {
    const text = await readSibling?.(name)
    if (text !== undefined)
      return parseJson(text.replace(/^\ufeff/, ''), splitPath(file)[1] + name, report)
  }
  const origin = { file, line: 1, column: 1 }
  report.error(origin, `A CSV file needs CSVW metadata beside it: ${candidates.join(' or ')}`)
  return undefined
}

/** Splits a path into the name of the file and what stands before it. */
export function splitPath(file: string): [name: string, folder: string] {
  const at = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1
  return [file.slice(at), file.slice(0, at)]
}

/** JSON is YAML once its tabs, which only stand between its signs, are spaces. */
function parseJson(text: string, file: string, report: Report): FactNode | undefined {
  const error = findJsonError(text)
  if (!error) return parseYaml(text.replaceAll('\t', ' '), file, report)
  report.error(
    createPositions(text, file)(error.offset),
    `The metadata are not JSON: ${error.message}`,
  )
  return undefined
}
