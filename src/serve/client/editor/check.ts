import { forEachDiagnostic, linter, setDiagnostics } from '@codemirror/lint'
import type { Diagnostic } from '@codemirror/lint'
import { RangeSetBuilder } from '@codemirror/state'
import type { EditorState, Extension, Text } from '@codemirror/state'
import { Decoration, EditorView } from '@codemirror/view'
import type { DecorationSet } from '@codemirror/view'

/** What is wrong with a query, and where: lines and columns count from 1. */
export interface Mistake {
  readonly line: number
  readonly column: number
  readonly problem: string
}

/** Marks what is wrong while it is typed: the word and its line. */
export const checkQueries = (check: (query: string) => Promise<Mistake | undefined>): Extension => [
  linter(
    async ({ state: { doc } }) => {
      const query = doc.toString()
      if (query.trim() === '') return []
      const mistake = await check(query)
      return mistake ? [toDiagnostic(doc, mistake)] : []
    },
    { delay: 500 },
  ),
  EditorView.decorations.of(({ state }) => markLines(state)),
]

/** Marks a mistake that the server found. */
export function markMistake(view: EditorView, mistake: Mistake): void {
  const diagnostic = toDiagnostic(view.state.doc, mistake)
  view.dispatch(setDiagnostics(view.state, [diagnostic]), {
    effects: EditorView.scrollIntoView(diagnostic.from),
  })
}

function toDiagnostic(doc: Text, { line, column, problem }: Mistake): Diagnostic {
  const { from, to, text } = doc.line(Math.min(Math.max(1, line), doc.lines))
  const start = Math.min(from + column - 1, to)
  const [word = ''] = /^(?:[?$]?[\w:.-]+|.)/u.exec(text.slice(start - from)) ?? []
  return { from: start, to: start + word.length, severity: 'error', message: problem }
}

const wrongLine = Decoration.line({ class: 'wrong-line' })

function markLines(state: EditorState): DecorationSet {
  const lines = new Set<number>()
  forEachDiagnostic(state, (_diagnostic, from) => {
    lines.add(state.doc.lineAt(from).from)
  })
  const marks = new RangeSetBuilder<Decoration>()
  for (const from of [...lines].sort((a, b) => a - b)) marks.add(from, from, wrongLine)
  return marks.finish()
}
