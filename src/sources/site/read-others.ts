import { createReadStream } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FactsContext, FactsIndex } from '../facts/index.ts'
import type { Report } from '../report.ts'
import type { SourceItem } from '../source.ts'
import { findSource, hasSource, listExtensions } from '../table.ts'
import { hasCode, readError, readSiteText } from './site-files.ts'

interface Reading extends FactsContext {
  readonly directory: string
  readonly index: FactsIndex
  readonly report: Report
}

/** Reads the data files of a site that are not facts files: series and Wikibase JSON, each by its source. */
export async function readOthers(
  files: readonly string[],
  reading: Reading,
): Promise<SourceItem[]> {
  const items: SourceItem[] = []
  for (const file of files) {
    if (hasSource(file)) items.push(...(await readOther(file, reading)))
    else reportUnread(file, reading.report)
  }
  return items
}

async function readOther(file: string, reading: Reading): Promise<SourceItem[]> {
  const { directory, report } = reading
  const readSibling = async (name: string): Promise<string | undefined> => {
    try {
      return (await readSiteText(directory, `${dirname(file)}/${name}`, report))?.text
    } catch (error) {
      if (error instanceof Error && hasCode(error.cause, 'ENOENT')) return undefined
      throw error
    }
  }
  const items: SourceItem[] = []
  const input = createReadStream(join(directory, file))
  try {
    for await (const item of findSource(file).read(input, { ...reading, file, readSibling })) {
      items.push(item)
    }
  } catch (cause) {
    if (cause instanceof Error && 'errno' in cause) throw readError(join(directory, file), cause)
    throw cause
  }
  return items
}

/** A file that nothing reads is most likely a mistake; a note for people is not. */
function reportUnread(file: string, report: Report): void {
  if (/\.(md|txt)$/i.test(file)) return
  const known = listExtensions().join(', ')
  report.warning({ file, line: 1, column: 1 }, `The file is not read; known extensions: ${known}`)
}
