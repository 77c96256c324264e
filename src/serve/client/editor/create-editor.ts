import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching, indentOnInput } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import {
  EditorView,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view'
import { sparql } from 'codemirror-lang-sparql'
import { checkQueries, markMistake } from './check.ts'
import type { Mistake } from './check.ts'
import { completeQueries } from './complete.ts'
import type { CompletionSources } from './complete.ts'
import { looks } from './theme.ts'

/** What an editor of queries needs. */
export interface EditorOptions extends CompletionSources {
  readonly textarea: HTMLTextAreaElement
  /** How it is called where it is not seen. */
  readonly label: string
  readonly check: (query: string) => Promise<Mistake | undefined>
  readonly run: () => void
}

/** An editor in the place of a text area. */
export interface QueryEditor {
  text(): string
  focus(): void
  mark(mistake: Mistake): void
}

/**
 * Puts an editor in the place of a text area, which is what is sent. It is in a shadow root, since there its style
 * sheets are made without style elements, which the policy of pages forbids. Tab leaves it, as it leaves other fields.
 */
export function createEditor(options: EditorOptions): QueryEditor {
  const { textarea, label, run } = options
  const host = document.createElement('div')
  host.className = 'editor'
  const root = host.attachShadow({ mode: 'open', delegatesFocus: true })
  textarea.after(host)
  const start = () => {
    run()
    return true
  }
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: textarea.value,
      extensions: [
        keymap.of([{ key: 'Mod-Enter', run: start }]),
        lineNumbers(),
        history(),
        highlightSpecialChars(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        sparql(),
        completeQueries(options),
        checkQueries(options.check),
        looks,
        EditorView.domEventHandlers({ beforeinput: replaceSelected }),
        placeholder('SELECT …'),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) textarea.value = state.doc.toString()
        }),
        keymap.of([
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...defaultKeymap,
          ...historyKeymap,
        ]),
      ],
    }),
  })
  textarea.hidden = true
  textarea.required = false
  return {
    text: () => view.state.doc.toString(),
    focus: () => {
      view.focus()
    },
    mark: (mistake) => {
      markMistake(view, mistake)
    },
  }
}

/**
 * Types over what is selected. Browsers would keep the look of what was there, in style attributes that the policy of
 * pages forbids.
 */
function replaceSelected(event: InputEvent, view: EditorView): boolean {
  const { state } = view
  const { main } = state.selection
  const { data, inputType } = event
  if (inputType !== 'insertText' || data === null || main.empty || event.isComposing) return false
  const insert = () => state.update(state.replaceSelection(data), { userEvent: 'input.type' })
  const handlers = state.facet(EditorView.inputHandler)
  const isDone = handlers.some((handle) => handle(view, main.from, main.to, data, insert))
  if (!isDone) view.dispatch(insert())
  event.preventDefault()
  return true
}
