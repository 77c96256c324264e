import type { Quad, Term } from '@rdfjs/types'
import { type Store } from 'n3'
import type { Terms } from '../../statements/index.ts'
import type { TermProblem } from './ontology-error.ts'
import type { OntologyTerm } from './ontology.ts'
import { rdfs, skos, WIKIDATA_ENTITY } from '../../vocabulary.ts'

/** Looks up what the ontology says of one term, and notes what is wrong with it. */
export class TermReader {
  readonly iri: string
  readonly #store: Store
  readonly #base: string
  readonly #problems: TermProblem[]

  constructor(iri: string, store: Store, base: string, problems: TermProblem[]) {
    this.iri = iri
    this.#store = store
    this.#base = base
    this.#problems = problems
  }

  /** The local name under the ontology's base. */
  get key(): string {
    return this.keyOf(this.iri)
  }

  keyOf(iri: string): string {
    return iri.startsWith(this.#base) ? iri.slice(this.#base.length) : iri
  }

  report(problem: string): void {
    this.#problems.push({ key: this.key, problem })
  }

  /** Lists the predicates of all that is said of the term. */
  predicates(): string[] {
    return this.#store.getPredicates(this.iri, null, null).map(({ value }) => value)
  }

  /** Lists the values of a predicate, sorted, so that the order of the file does not matter. */
  values(predicate: string): string[] {
    return this.#objects(predicate)
      .map(({ value }) => value)
      .sort()
  }

  /** Lists the values that a predicate has on any of several subjects, in the order of these. */
  valuesOf(subjects: readonly string[], predicate: string): string[] {
    return subjects.flatMap((subject) =>
      this.#store.getQuads(subject, predicate, null, null).map(({ object }: Quad) => object.value),
    )
  }

  /** Lists the keys of own terms that a predicate points to. */
  keys(predicate: string): string[] {
    return this.values(predicate)
      .filter((iri) => iri.startsWith(this.#base))
      .map((iri) => this.keyOf(iri))
  }

  /** Finds the value of a predicate that may have one; two are a problem. */
  value(predicate: string): string | undefined {
    const values = this.values(predicate)
    if (values.length > 1)
      this.report(`has ${values.length} values for <${predicate}>, expected one`)
    return values[0]
  }

  texts(predicate: string): Terms {
    const texts = new Map<string, string>()
    for (const object of this.#objects(predicate)) {
      if (object.termType !== 'Literal' || object.language === '') {
        this.report(`has a value of <${predicate}> without a language: "${object.value}"`)
      } else texts.set(object.language, object.value)
    }
    return new Map([...texts].sort(([a], [b]) => (a < b ? -1 : 1)))
  }

  /** Reads what every term has: key, IRIs, labels, comments. */
  describe(): OntologyTerm {
    const { key, iri } = this
    const labels = this.texts(rdfs.label)
    const comments = this.texts(rdfs.comment)
    if (labels.size === 0) this.report('has no rdfs:label')
    if (comments.size === 0) this.report('has no rdfs:comment')
    const [wikidata] = this.values(skos.exactMatch).filter((match) =>
      match.startsWith(WIKIDATA_ENTITY),
    )
    return { key, iri, entityIri: wikidata ?? iri, labels, comments }
  }

  #objects(predicate: string): Term[] {
    return this.#store.getQuads(this.iri, predicate, null, null).map(({ object }: Quad) => object)
  }
}
