import type { Literal, Quad, Term } from '@rdfjs/types'
import type { SchemaTerms } from '../../rdf/index.ts'
import { SCHEMA } from '../terms.ts'
import { isRoleOf } from './domain.ts'
import { type Finding, listNames, nameOf } from './finding.ts'
import type { GraphIndex } from './graph-index.ts'
import { literalTypesOf } from './literal-types.ts'
import { judgeMissing } from './term-rules.ts'

const THING = `${SCHEMA}Thing`

interface Expected {
  readonly property: string
  readonly ranges: readonly string[]
  readonly terms: SchemaTerms
}

/**
 * Judges whether a value is what its property takes. Stricter than schema.org's "some data is better than none":
 * a text does not stand for a thing, nor an IRI for a text unless URL is expected as well.
 *
 * @see https://schema.org/docs/datamodel.html
 */
export function judgeRange(
  { predicate, object }: Quad,
  property: string,
  terms: SchemaTerms,
  graph: GraphIndex,
): Finding | undefined {
  const ranges = terms.rangesOf(property)
  if (ranges.length === 0) return undefined
  const expected = { property, ranges, terms }
  if (object.termType === 'Literal') return judgeLiteral(object, expected)
  if (isRoleOf(object, predicate.value, graph)) return undefined
  return judgeNode(object, expected, graph)
}

function judgeLiteral(literal: Literal, expected: Expected): Finding | undefined {
  const { types, wellFormed } = literalTypesOf(literal)
  const fits = types.some((type) => fitsDataType(type, expected))
  if (fits && wellFormed) return undefined
  if (fits) {
    const name = listNames(types, 'or')
    const message = `"${shorten(literal.value)}" is no valid ${name}`
    return { rule: 'invalid-literal', place: 'value', message }
  }
  const datatype = literal.language ? `in ${literal.language}` : nameOf(literal.datatype.value)
  return wrongRange(expected, `the literal "${shorten(literal.value)}" (${datatype})`)
}

/** A URL is a Text, an Integer a Number; but that a Duration is a Thing does not let texts stand for things. */
function fitsDataType(type: string, { ranges, terms }: Expected): boolean {
  const above = [...terms.superclassesOf(type)].filter(
    (iri) => !terms.superclassesOf(iri).has(THING),
  )
  return ranges.some((range) => above.includes(range) || range === type)
}

function judgeNode(node: Term, expected: Expected, graph: GraphIndex): Finding | undefined {
  const { ranges, terms } = expected
  const classes = graph.classesOf(node)
  if (ranges.some((range) => classes.has(range))) return undefined
  if (node.termType === 'NamedNode') {
    if (ranges.includes(`${SCHEMA}URL`)) return undefined
    if (ranges.includes(`${SCHEMA}Property`) && terms.isProperty(node.value)) return undefined
    if (ranges.includes(`${SCHEMA}Class`) && terms.isClass(node.value)) return undefined
    if (/^https?:\/\/schema\.org\/\w/.test(node.value) && !terms.has(node.value))
      return judgeMissing(node.value, 'term', 'value', terms)
  }
  if (!ranges.some((range) => terms.superclassesOf(range).has(THING)))
    return wrongRange(expected, 'a node')
  const declared = graph.declaredClassesOf(node)
  if (declared.length > 0) return wrongRange(expected, `a ${listNames(declared, 'and')}`)
  const wanted = listNames(ranges, 'or')
  const message = `"${nameOf(expected.property)}" takes ${wanted}; this value has no class here`
  return { rule: 'untyped-node', place: 'value', message }
}

/** Messages are one line; the value is beside them in full. */
const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

const wrongRange = ({ property, ranges }: Expected, found: string): Finding => ({
  rule: 'wrong-range',
  place: 'value',
  message: `"${nameOf(property)}" takes ${listNames(ranges, 'or')}, not ${found}`,
})
