import type { DataFactory, Quad, Term } from '@rdfjs/types'
import { loadSchemaTerms, type SchemaTerms } from '../../rdf/index.ts'
import { predicatePath } from '../path.ts'
import { buildReport, type Report, type Result, severityIris } from '../report.ts'
import { rdf } from '../terms.ts'
import { judgeDomain } from './domain.ts'
import type { Finding } from './finding.ts'
import { type GraphIndex, indexGraph } from './graph-index.ts'
import { judgeRange } from './range.ts'
import { rules } from './rules.ts'
import { adviseTerms, findProperty, judgeClass, judgePredicate } from './term-rules.ts'

/**
 * Checks a graph against schema.org's own vocabulary: unknown terms, properties outside their domain, values outside
 * the range. Advice, which is no error, names superseded and pending terms and nodes that cannot be judged.
 *
 * @see https://schema.org/docs/datamodel.html
 */
export async function checkSchemaOrg(quads: Iterable<Quad>, factory: DataFactory): Promise<Report> {
  const terms = await loadSchemaTerms(factory)
  const all = [...quads]
  const graph = indexGraph(all, terms)
  const results = new Map<string, Result>()
  for (const quad of all) {
    for (const finding of judgeQuad(quad, terms, graph)) {
      const result = toResult(finding, quad.subject, factory, quad)
      results.set(keyOf(result), result)
    }
  }
  const advice = adviseTerms(all, terms).map(({ term, finding }) =>
    toResult(finding, factory.namedNode(term), factory),
  )
  return buildReport([...results.values(), ...advice])
}

function judgeQuad(quad: Quad, terms: SchemaTerms, graph: GraphIndex): Finding[] {
  const present = (finding: Finding | undefined) => (finding ? [finding] : [])
  if (quad.predicate.value === rdf.type) return present(judgeClass(quad, terms))
  const property = findProperty(quad.predicate.value, terms)
  if (property === undefined) return [judgePredicate(quad, terms)]
  return [
    ...present(judgeDomain(quad, property, terms, graph)),
    ...present(judgeRange(quad, property, terms, graph)),
  ]
}

function toResult(
  { rule, place, message }: Finding,
  focusNode: Term,
  factory: DataFactory,
  quad?: Quad,
): Result {
  const { severity, component } = rules[rule]
  return {
    check: 'schema.org',
    severity,
    severityIri: severityIris[severity],
    focusNode,
    ...(quad && place !== 'node' && { path: predicatePath(quad.predicate.value) }),
    ...(quad && place === 'value' && { value: quad.object }),
    message,
    messages: [factory.literal(message, 'en')],
    rule,
    constraintComponent: component,
    sourceConstraints: [],
  }
}

/** What is wrong with a node or property is said once, however many values it has. */
const keyOf = ({ focusNode, path, value, message }: Result): string =>
  JSON.stringify([focusNode.termType, focusNode.value, path, value, message])
