import type { NamedNode } from '@rdfjs/types'
import type { Entity } from '../../statements/index.ts'
import type { QuadCollector, ViewContext } from './context.ts'
import type { Terms } from './terms.ts'

/** The classes of OntoLex that lexemes, forms and senses belong to. */
const classes: Partial<Readonly<Record<Entity['type'], keyof Terms>>> = {
  lexeme: 'LexicalEntry',
  form: 'Form',
  sense: 'LexicalSense',
}

/**
 * Writes what lexemes and forms have: language, category, features, and links to forms and senses.
 *
 * @see https://www.mediawiki.org/wiki/Extension:WikibaseLexeme/RDF_mapping
 */
export function writeLexical(
  { type, lexical }: Entity,
  node: NamedNode,
  collector: QuadCollector,
  { terms, factory }: ViewContext,
): void {
  const ontolexClass = classes[type]
  if (ontolexClass === undefined) return
  const links: readonly (readonly [keyof Terms, readonly (string | undefined)[] | undefined])[] = [
    ['language', [lexical?.language]],
    ['lexicalCategory', [lexical?.category]],
    ['grammaticalFeature', lexical?.features],
    ['lexicalForm', lexical?.forms?.map(({ iri }) => iri)],
    ['sense', lexical?.senses?.map(({ iri }) => iri)],
  ]
  collector.add(node, terms.type, terms[ontolexClass])
  for (const [predicate, iris] of links) {
    for (const iri of iris ?? []) {
      if (iri !== undefined) collector.add(node, terms[predicate], factory.namedNode(iri))
    }
  }
}
