import type { DataFactory, Literal, NamedNode, Term } from '@rdfjs/types'
import type { ReadableGraphs } from '../layered-graphs.ts'
import { labelKinds } from './label-kinds.ts'
import type { LabelKind } from './label-kinds.ts'

/** A function that queries can call. */
export type ExtensionFunction = (args: Term[]) => Promise<Term>

/** Makes the functions that the label service is rewritten to; without a value they leave a variable unbound. */
export function labelFunctions(
  store: ReadableGraphs,
  factory: DataFactory,
): Record<string, ExtensionFunction> {
  const find = ({ predicate }: LabelKind) => {
    const property = factory.namedNode(predicate)
    return (args: readonly Term[]) => findTexts(store, property, args)
  }
  const findLabel = find(labelKinds.label)
  const findAlias = find(labelKinds.altLabel)
  const findDescription = find(labelKinds.description)
  return {
    [labelKinds.label.functionIri]: (args) =>
      answer(findLabel(args)[0] ?? factory.literal(nameOf(args[0]))),
    [labelKinds.altLabel.functionIri]: (args) => {
      const aliases = findAlias(args)
      const [first] = aliases
      const text = aliases.map(({ value }) => value).join(', ')
      return answer(first && factory.literal(text, first.language))
    },
    [labelKinds.description.functionIri]: (args) => answer(findDescription(args)[0]),
  }
}

async function answer(term: Term | undefined): Promise<Term> {
  if (!term) throw new Error('There is no such text')
  return Promise.resolve(term)
}

/** The texts in the first language that has any; the languages are one literal, separated by commas. */
function findTexts(
  store: ReadableGraphs,
  property: NamedNode,
  [subject, languages]: readonly Term[],
): Literal[] {
  if (!subject || !languages || subject.termType === 'Literal') return []
  const texts = new Map<string, Map<string, Literal>>()
  for (const { object } of store.match(subject, property)) {
    if (object.termType !== 'Literal') continue
    const language = object.language.toLowerCase()
    const found = texts.get(language) ?? new Map<string, Literal>()
    texts.set(language, found.set(object.value, object))
  }
  for (const language of languages.value.split(',')) {
    const found = texts.get(language.trim().toLowerCase())
    if (found) return [...found.values()].sort((a, b) => (a.value < b.value ? -1 : 1))
  }
  return []
}

/** What stands for an entity without a label: its id; of other IRIs all, of literals their text. */
function nameOf(term: Term | undefined): string {
  if (!term) throw new Error('There is nothing to label')
  if (term.termType !== 'NamedNode') return term.value
  return /\/entity\/([^/#?]+)$/.exec(term.value)?.[1] ?? term.value
}
