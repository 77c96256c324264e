import { autocompletion } from '@codemirror/autocomplete'
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { syntaxTree } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { nameOf, readTyped, suggest } from './suggest.ts'
import type { QueryTerms, Suggestion, Typed } from './suggest.ts'

/** Where what is completed comes from. */
export interface CompletionSources {
  readonly loadTerms: () => Promise<QueryTerms>
  /** Entities whose labels begin so. */
  readonly searchEntities: (text: string, signal: AbortSignal) => Promise<readonly FoundEntity[]>
}

/** An entity that a search found. */
export interface FoundEntity {
  readonly iri: string
  readonly label: string
  readonly description?: string | undefined
}

/** Completes what is typed: keywords, variables, prefixes, and by their labels properties, classes and entities. */
export const completeQueries = (sources: CompletionSources): Extension =>
  autocompletion({
    override: [
      (context) => completeTerms(context, sources),
      (context) => completeEntities(context, sources),
    ],
    icons: false,
  })

async function completeTerms(
  context: CompletionContext,
  { loadTerms }: CompletionSources,
): Promise<CompletionResult | null> {
  const typed = typedAt(context)
  if (!typed) return null
  const terms = await loadTerms()
  const options = suggest(typed, context.state.doc.toString(), terms).slice(0, MOST)
  return toResult(context, typed, options)
}

async function completeEntities(
  context: CompletionContext,
  { loadTerms, searchEntities }: CompletionSources,
): Promise<CompletionResult | null> {
  const typed = typedAt(context)
  const text = typed && searched(typed)
  if (!typed || text === undefined) return null
  const abort = new AbortController()
  context.addEventListener(
    'abort',
    () => {
      abort.abort()
    },
    { onDocChange: true },
  )
  const [{ prefixes }, found] = await Promise.all([loadTerms(), searchEntities(text, abort.signal)])
  const options = found.slice(0, MOST).map(({ iri, label, description }): Suggestion => {
    const comment = description === undefined ? {} : { comment: description }
    return { kind: 'entity', label, text: nameOf(iri, prefixes), ...comment }
  })
  return toResult(context, typed, options)
}

/** Longer lists are not read. */
const MOST = 60

/** Entities are looked for by words, and by what follows the prefixes of items. */
function searched(typed: Typed): string | undefined {
  if (typed.kind === 'word') return typed.text.length > 1 ? typed.text : undefined
  if (typed.kind === 'name' && ['', 'wd'].includes(typed.prefix) && typed.local !== '')
    return typed.local
  return undefined
}

function typedAt(context: CompletionContext): Typed | undefined {
  const { state, pos } = context
  const { name } = syntaxTree(state).resolveInner(pos, -1)
  if (name === 'Comment' || name === 'String') return undefined
  const line = state.doc.lineAt(pos)
  return readTyped(line.text.slice(0, pos - line.from))
}

function toResult(
  { pos }: CompletionContext,
  { text }: Typed,
  suggestions: readonly Suggestion[],
): CompletionResult | null {
  if (suggestions.length === 0) return null
  return { from: pos - text.length, filter: false, options: suggestions.map(toCompletion) }
}

const toCompletion = ({ label, text, kind, comment }: Suggestion): Completion => ({
  label,
  apply: text,
  type: kind,
  ...(text !== label && { detail: text }),
  ...(comment !== undefined && { info: comment }),
})
