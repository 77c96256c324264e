import type { Datatype } from './datatype.ts'
import type { Origin } from './origin.ts'
import type { Value } from './value.ts'

/** A property together with a value, an unknown value, or no value. `property` is the IRI of the property entity. */
export type Snak = ValueSnak | SomeValueSnak | NoValueSnak

interface PropertySnak {
  readonly property: string
  readonly datatype: Datatype
  /** The SHA-1 that Wikibase gave the snak; only on snaks read from Wikibase JSON. */
  readonly hash?: string
}

export interface ValueSnak extends PropertySnak {
  readonly snakType: 'value'
  readonly value: Value
}

/** There is a value and it is not known which. */
export interface SomeValueSnak extends PropertySnak {
  readonly snakType: 'somevalue'
}

/** There is no value. */
export interface NoValueSnak extends PropertySnak {
  readonly snakType: 'novalue'
}

export type SnakType = Snak['snakType']

export type Rank = 'preferred' | 'normal' | 'deprecated'

/** What supports a statement: snaks that together name one source. `id` is derived from them. */
export interface Reference {
  readonly id: string
  readonly snaks: readonly Snak[]
}

/** A subject (the IRI of an entity), a main snak, and the qualifiers under which it holds. */
export interface Claim {
  readonly subject: string
  readonly mainSnak: Snak
  readonly qualifiers: readonly Snak[]
}

/** A claim together with its rank and references. */
export interface Statement extends Claim {
  /** `{entity id}${GUID}`, as in Wikibase; opaque to all but the code that makes it. */
  readonly id: string
  readonly rank: Rank
  readonly references: readonly Reference[]
  readonly origin?: Origin
}
