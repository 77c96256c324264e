import { createHash } from 'node:crypto'
import type { Ontology } from '../rdf/ontology/index.ts'
import type { Entity, Origin, Reference, Snak, Statement } from '../statements/index.ts'
import { checkSpan } from './facts/span.ts'
import type { KnownSource, Span } from './facts/index.ts'
import { holdsNumber, numbersOf } from './source-numbers.ts'
import { compareProblems, createReport } from './report.ts'
import type { Report } from './report.ts'
import type { Problem } from './source.ts'

/** What a copy of a source is compared with. */
export interface SourceFacts {
  readonly source: KnownSource
  readonly entities: readonly Entity[]
  readonly ontology: Ontology
}

/** How a copy of a source and the facts taken from it fit together. */
export interface SourceCheck {
  /** SHA-256 of the copy. */
  readonly sha256: string
  /** Length of the copy in Unicode code points. */
  readonly length: number
  /** How many references name the source, and how many of them select a passage. */
  readonly references: number
  readonly passages: number
  /** How many numbers and years were looked for in the passages. */
  readonly numbers: number
  readonly problems: readonly Problem[]
}

/**
 * Compares a copy of a source with the facts: digest and length, sections inside the text, each reference's offsets
 * inside its section, and the numbers of each statement in the passages that it refers to.
 *
 * @throws TypeError if the bytes are not UTF-8
 */
export function checkSource(bytes: Uint8Array, facts: SourceFacts): SourceCheck {
  const report = createReport()
  const text = Array.from(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  checkDocument(facts.source, { sha256, length: text.length }, report)
  const counts = { references: 0, passages: 0, numbers: 0 }
  for (const { statements } of facts.entities) {
    for (const statement of statements) {
      const found = checkStatement(statement, { ...facts, text, sha256, report })
      counts.references += found.references
      counts.passages += found.passages
      counts.numbers += found.numbers
    }
  }
  const problems = report.problems.toSorted(compareProblems)
  return { sha256, length: text.length, ...counts, problems }
}

interface Copy {
  readonly sha256: string
  readonly length: number
}

function checkDocument(source: KnownSource, copy: Copy, report: Report): void {
  const { origin, sections = new Map<string, Span>() } = source
  if (source.sha256 !== undefined && source.sha256 !== copy.sha256) {
    report.error(origin, `The SHA-256 of the copy is ${copy.sha256}, not ${source.sha256}`)
  }
  if (source.length !== undefined && source.length !== copy.length) {
    report.error(origin, `The copy is ${copy.length} code points long, not ${source.length}`)
  }
  for (const [name, span] of sections) {
    const problem = checkSpan(span, { length: copy.length })
    if (problem !== undefined) report.error(origin, `Section ${JSON.stringify(name)}: ${problem}`)
  }
}

interface Reading extends SourceFacts {
  readonly text: readonly string[]
  readonly sha256: string
  readonly report: Report
}

function checkStatement(statement: Statement, reading: Reading) {
  const { source, report } = reading
  const origin = statement.origin ?? source.origin
  const references = statement.references
    .map((reference) => readPlace(reference, reading))
    .filter((place) => place?.source === source.entity.iri)
    .filter((place) => place !== undefined)
  const passages = references.flatMap((place) => readPassage(place, origin, reading))
  const numbers = passages.length === 0 ? [] : numbersOf(statement)
  for (const number of numbers) {
    if (passages.some((passage) => holdsNumber(passage, number))) continue
    const where = references.map(({ span }) => (span ? `${span.start}-${span.end}` : '')).join(', ')
    report.warning(origin, `The passage ${where} does not hold the number ${number}`)
  }
  return { references: references.length, passages: passages.length, numbers: numbers.length }
}

/** What a reference says of the place in its source. */
interface Place {
  readonly source: string
  readonly section: string | undefined
  readonly span: Span | undefined
  readonly sha256: string | undefined
}

function readPlace({ snaks }: Reference, { ontology }: Reading): Place | undefined {
  const find = (key: string): string | undefined =>
    snakText(snaks.find(({ property }) => property === ontology.properties.get(key)?.entityIri))
  const source = find('statedIn')
  const [start, end] = [find('textStart'), find('textEnd')]
  const span =
    start === undefined || end === undefined
      ? undefined
      : { start: Number(start), end: Number(end) }
  if (source === undefined) return undefined
  return { source, section: find('section'), span, sha256: find('sourceDigest') }
}

function snakText(snak: Snak | undefined): string | undefined {
  if (snak?.snakType !== 'value') return undefined
  const { value } = snak
  if (value.type === 'entityid') return value.iri
  if (value.type === 'quantity') return value.amount
  return value.type === 'string' ? value.value : undefined
}

/** Cuts out what a reference selects, if it selects something inside the text. */
function readPassage({ section, span, sha256 }: Place, origin: Origin, reading: Reading): string[] {
  const { source, text, report } = reading
  if (sha256 !== undefined && sha256 !== source.sha256) {
    report.error(origin, `The reference is to another version of the source, SHA-256 ${sha256}`)
  }
  if (!span) return []
  const problem = checkSpan(span, {
    length: text.length,
    section: section === undefined ? undefined : source.sections?.get(section),
  })
  if (problem === undefined) return [text.slice(span.start, span.end).join('')]
  report.error(origin, problem)
  return []
}
