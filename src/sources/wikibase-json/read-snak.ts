import { defaultDatatype, isDatatype, valueTypeOf } from '../../statements/index.ts'
import type { Datatype, Snak, ValueType } from '../../statements/index.ts'
import type { Ontology } from '../../rdf/ontology/ontology.ts'
import type { IdReader } from './entity-id.ts'
import { readValue } from './read-value.ts'
import { toObject } from './shape.ts'
import type { JsonObject } from './shape.ts'
import { unexpected } from './unreadable.ts'

/** What reading the snaks of one entity needs. */
export interface SnakContext {
  readonly ids: IdReader
  readonly ontology: Ontology
  /** The datatypes that the entity's own snaks give, by property id. */
  readonly datatypes: ReadonlyMap<string, string>
  /** Is told of datatypes that are not known. */
  warn(message: string): void
}

/** Reads a snak. */
export function readSnak(json: unknown, context: SnakContext): Snak {
  const snak = toObject(json, 'a snak as an object')
  const property = context.ids.iri(snak.property)
  const hash = typeof snak.hash === 'string' ? { hash: snak.hash } : {}
  switch (snak.snaktype) {
    case 'value': {
      const value = readValue(toObject(snak.datavalue, 'a datavalue'), context.ids)
      const datatype = datatypeOf(snak, property, value.type, context)
      return { snakType: 'value', property, datatype, value, ...hash }
    }
    case 'somevalue':
    case 'novalue': {
      const datatype = datatypeOf(snak, property, undefined, context)
      return { snakType: snak.snaktype, property, datatype, ...hash }
    }
    default:
      return unexpected('a snaktype: value, somevalue or novalue', snak.snaktype)
  }
}

/**
 * Finds the datatype of a snak. Old data has none: other snaks of the entity may tell, or the ontology; else it is the
 * plainest that its value can have.
 */
function datatypeOf(
  snak: JsonObject,
  property: string,
  valueType: ValueType | undefined,
  { datatypes, ontology, warn }: SnakContext,
): Datatype {
  const given = snak.datatype ?? datatypes.get(String(snak.property))
  if (typeof given === 'string' && isDatatype(given)) {
    if (valueType !== undefined && valueTypeOf(given) !== valueType) {
      unexpected(`a value of type ${valueTypeOf(given)}, for the datatype is ${given}`, valueType)
    }
    return given
  }
  const assumed =
    ontology.findProperty(property)?.datatype ?? defaultDatatype(valueType ?? 'string')
  if (typeof given === 'string') {
    warn(
      `The datatype "${given}" of ${String(snak.property)} is not known; it is read as ${assumed}`,
    )
  }
  return assumed
}
