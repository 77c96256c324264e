import type { DataFactory } from '@rdfjs/types'

let documents = 0

/**
 * Makes a factory for one document, so that blank nodes of two documents never share a name.
 * The parsers of JSON-LD and RDF/XML need it; n3 does the same by itself.
 */
export function scopeBlankNodes(factory: DataFactory): DataFactory {
  const scope = `d${documents}`
  documents += 1
  let unnamed = 0
  const blankNode = (name?: string) => {
    if (name === undefined) unnamed += 1
    return factory.blankNode(
      name === undefined ? `${scope}n${unnamed}` : `${scope}_${toLabel(name)}`,
    )
  }
  // The JSON-LD parser says null where there is no datatype, which n3 does not take.
  const literal: DataFactory['literal'] = (value, kind) => factory.literal(value, kind ?? undefined)
  return Object.assign(Object.create(factory) as typeof factory, { blankNode, literal })
}

/** JSON-LD allows any character in a blank node's name; a label in Turtle does not. */
const toLabel = (name: string) =>
  name.replace(/[^A-Za-z0-9]/gu, (character) => `_${character.codePointAt(0)?.toString(16) ?? ''}_`)
