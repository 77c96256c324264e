import type { Quad } from '@rdfjs/types'
import { SCHEMA } from '../../vocabulary.ts'
import { createNode, fitsRange, say, type SchemaContext } from './context.ts'
import { writeQualifiers } from './fact.ts'
import { writeObservation } from './observation.ts'
import type { Saying } from './patterns.ts'
import { pickLabel, valueText } from './value-text.ts'

/**
 * Writes a statement as an `Event` about its value, from its start to its end time, at the node where that is a place.
 * A statement that is only known to hold at a point in time becomes an `Observation`: an event would say it began then.
 */
export function writeEvent(saying: Saying, context: SchemaContext): Quad[] {
  const { node, fact, term } = saying
  const { value, property } = fact.snak
  const pointInTime = context.ontology.properties.get('pointInTime')?.entityIri
  if (fact.qualifiers.some((qualifier) => qualifier.property === pointInTime)) {
    return writeObservation({ ...saying, term: `${SCHEMA}observationAbout` }, context)
  }
  const { node: event, quads } = createNode(`${fact.iri}-event`, 'Event', context)
  const tell = (name: string, object: Quad['object']) => say(event, SCHEMA + name, object, context)
  const atPlace = fitsRange(`${SCHEMA}location`, node.classes, context.terms)
  return [
    say(node, term, event.iri, context),
    ...quads,
    ...context.languages.map((language) => {
      const text = eventName(property, valueText(value, language, context), language, context)
      return tell('name', context.factory.literal(text, language))
    }),
    ...(value.type === 'entityid' ? [tell('about', context.factory.namedNode(value.iri))] : []),
    ...(atPlace ? [tell('location', node.iri)] : []),
    ...writeQualifiers(event, fact, context),
  ]
}

function eventName(property: string, value: string, language: string, { ontology }: SchemaContext) {
  const described = ontology.findProperty(property)
  const template = described && pickLabel(described.eventNames, language)
  if (template !== undefined) return template.replace('{value}', () => value)
  return `${(described && pickLabel(described.labels, language)) ?? property}: ${value}`
}
