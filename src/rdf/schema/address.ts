import type { Quad } from '@rdfjs/types'
import { SCHEMA } from '../../vocabulary.ts'
import { createNode, say, type SchemaContext } from './context.ts'
import { writeQualifiers } from './fact.ts'
import type { Saying } from './patterns.ts'

/**
 * Writes a street address as a `PostalAddress`: the whole text is its name, the part before the first qualifier that
 * the text repeats (a box, a postal code) its street address.
 */
export function writeAddress({ node, fact, term }: Saying, context: SchemaContext): Quad[] {
  const { value } = fact.snak
  if (value.type !== 'monolingualtext') return []
  const { node: address, quads } = createNode(`${fact.iri}-address`, 'PostalAddress', context)
  const tell = (name: string, text: string) =>
    say(address, SCHEMA + name, context.factory.literal(text, value.language), context)
  return [
    say(node, term, address.iri, context),
    ...quads,
    tell('name', value.text),
    tell('streetAddress', streetPart(value.text, fact.qualifiers)),
    ...writeQualifiers(address, fact, context),
  ]
}

function streetPart(text: string, qualifiers: Saying['fact']['qualifiers']): string {
  const starts = qualifiers.flatMap((snak) => {
    if (snak.snakType !== 'value' || snak.value.type !== 'string') return []
    const start = text.indexOf(snak.value.value)
    return start > 0 ? [start] : []
  })
  const street = text.slice(0, Math.min(...starts, text.length)).replace(/[\s,;]+$/, '')
  return street === '' ? text : street
}
