import type { Term } from '@rdfjs/types'
import { defaultPrefixes, type Prefixes } from '../rdf/index.ts'
import type { Origin } from '../statements/index.ts'
import { pathToText } from './path.ts'
import { countBySeverity, type Report, type Result, type Severity } from './report.ts'
import { xsd } from './terms.ts'

/** How a report is written for people. */
export interface ReportTextOptions {
  /** Prefixes that shorten IRIs; the well-known ones unless given. */
  readonly prefixes?: Prefixes
  /** Finds where in the facts a node comes from. */
  readonly findOrigin?: (node: Term) => Origin | undefined
  /** Marks a severity, for instance with a colour; as it is unless given. */
  readonly mark?: (text: string, severity: Severity) => string
}

const names = { violation: 'error', warning: 'warning', info: 'advice' } as const satisfies Record<
  Severity,
  string
>

/** Writes a report for people: the results of each node together, with its place in the facts, and a count at the end. */
export function reportToText(report: Report, options: ReportTextOptions = {}): string {
  const shorten = createShortener(options.prefixes ?? defaultPrefixes)
  const groups = groupByNode(report.results)
  const blocks = [...groups.values()].map((results) => groupToText(results, shorten, options))
  return [...blocks, summaryOf(report)].join('\n\n') + '\n'
}

/** Nodes come in the order of their worst results. */
function groupByNode(results: readonly Result[]): Map<string, Result[]> {
  const groups = new Map<string, Result[]>()
  for (const result of results) {
    const key = `${result.focusNode.termType}${result.focusNode.value}`
    const group = groups.get(key)
    if (group) group.push(result)
    else groups.set(key, [result])
  }
  return groups
}

type Shorten = (iri: string) => string

function groupToText(
  results: readonly Result[],
  shorten: Shorten,
  { findOrigin, mark = (text) => text }: ReportTextOptions,
): string {
  const [first] = results
  if (!first) return ''
  const origin = findOrigin?.(first.focusNode)
  const place = origin ? `  ${origin.file}:${origin.line}:${origin.column}` : ''
  const lines = results.map(
    (result) =>
      `  ${mark(names[result.severity], result.severity)}: ${resultToText(result, shorten)}`,
  )
  return [termToText(first.focusNode, shorten) + place, ...lines].join('\n')
}

function resultToText(result: Result, shorten: Shorten): string {
  const { message, path, value, focusNode, check } = result
  const parts = [path && pathToText(path, shorten)]
  if (value && !value.equals(focusNode)) parts.push(termToText(value, shorten))
  const source = check === 'schema.org' ? result.rule : result.sourceShape?.value
  const found = parts.filter((part) => part !== undefined).join(' ')
  const named = source === undefined || isBlank(result) ? '' : ` [${shorten(source)}]`
  return `${escapeControls(message)}${found === '' ? '' : `\n    ${found}`}${named}`
}

const isBlank = ({ sourceShape }: Result): boolean => sourceShape?.termType === 'BlankNode'

/** Longer values are cut: they are there to be recognized. */
const longestValue = 200

const cut = (text: string): string =>
  text.length > longestValue ? `${text.slice(0, longestValue)}…` : text

/** Messages quote data, which must not reach a terminal as commands. */
const escapeControls = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- they are what must be escaped
  text.replace(/[\u0000-\u001F\u007F-\u009F]/g, toEscape)

const toEscape = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Writes a term as Turtle does, so that what looks different is different. */
function termToText(term: Term, shorten: Shorten): string {
  if (term.termType === 'BlankNode') return `_:${term.value}`
  if (term.termType !== 'Literal') return shorten(term.value)
  const text = escapeControls(JSON.stringify(cut(term.value)))
  if (term.language !== '') return `${text}@${term.language}`
  return term.datatype.value === xsd.string ? text : `${text}^^${shorten(term.datatype.value)}`
}

/** Shortens by the longest namespace that fits; what is left may hold slashes, since nobody parses it. */
function createShortener(prefixes: Prefixes): Shorten {
  const namespaces = Object.entries(prefixes).sort(([, a], [, b]) => b.length - a.length)
  return (iri) => {
    const match = namespaces.find(([, namespace]) => iri.startsWith(namespace) && iri !== namespace)
    if (match) return `${match[0]}:${iri.slice(match[1].length)}`
    return iri.includes(':') ? `<${iri}>` : iri
  }
}

const plurals = {
  violation: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['piece of advice', 'pieces of advice'],
} as const satisfies Record<Severity, readonly [string, string]>

function summaryOf(report: Report): string {
  const counts = countBySeverity(report)
  const count = (severity: Severity) =>
    `${counts[severity]} ${plurals[severity][counts[severity] === 1 ? 0 : 1]}`
  return `${count('violation')}, ${count('warning')}, ${count('info')}`
}
