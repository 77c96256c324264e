import type { Quad } from '@rdfjs/types'
import { SCHEMA } from '../../vocabulary.ts'
import type { Snak, ValueSnak } from '../../statements/index.ts'
import type { Fact, SchemaContext, SchemaNode } from './context.ts'
import { createNode, fitsDomain, say, typedLiteral } from './context.ts'
import { pickLabel, plainAmount, timeText, valueText } from './value-text.ts'

/** The schema.org properties that can point to a property-value pair, best first. */
const links = ['additionalProperty', 'valueReference'].map((name) => SCHEMA + name)

/**
 * Says a fact that has no schema.org term of its own: as a `PropertyValue` where the node may have one, else as a
 * `Statement` about the node, in words.
 */
export function describeFact(subject: SchemaNode, fact: Fact, context: SchemaContext): Quad[] {
  if (fact.snak.snakType !== 'value') return []
  const link = links.find((term) => fitsDomain(term, subject.classes, context.terms))
  return link === undefined
    ? writeSentence(subject, fact, context)
    : writePropertyValue(subject, { ...fact, snak: fact.snak }, link, context)
}

/** Writes a `PropertyValue` that a term of the subject points to, its qualifiers as value references. */
export function writePropertyValue(
  subject: SchemaNode,
  { snak, qualifiers, iri }: Fact & { readonly snak: ValueSnak },
  term: string,
  context: SchemaContext,
): Quad[] {
  const { node, quads } = createNode(`${iri}-property`, 'PropertyValue', context)
  const { factory } = context
  return [
    say(subject, term, node.iri, context),
    ...quads,
    say(node, `${SCHEMA}propertyID`, factory.literal(snak.property), context),
    ...propertyNames(node, snak.property, context),
    ...writeAmount(node, snak, context),
    ...qualifiers.flatMap((qualifier, index) =>
      describeFact(node, { snak: qualifier, qualifiers: [], iri: `${iri}-${index + 1}` }, context),
    ),
  ]
}

/** Says the value of a snak on a node of class PropertyValue or QuantitativeValue, with its unit and bounds. */
export function writeAmount(
  node: SchemaNode,
  { value }: ValueSnak,
  context: SchemaContext,
): Quad[] {
  const { factory, ontology } = context
  const tell = (name: string, object: Quad['object']) => say(node, SCHEMA + name, object, context)
  if (value.type === 'time') {
    return [tell('value', factory.literal(timeText(value)))]
  }
  if (value.type !== 'quantity')
    return valueTexts(value, context).map((text) => tell('value', text))
  const unit = value.unit === undefined ? undefined : ontology.findUnit(value.unit)
  const [symbol] = unit?.symbols ?? []
  return [
    tell('value', numberLiteral(value.amount, context)),
    ...(value.bounds ? [tell('minValue', numberLiteral(value.bounds.lower, context))] : []),
    ...(value.bounds ? [tell('maxValue', numberLiteral(value.bounds.upper, context))] : []),
    ...(unit?.unitCode === undefined ? [] : [tell('unitCode', factory.literal(unit.unitCode))]),
    ...(symbol === undefined ? [] : [tell('unitText', factory.literal(symbol))]),
  ]
}

/** Names a node by the labels of a property. */
export function propertyNames(node: SchemaNode, property: string, context: SchemaContext): Quad[] {
  const labels = context.ontology.findProperty(property)?.labels ?? new Map<string, string>()
  return context.languages.flatMap((language) => {
    const label = labels.get(language)
    if (label === undefined) return []
    return say(node, `${SCHEMA}name`, context.factory.literal(label, language), context)
  })
}

/** Texts of a value: one for each language where they differ by language, else one without. */
function valueTexts(value: ValueSnak['value'], context: SchemaContext) {
  const { factory, languages } = context
  if (value.type === 'monolingualtext') return [factory.literal(value.text, value.language)]
  if (value.type !== 'entityid') return [factory.literal(valueText(value, '', context))]
  return languages.map((language) => factory.literal(valueText(value, language, context), language))
}

/** Writes an amount as an exact number: an integer or a decimal, never a float. */
function numberLiteral(amount: string, context: SchemaContext) {
  const plain = plainAmount(amount)
  return typedLiteral(plain, /^-?\d+$/.test(plain) ? 'integer' : 'decimal', context)
}

function writeSentence(subject: SchemaNode, fact: Fact, context: SchemaContext): Quad[] {
  const { node, quads } = createNode(`${fact.iri}-statement`, 'Statement', context)
  const sentences = context.languages.map((language) =>
    context.factory.literal(sentence(fact, language, context), language),
  )
  return [
    say(subject, `${SCHEMA}subjectOf`, node.iri, context),
    ...quads,
    say(node, `${SCHEMA}about`, subject.iri, context),
    ...sentences.map((text) => say(node, `${SCHEMA}text`, text, context)),
  ]
}

function sentence({ snak, qualifiers }: Fact, language: string, context: SchemaContext): string {
  const parts = qualifiers
    .map((qualifier) => snakText(qualifier, language, context))
    .filter(Boolean)
  const main = snakText(snak, language, context)
  return parts.length === 0 ? main : `${main} (${parts.join(', ')})`
}

function snakText(snak: Snak, language: string, context: SchemaContext): string {
  if (snak.snakType !== 'value') return ''
  const labels = context.ontology.findProperty(snak.property)?.labels
  const label = (labels && pickLabel(labels, language)) ?? snak.property
  return `${label}: ${valueText(snak.value, language, context)}`
}
