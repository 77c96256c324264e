import type { Quad, Quad_Object, Term } from '@rdfjs/types'
import { UsineError } from '../../errors.ts'

/** The quads of a view by subject and predicate. */
export class ViewIndex {
  readonly #subjects = new Map<string, Map<string, Quad_Object[]>>()

  constructor(quads: Iterable<Quad>) {
    for (const { subject, predicate, object } of quads) {
      const predicates = getOrMake(
        this.#subjects,
        subject.value,
        () => new Map<string, Quad_Object[]>(),
      )
      const objects = getOrMake(predicates, predicate.value, () => [])
      if (!objects.some((known) => known.equals(object))) objects.push(object)
    }
  }

  subjects(): Iterable<string> {
    return this.#subjects.keys()
  }

  /** What a node says, predicate by predicate, in the order of the quads. */
  entries(
    subject: string,
  ): Iterable<readonly [predicate: string, objects: readonly Quad_Object[]]> {
    return this.#subjects.get(subject)?.entries() ?? []
  }

  objects(subject: string, predicate: string): readonly Quad_Object[] {
    return this.#subjects.get(subject)?.get(predicate) ?? []
  }

  object(subject: string, predicate: string): Quad_Object | undefined {
    return this.objects(subject, predicate)[0]
  }

  /** The one value that a node must have. */
  require(subject: string, predicate: string): Quad_Object {
    const object = this.object(subject, predicate)
    if (!object) throw unreadable(subject, `it has no <${predicate}>`)
    return object
  }

  has(subject: string, predicate: string, iri: string): boolean {
    return this.objects(subject, predicate).some((object) => object.value === iri)
  }
}

function getOrMake<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

/** Makes the error for a view that does not follow the mapping. */
export const unreadable = (iri: string, problem: string): UsineError =>
  new UsineError('ERR_VIEW_UNREADABLE', { iri, problem })

/** What comes after the last slash of an IRI. */
export const localName = ({ value }: Pick<Term, 'value'>): string =>
  value.slice(value.lastIndexOf('/') + 1)
