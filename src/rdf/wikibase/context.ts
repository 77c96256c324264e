import type {
  DataFactory,
  NamedNode,
  Quad,
  Quad_Graph,
  Quad_Object,
  Quad_Subject,
} from '@rdfjs/types'
import { noNormalization } from './normalization.ts'
import type { Normalization } from './normalization.ts'
import type { WikibaseViewOptions } from './options.ts'
import { createPropertyTerms } from './property-terms.ts'
import type { PropertyTerms } from './property-terms.ts'
import { createRepositoryFinder } from './repository.ts'
import type { Repository } from './repository.ts'
import { createSimpleTerms } from './simple-value.ts'
import type { ToSimpleTerm } from './simple-value.ts'
import { createTerms } from './terms.ts'
import type { Terms } from './terms.ts'
import type { DeepValue } from './value-hash.ts'
import { createValueDescriptions } from './value-node.ts'
import type { Description } from './value-node.ts'
import { createValueNames } from './value-names.ts'

/** What is made once and serves all entities: terms, caches and functions bound to the factory. */
export interface ViewContext {
  readonly factory: DataFactory
  readonly graph: Quad_Graph
  readonly terms: Terms
  readonly license: NamedNode
  readonly normalization: Normalization
  readonly propertyTerms: (propertyIri: string) => PropertyTerms
  readonly repositoryOf: (entityIri: string) => Repository
  readonly toSimpleTerm: ToSimpleTerm
  readonly describeValue: (value: DeepValue) => Description
  readonly nameValue: (value: DeepValue) => string
}

const CC0 = 'http://creativecommons.org/publicdomain/zero/1.0/'

/** Prepares to write Wikibase views. */
export function createContext(options: WikibaseViewOptions): ViewContext {
  const { factory, graph, base, normalization = noNormalization, license = CC0 } = options
  const toSimpleTerm = createSimpleTerms(factory)
  return {
    factory,
    graph: graph ?? factory.defaultGraph(),
    terms: createTerms(factory),
    license: factory.namedNode(license),
    normalization,
    propertyTerms: createPropertyTerms(factory),
    repositoryOf: createRepositoryFinder(base),
    toSimpleTerm,
    describeValue: createValueDescriptions(factory, toSimpleTerm),
    nameValue: createValueNames(),
  }
}

/** Collects the quads of one entity; nodes that several snaks share are described once. */
export class QuadCollector {
  readonly quads: Quad[] = []
  readonly #described = new Set<string>()
  readonly #factory: DataFactory
  readonly #graph: Quad_Graph

  constructor({ factory, graph }: ViewContext) {
    this.#factory = factory
    this.#graph = graph
  }

  add(subject: Quad_Subject, predicate: NamedNode, object: Quad_Object): void {
    this.quads.push(this.#factory.quad(subject, predicate, object, this.#graph))
  }

  /** Tells whether a node still has to be described, and remembers that it now is. */
  isNew(iri: string): boolean {
    if (this.#described.has(iri)) return false
    this.#described.add(iri)
    return true
  }
}
