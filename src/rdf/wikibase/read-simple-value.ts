import type { Literal, Term } from '@rdfjs/types'
import type { Datatype, Value } from '../../statements/index.ts'
import { xsd } from '../../vocabulary.ts'
import { wikiUrlDecode } from './php.ts'
import { COMMONS_DATA, COMMONS_FILE } from './simple-value.ts'

/** A value together with the datatype it was read by. */
export interface ReadValue {
  readonly value: Value
  readonly datatype: Datatype
}

/** Tells whether a term stands for an unknown value. */
export const isUnknown = (term: Term): boolean =>
  term.termType === 'BlankNode' || term.value.includes('/.well-known/genid/')

/** Reads a value that is one term; without a datatype, the term tells what it is likely to be. */
export function readSimpleValue(term: Term, datatype: Datatype | undefined): ReadValue | undefined {
  if (term.termType === 'NamedNode')
    return readIri(term.value, datatype ?? inferDatatype(term.value))
  return term.termType === 'Literal' ? readLiteral(term, datatype) : undefined
}

const stringOf = (value: string, datatype: Datatype): ReadValue => ({
  value: { type: 'string', value },
  datatype,
})

function readIri(iri: string, datatype: Datatype): ReadValue {
  switch (datatype) {
    case 'commonsMedia':
      return stringOf(decodeURIComponent(iri.slice(COMMONS_FILE.length)), datatype)
    case 'geo-shape':
    case 'tabular-data':
      return stringOf(wikiUrlDecode(iri.slice(COMMONS_DATA.length)), datatype)
    case 'url':
      return stringOf(iri, datatype)
    default:
      return { value: { type: 'entityid', iri }, datatype }
  }
}

const entityDatatypes: readonly (readonly [RegExp, Datatype])[] = [
  [/\/entity\/P\d+$/, 'wikibase-property'],
  [/\/entity\/L\d+-F\d+$/, 'wikibase-form'],
  [/\/entity\/L\d+-S\d+$/, 'wikibase-sense'],
  [/\/entity\/L\d+$/, 'wikibase-lexeme'],
  [/\/entity\/E\d+$/, 'entity-schema'],
  [/\/entity\/[^/]+$/, 'wikibase-item'],
]

function inferDatatype(iri: string): Datatype {
  if (iri.startsWith(COMMONS_FILE)) return 'commonsMedia'
  if (iri.startsWith(COMMONS_DATA)) return iri.endsWith('.tab') ? 'tabular-data' : 'geo-shape'
  return entityDatatypes.find(([pattern]) => pattern.test(iri))?.[1] ?? 'url'
}

/** Reads a literal; those of quantities, times and coordinates have nodes that say more. */
function readLiteral(
  { value, language, datatype: type }: Literal,
  datatype: Datatype | undefined,
): ReadValue | undefined {
  if (language !== '') {
    return {
      value: { type: 'monolingualtext', text: value, language },
      datatype: 'monolingualtext',
    }
  }
  return type.value === xsd.string ? stringOf(value, datatype ?? 'string') : undefined
}
