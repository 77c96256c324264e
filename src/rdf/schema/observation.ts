import type { Quad } from '@rdfjs/types'
import { SCHEMA } from '../../vocabulary.ts'
import { createNode, say, type SchemaContext } from './context.ts'
import { writeQualifiers } from './fact.ts'
import type { Saying } from './patterns.ts'
import { propertyNames, writeAmount } from './property-value.ts'

/** Writes a statement as an `Observation` about the node: the property measured, its value, its date and the rest. */
export function writeObservation({ node, fact, term }: Saying, context: SchemaContext): Quad[] {
  const { snak, iri } = fact
  const { factory } = context
  const { node: observation, quads } = createNode(`${iri}-observation`, 'Observation', context)
  const property = createNode(snak.property, 'Property', context)
  const about = `${SCHEMA}observationAbout`
  return [
    ...quads,
    say(observation, about, node.iri, context),
    ...(term === about ? [] : [say(node, term, observation.iri, context)]),
    say(observation, `${SCHEMA}measuredProperty`, factory.namedNode(snak.property), context),
    ...property.quads,
    ...propertyNames(property.node, snak.property, context),
    ...writeAmount(observation, snak, context),
    ...writeQualifiers(observation, fact, context),
  ]
}
