import type { Datatype } from './datatype.ts'
import type { Origin } from './origin.ts'
import type { Statement } from './statement.ts'

/** One text for each language code. */
export type Terms = ReadonlyMap<string, string>

/** A page about the entity on another wiki. */
export interface Sitelink {
  /** The wiki's global id, such as `frwiki`. */
  readonly site: string
  readonly title: string
  readonly url?: string
  /** IRIs of badge items. */
  readonly badges: readonly string[]
}

/** The kinds of entity that Wikibase and its extensions have. */
export type EntityType = 'item' | 'property' | 'lexeme' | 'form' | 'sense' | 'mediainfo'

/** What only lexemes, their forms and their senses have; labels are lemmas, representations and glosses. */
export interface Lexical {
  /** Of a lexeme: IRIs of its language and its lexical category. */
  readonly language?: string
  readonly category?: string
  /** Of a form: IRIs of its grammatical features. */
  readonly features?: readonly string[]
  readonly forms?: readonly Entity[]
  readonly senses?: readonly Entity[]
}

/** What statements are about. */
export interface Entity {
  readonly iri: string
  /** The local id: `Q42`, `flins`. */
  readonly id: string
  readonly type: EntityType
  readonly labels: Terms
  readonly descriptions: Terms
  readonly aliases: ReadonlyMap<string, readonly string[]>
  readonly statements: readonly Statement[]
  readonly sitelinks: readonly Sitelink[]
  /** IRIs of the same thing elsewhere; the first is the one to compare with. */
  readonly sameAs: readonly string[]
  /** Of a property: the datatype of its values. */
  readonly datatype?: Datatype
  readonly lexical?: Lexical
  /** The revision that was read, where the source has revisions. */
  readonly revision?: { readonly id?: number; readonly modified?: string }
  /** IRIs of entities that redirect here. */
  readonly redirectsFrom?: readonly string[]
  readonly origin?: Origin
}
