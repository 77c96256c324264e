import type { Quad } from '@rdfjs/types'
import type { SchemaMapping } from '../ontology/index.ts'
import type { Fact, SchemaContext, SchemaNode } from './context.ts'
import { fitsDomain } from './context.ts'
import { patterns } from './patterns.ts'
import { describeFact } from './property-value.ts'

/**
 * Says a fact of a node with the schema.org terms that the ontology gives its property, where their domains and ranges
 * allow it. What no term says, qualifiers included, is said as a property-value pair or in words, so nothing is lost.
 * Unknown and absent values are left out: schema.org has no way to say them.
 */
export function writeFact(node: SchemaNode, fact: Fact, context: SchemaContext): Quad[] {
  const { snak } = fact
  if (snak.snakType !== 'value') return []
  const mappings = context.ontology.findProperty(snak.property)?.schema ?? []
  const said = mappings
    .filter((mapping) => fits(mapping, node, context))
    .map(({ pattern, term }) => ({
      quads: patterns[pattern].write({ node, fact: { ...fact, snak }, term }, context),
      qualified: patterns[pattern].qualified,
    }))
    .filter(({ quads }) => quads.length > 0)
  const complete = said.some(({ qualified }) => qualified || fact.qualifiers.length === 0)
  const quads = said.flatMap((saying) => saying.quads)
  return complete ? quads : [...quads, ...describeFact(node, fact, context)]
}

function fits({ pattern, term }: SchemaMapping, { classes }: SchemaNode, { terms }: SchemaContext) {
  const { linksBackFrom } = patterns[pattern]
  const isBackLink = linksBackFrom !== undefined && fitsDomain(term, [linksBackFrom], terms)
  return isBackLink || fitsDomain(term, classes, terms)
}

/** Says the qualifiers of a fact on a node that was made for it. */
export const writeQualifiers = (
  node: SchemaNode,
  { qualifiers, iri }: Fact,
  context: SchemaContext,
) =>
  qualifiers.flatMap((snak, index) =>
    writeFact(node, { snak, qualifiers: [], iri: `${iri}-${index + 1}` }, context),
  )
