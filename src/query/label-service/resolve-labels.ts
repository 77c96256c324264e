import type { DataFactory, Quad, Term, Variable } from '@rdfjs/types'
import { WIKIBASE } from '../../vocabulary.ts'
import { isAlgebra, isTerm } from '../algebra.ts'
import type { Algebra, Extend, Single } from '../algebra.ts'
import { listLabelKinds } from './label-kinds.ts'
import { collectVariables } from './variables.ts'

const LABEL_SERVICE = `${WIKIBASE}label`
const LANGUAGE = `${WIKIBASE}language`
const BIGDATA = 'http://www.bigdata.com/'
const AUTO = '[AUTO_LANGUAGE]'

/** How to resolve labels. */
export interface LabelOptions {
  readonly factory: DataFactory
  /** What `[AUTO_LANGUAGE]` stands for, the best language first. */
  readonly languages?: readonly string[] | undefined
}

/**
 * Rewrites SERVICE wikibase:label as what it means: an expression for each variable that it binds. Hints for the
 * optimizer of the Wikidata Query Service, which are written as triples, are taken out.
 *
 * @see https://www.mediawiki.org/wiki/Wikidata_Query_Service/User_Manual#Label_service
 */
export function resolveLabels(algebra: Algebra, options: LabelOptions): Algebra {
  return new LabelResolver(algebra, options).resolve(algebra)
}

/** A variable to bind, and what to bind it to. */
interface Target {
  readonly subject: Term
  readonly variable: Variable
  readonly functionIri: string
}

class LabelResolver {
  readonly #options: LabelOptions
  /** All variables of the query, by which the service knows what it is asked for. */
  readonly #mentioned: ReadonlyMap<string, Variable>

  constructor(algebra: Algebra, options: LabelOptions) {
    this.#options = options
    this.#mentioned = collectVariables(algebra)
  }

  /** Resolves the services of a group and, each on its own, of the groups inside it. */
  resolve(operation: Algebra): Algebra {
    const modifier = modifiers.has(operation.type)
      ? (operation as Partial<Single>).input
      : undefined
    if (modifier) return { ...operation, input: this.resolve(modifier) } as Algebra
    const services: Algebra[] = []
    const group = this.#strip(operation, services)
    return services.reduce((inner, service) => this.#label(inner, service), group)
  }

  /** Takes the services out of a group, down to where other groups begin. */
  #strip(operation: Algebra, services: Algebra[]): Algebra {
    const { type } = operation
    if (isLabelService(operation)) {
      services.push(operation)
      return { type: 'bgp', patterns: [] } as Algebra
    }
    // What other endpoints are asked is theirs to understand.
    if (type === 'service') return operation
    if (type === 'bgp') return withoutHints(operation)
    const entries = Object.entries(operation).map(([key, part]) => {
      const isSame = key === 'input' && spine.has(type)
      return [key, this.#stripPart(part, type, isSame ? services : undefined)]
    })
    return Object.fromEntries(entries) as Algebra
  }

  #stripPart(part: unknown, type: string, services: Algebra[] | undefined): unknown {
    if (Array.isArray(part)) {
      return part.map((item: unknown, index) => {
        // The second input of OPTIONAL and MINUS is a group of its own, but a service alone in it is not.
        const isInside =
          type === 'join' || index === 0 || (type === 'leftjoin' && isLabelService(item))
        return this.#stripPart(item, type, isInside ? services : undefined)
      })
    }
    if (!isAlgebra(part) || isTerm(part)) return part
    return services ? this.#strip(part, services) : this.resolve(part)
  }

  /** Binds what a service is asked for, below the filters of its group. */
  #label(group: Algebra, service: Algebra): Algebra {
    const patterns = listPatterns(service)
    const languages = this.#readLanguages(patterns)
    const targets = this.#listTargets(group, patterns)
    const names = new Set(targets.map(({ variable }) => variable.value))
    return bindBelow(group, names, (inner) =>
      targets.reduce((input, target) => this.#bind(input, target, languages), inner),
    )
  }

  #listTargets(group: Algebra, patterns: readonly Quad[]): readonly Target[] {
    const manual = patterns.flatMap(({ subject, predicate, object }) => {
      const kind = listLabelKinds().find((each) => each.predicate === predicate.value)
      if (!kind || object.termType !== 'Variable') return []
      return [{ subject, variable: object, functionIri: kind.functionIri }]
    })
    return manual.length > 0 ? manual : this.#listNamed(group)
  }

  /** The variables that are named after others: ?xLabel after ?x. */
  #listNamed(group: Algebra): readonly Target[] {
    const bound = collectVariables(group, { onlyBound: true })
    return [...this.#mentioned.values()].flatMap((variable) => {
      if (bound.has(variable.value)) return []
      const kind = listLabelKinds().find(({ suffix }) => variable.value.endsWith(suffix))
      const subject = kind && bound.get(variable.value.slice(0, -kind.suffix.length))
      return subject ? [{ subject, variable, functionIri: kind.functionIri }] : []
    })
  }

  #readLanguages(patterns: readonly Quad[]): string {
    const { languages = [] } = this.#options
    const texts = patterns
      .filter(({ predicate }) => predicate.value === LANGUAGE)
      .flatMap(({ object }) => object.value.split(','))
    const tags = texts.flatMap((text) => (text.trim() === AUTO ? languages : [text.trim()]))
    return (texts.length > 0 ? tags : ['en']).join(',')
  }

  #bind(input: Algebra, { subject, variable, functionIri }: Target, languages: string): Algebra {
    const { factory } = this.#options
    const term = (value: Term) => ({ type: 'expression', subType: 'term', term: value })
    const call = {
      type: 'expression',
      subType: 'named',
      name: factory.namedNode(functionIri),
      args: [term(subject), term(factory.literal(languages))],
    }
    // What the function fails on stays unbound; its errors are none of the query.
    const args = [call]
    const expression = { type: 'expression', subType: 'operator', operator: 'coalesce', args }
    return { type: 'extend', input, variable, expression } as Algebra
  }
}

/** What stands above the pattern of a query. */
const modifiers = new Set([
  'project',
  'distinct',
  'reduced',
  'slice',
  'orderby',
  'group',
  'from',
  'ask',
  'construct',
  'describe',
])
/** What a group is made of. */
const spine = new Set(['join', 'leftjoin', 'minus', 'filter', 'extend'])

function isLabelService(part: unknown): boolean {
  if (!isAlgebra(part) || part.type !== 'service') return false
  return (part as unknown as { readonly name: Term }).name.value === LABEL_SERVICE
}

function listPatterns(service: Algebra): readonly Quad[] {
  const { patterns = [] } = (service as Single).input as { patterns?: readonly Quad[] }
  return patterns
}

function withoutHints(bgp: Algebra): Algebra {
  const { patterns } = bgp as unknown as { readonly patterns: readonly Quad[] }
  const isHint = ({ subject, predicate }: Quad) =>
    subject.value.startsWith(BIGDATA) && predicate.value.startsWith(BIGDATA)
  return { ...bgp, patterns: patterns.filter((pattern) => !isHint(pattern)) } as Algebra
}

/** Puts something around a group, but inside what of it uses the variables named. */
function bindBelow(
  operation: Algebra,
  names: ReadonlySet<string>,
  wrap: (inner: Algebra) => Algebra,
): Algebra {
  const used = operation.type === 'extend' ? (operation as Extend).expression : operation
  const uses = () => [...collectVariables(used).keys()].some((name) => names.has(name))
  const isOutside = operation.type === 'filter' || (operation.type === 'extend' && uses())
  if (!isOutside) return wrap(operation)
  return { ...operation, input: bindBelow((operation as Single).input, names, wrap) } as Algebra
}
