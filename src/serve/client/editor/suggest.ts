import { functions, keywords } from './keywords.ts'

/** What the server says there is to complete. */
export interface QueryTerms {
  readonly prefixes: Readonly<Record<string, string>>
  readonly terms: readonly {
    readonly kind: 'property' | 'class'
    readonly name: string
    readonly label: string
    readonly comment?: string
  }[]
}

/** What can stand where something is typed. */
export interface Suggestion {
  /** What people read. */
  readonly label: string
  /** What is written. */
  readonly text: string
  readonly kind: 'variable' | 'keyword' | 'function' | 'prefix' | 'property' | 'class' | 'entity'
  readonly comment?: string
}

/** What stands before the cursor: the start of a variable, of a name with a prefix, or of a word. */
export type Typed =
  | { readonly kind: 'variable'; readonly text: string }
  | {
      readonly kind: 'name'
      readonly text: string
      readonly prefix: string
      readonly local: string
    }
  | { readonly kind: 'word'; readonly text: string }

/** Reads what is being typed at the end of a line; undefined where that is nothing to complete. */
export function readTyped(line: string): Typed | undefined {
  const [variable] = /[?$][\p{L}\p{N}_]*$/u.exec(line) ?? []
  if (variable !== undefined) return { kind: 'variable', text: variable }
  const [name, prefix = '', local = ''] =
    /(?<![\p{L}\p{N}_-])([\p{L}\p{N}_-]*):([\p{L}\p{N}_.-]*)$/u.exec(line) ?? []
  if (name !== undefined) return { kind: 'name', text: name, prefix, local }
  const [word] = /[\p{L}_][\p{L}\p{N}_-]*$/u.exec(line) ?? []
  return word === undefined ? undefined : { kind: 'word', text: word }
}

/** Lists what can stand there, the best first. */
export function suggest(typed: Typed, query: string, known: QueryTerms): Suggestion[] {
  if (typed.kind === 'variable') return listVariables(typed.text, query)
  if (typed.kind === 'name') return listNames(typed, known)
  return listWords(typed.text, known)
}

function listVariables(typed: string, query: string): Suggestion[] {
  const found: readonly string[] = query.match(/[?$][\p{L}\p{N}_]+/gu) ?? []
  // What is being typed is in the query itself; it is offered only where it is there twice.
  const others = found.filter(
    (name) => name !== typed || found.indexOf(name) !== found.lastIndexOf(name),
  )
  return [...new Set(others)]
    .filter((name) => name.slice(1).startsWith(typed.slice(1)))
    .map((name) => ({ label: name, text: name, kind: 'variable' }))
}

/** Prefixes whose names are properties of Wikibase: `wdt`, `ps`, and with `e` before those of the site. */
const predicates = /^(e?)(?:wdt|wdtn|p|ps|psv|psn|pq|pqv|pqn|pr|prv|prn|wdno)$/

function listNames(
  { prefix, local }: { readonly prefix: string; readonly local: string },
  { terms }: QueryTerms,
): Suggestion[] {
  const [, own] = predicates.exec(prefix) ?? []
  const isOf = (name: string) =>
    own === undefined ? name.startsWith(`${prefix}:`) : name.startsWith(`${own}wdt:`)
  const fitting = terms.filter(({ name }) => isOf(name))
  return rank(fitting, local, ({ name, label }) => [afterColon(name), label]).map(
    ({ kind, name, label, comment }) => ({
      label,
      text: `${prefix}:${afterColon(name)}`,
      kind,
      ...(comment !== undefined && { comment }),
    }),
  )
}

const afterColon = (name: string): string => name.slice(name.indexOf(':') + 1)

function listWords(word: string, { prefixes, terms }: QueryTerms): Suggestion[] {
  const named = rank(terms, word, ({ label }) => [label]).map(({ name, ...term }) => ({
    ...term,
    text: name,
  }))
  const simple = (kind: Suggestion['kind'], names: readonly string[], end = ''): Suggestion[] =>
    names
      .filter((name) => name.toLowerCase().startsWith(word.toLowerCase()))
      .map((name) => ({ label: name, text: name + end, kind }))
  return [
    ...simple('keyword', keywords),
    ...simple(
      'prefix',
      Object.keys(prefixes).filter((prefix) => prefix !== ''),
      ':',
    ),
    ...simple('function', functions, '('),
    ...named,
  ]
}

/** Keeps what has the text in it, first what starts with it; case and accents do not count. */
function rank<T>(all: readonly T[], typed: string, textsOf: (one: T) => readonly string[]): T[] {
  const wanted = fold(typed)
  const starting: T[] = []
  const holding: T[] = []
  for (const one of all) {
    const texts = textsOf(one).map(fold)
    if (texts.some((text) => text.startsWith(wanted))) starting.push(one)
    else if (texts.some((text) => text.includes(wanted))) holding.push(one)
  }
  return [...starting, ...holding]
}

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_-]+/g, '')

/** Writes an IRI as queries do: with a prefix where what is left needs no escapes. */
export function nameOf(iri: string, prefixes: QueryTerms['prefixes']): string {
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    const local = iri.startsWith(namespace) ? iri.slice(namespace.length) : ''
    if (/^[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?$/u.test(local)) return `${prefix}:${local}`
  }
  return `<${iri}>`
}
