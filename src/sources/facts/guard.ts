import { CST, Lexer } from 'yaml'
import type { Origin } from '../../statements/index.ts'
import type { Report } from '../report.ts'

/** Facts need about ten levels; the YAML parser runs out of stack at some hundreds. */
const deepest = 100
/** The parser needs about 500 bytes for a token, so this bounds a file to some hundred megabytes of memory. */
const mostTokens = 1_000_000

/** `- - - -` on one line: levels that the lexer itself enters one by one. */
const indicators = new RegExp(`^ *(?:[-?:][ \\t]+){${deepest}}`, 'm')
// eslint-disable-next-line no-control-regex -- YAML 1.2 excludes control characters but tab and line ends.
const control = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/

const refused: Partial<Record<string, string>> = {
  tag: 'Tags ({token}) are not part of the facts format: write the value alone',
  anchor: 'Anchors ({token}) are not part of the facts format: write the value where it is used',
  alias: 'Aliases ({token}) are not part of the facts format: write the value out',
  'directive-line': 'Directives ({token}) are not part of the facts format: leave the line out',
}

/**
 * Tells whether a text is safe to give to the YAML parser, and reports what the facts format does not have: tags,
 * anchors, aliases, directives. Memory and stack are bounded here, before anything is built.
 */
export function guardYaml(text: string, place: (offset: number) => Origin, report: Report) {
  const bad = control.exec(text)
  if (bad) {
    const code = bad[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    report.error(place(bad.index), `The control character U+${code} does not belong in a text file`)
    return false
  }
  const deep = indicators.exec(text)
  const trouble = deep
    ? { offset: deep.index, message: tooDeep }
    : scanTokens(text, (offset, message) => {
        report.error(place(offset), message)
      })
  if (trouble) report.error(place(trouble.offset), trouble.message)
  return !trouble
}

const tooDeep = `The file is nested more than ${deepest} levels deep; facts need about ten`
const tooMany = `The file has more than ${mostTokens} words and signs; split it into several files`

type Trouble = { readonly offset: number; readonly message: string }

function scanTokens(text: string, refuse: (offset: number, message: string) => void) {
  const nesting = createNesting()
  let offset = 0
  let tokens = 0
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token) ?? 'text'
    const message = refused[type]
    if (message)
      refuse(
        offset,
        message.replace('{token}', () => token.slice(0, 40)),
      )
    if (nesting.enter(type, offset) > deepest) return { offset, message: tooDeep } satisfies Trouble
    tokens += 1
    if (tokens > mostTokens) return { offset, message: tooMany } satisfies Trouble
    if (!markers.has(token)) offset += token.length
  }
  return undefined
}

/** Tokens of the lexer that stand for no text. */
const markers: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR])

const opening: ReadonlySet<string> = new Set(['flow-map-start', 'flow-seq-start'])
const closing: ReadonlySet<string> = new Set(['flow-map-end', 'flow-seq-end'])
const indicator: ReadonlySet<string> = new Set([
  'seq-item-ind',
  'explicit-key-ind',
  'map-value-ind',
])
const blank: ReadonlySet<string> = new Set(['space', 'comment', 'byte-order-mark', 'doc-mode'])

/** Follows how deep a token stands: by columns in block style, by brackets in flow style. */
function createNesting() {
  const columns: number[] = []
  let flow = 0
  let lineStart = 0
  let startsNode = true
  return {
    enter(type: string, offset: number): number {
      if (type === 'newline') {
        lineStart = offset + 1
        startsNode = true
      } else if (opening.has(type)) flow += 1
      else if (closing.has(type)) flow = Math.max(0, flow - 1)
      if (type === 'newline' || blank.has(type)) return 0
      if (startsNode && flow === 0) indent(columns, offset - lineStart)
      startsNode = indicator.has(type)
      return columns.length + flow
    },
  }
}

function indent(columns: number[], column: number): void {
  while ((columns.at(-1) ?? -1) > column) columns.pop()
  if (columns.at(-1) !== column) columns.push(column)
}
