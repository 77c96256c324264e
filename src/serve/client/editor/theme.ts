import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

/** The editor in the colours of the page; what is wrong is underlined, with no picture, which pages may not load. */
const theme = EditorView.theme({
  '&': {
    color: 'var(--ink)',
    background: 'var(--sheet)',
    border: '1px solid var(--quiet)',
    borderRadius: '6px',
    fontSize: '0.95rem',
  },
  '&.cm-focused': { outline: '3px solid var(--accent)', outlineOffset: '2px' },
  '.cm-scroller': {
    fontFamily: 'var(--mono)',
    lineHeight: '1.55',
    minHeight: '16rem',
    maxHeight: '70vh',
    overflow: 'auto',
  },
  '.cm-content': { caretColor: 'var(--ink)', padding: '0.6rem 0' },
  '.cm-gutters': {
    background: 'var(--faint)',
    color: 'var(--quiet)',
    border: '0',
    borderRadius: '6px 0 0 6px',
  },
  '.cm-activeLine, .cm-activeLineGutter': { background: 'transparent' },
  '.wrong-line': { background: 'var(--dispute-soft)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--error)',
    textUnderlineOffset: '0.2em',
  },
  '.cm-diagnostic-error': { borderLeft: '4px solid var(--error)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    background: 'var(--accent-soft)',
    outline: '1px solid var(--accent)',
  },
  '.cm-tooltip': {
    background: 'var(--sheet)',
    color: 'var(--ink)',
    border: '1px solid var(--quiet)',
    borderRadius: '6px',
    maxWidth: 'min(32rem, 90vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--sans)',
    maxHeight: '16rem',
    maxWidth: '90vw',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.2rem 0.6rem', lineHeight: '1.5' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'var(--accent)',
    color: 'var(--sheet)',
  },
  '.cm-completionDetail': {
    fontFamily: 'var(--mono)',
    fontStyle: 'normal',
    marginLeft: '0.8rem',
    opacity: '1',
  },
  '.cm-completionInfo': { padding: '0.4rem 0.7rem', fontFamily: 'var(--sans)' },
})

const highlight = HighlightStyle.define([
  { tag: [tags.keyword, tags.bool], color: 'var(--accent)', fontWeight: '600' },
  { tag: tags.variableName, color: 'var(--dispute)' },
  { tag: [tags.string, tags.annotation], color: 'var(--series-2)' },
  { tag: [tags.comment], color: 'var(--quiet)', fontStyle: 'italic' },
  { tag: [tags.integer, tags.float], color: 'var(--series-2)' },
])

/** How the editor looks. */
export const looks: Extension = [theme, syntaxHighlighting(highlight)]
