import { compareProblems, createReport } from '../report.ts'
import type { Report } from '../report.ts'
import type { SourceItem } from '../source.ts'
import { readEntity } from './entity.ts'
import { emptyIndex } from './facts-index.ts'
import type { FactsIndex } from './facts-index.ts'
import { indexEntities } from './index-entities.ts'
import { parseYaml } from './parse-yaml.ts'
import type { FactsContext } from './reading.ts'
import { nodeName } from './tree.ts'
import type { MapEntry } from './tree.ts'

/** A facts file: its name, for messages, and its text. */
export interface FactsFile {
  readonly file: string
  readonly text: string
}

/** What the facts files of a site say, and the index for files that refer to them. */
export interface FactsReading {
  /** The entities with their statements in the order of the files, then all problems in the order of their places. */
  readonly items: readonly SourceItem[]
  readonly index: FactsIndex
}

/**
 * Reads all facts files of a site together, so that each can refer to what another defines. Problems are collected, and
 * none hides another; an entity comes with those of its statements that are right.
 */
export function readFacts(
  files: readonly FactsFile[],
  context: FactsContext,
  known: FactsIndex = emptyIndex,
): FactsReading {
  const report = createReport()
  const entries = files.flatMap((file) => readEntries(file, report))
  const index = indexEntities(entries, { ...context, report }, known)
  const reading = { ...context, report, index }
  const items = entries.flatMap((entry): SourceItem[] => {
    if (report.isFull) return []
    const entity = readEntity(entry, reading)
    const isFirst = index.entities.get(entry.key)?.origin === entry.keyOrigin
    return isFirst ? [{ kind: 'entity', entity }] : []
  })
  const problems = [...report.problems].sort(compareProblems)
  return {
    items: [...items, ...problems.map((problem) => ({ kind: 'problem', problem }) as const)],
    index,
  }
}

function readEntries({ file, text }: FactsFile, report: Report): readonly MapEntry[] {
  const root = parseYaml(text.replace(/^\ufeff/, ''), file, report)
  if (root?.kind === 'map') return root.entries
  if (root)
    report.error(root.origin, `Expected a map from ids to entities, found ${nodeName[root.kind]}`)
  return []
}
