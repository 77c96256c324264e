import { pickLabel } from '../../rdf/index.ts'
import type { Snak, Value, ValueOf, ValueType } from '../../statements/index.ts'
import type { SiteVersion } from '../context.ts'
import { perVersion, siteIndex } from '../documents/site-index.ts'
import type { Catalogue, CatalogueProperty } from './catalogue.ts'
import { collatorOf } from './collator.ts'
import { getLatest } from './latest.ts'
import { sortInSlices, visitInSlices } from './slices.ts'

/** A value of a property, and the entities that have it. */
export interface PropertyValue {
  /** Tells it from the other values of the property. */
  readonly key: string
  readonly snak: Snak
  /** Positions of the entities, each once. */
  readonly holders: readonly number[]
}

/** How many lists of values are kept for each version. */
const KEPT = 8

const listsOf = perVersion(() => new Map<string, Promise<readonly PropertyValue[]>>())

/** What values are listed of. */
export interface ValuesRequest {
  readonly version: SiteVersion
  readonly catalogue: Catalogue
  readonly property: CatalogueProperty
  /** Of the labels that entities are sorted by. */
  readonly language: string
}

/** Lists the values that a property has, in the order that their type is read in; built while others are answered. */
export function propertyValues(request: ValuesRequest): Promise<readonly PropertyValue[]> {
  const { version, language, property } = request
  const key = `${language} ${property.key}`
  return getLatest(listsOf(version), key, () => buildValues(request), KEPT)
}

async function buildValues(request: ValuesRequest): Promise<readonly PropertyValue[]> {
  const { property, catalogue } = request
  const values = new Map<string, PropertyValue & { readonly holders: number[] }>()
  await visitInSlices(property.holders, (position) => {
    for (const { mainSnak, rank } of catalogue.entities[position]?.statements ?? []) {
      if (mainSnak.property !== property.iri || rank === 'deprecated') continue
      const key = keyOf(mainSnak)
      const known = values.get(key)
      if (!known) values.set(key, { key, snak: mainSnak, holders: [position] })
      else if (known.holders.at(-1) !== position) known.holders.push(position)
    }
  })
  const keyed: { readonly value: PropertyValue; readonly order: Order }[] = []
  await visitInSlices(values.values(), (value) => {
    keyed.push({ value, order: orderOf(value, request) })
  })
  const compareTexts = collatorOf(request.language)
  const sorted = await sortInSlices(keyed, (a, b) => compareOrders(a.order, b.order, compareTexts))
  return sorted.map(({ value }) => value)
}

const keyOf = (snak: Snak): string =>
  snak.snakType === 'value' ? valueKey(snak.value) : `${snak.snakType}:`

function valueKey(value: Value): string {
  const write = valueKeys[value.type] as (value: Value) => string
  return write(value)
}

const valueKeys = {
  string: ({ value }) => value,
  monolingualtext: ({ text, language }) => `${language}:${text}`,
  entityid: ({ iri }) => iri,
  quantity: ({ amount, unit = '', bounds }) =>
    [amount, unit, ...(bounds ? [bounds.lower, bounds.upper] : [])].join(' '),
  time: ({ time, precision, calendar }) =>
    `${time}/${precision}${calendar === 'julian' ? 'J' : ''}`,
  globecoordinate: ({ latitude, longitude, globe }) => `${latitude} ${longitude} ${globe}`,
} satisfies { [T in ValueType]: (value: ValueOf<T>) => string }

/** What a value is sorted by, one after the other. */
type Order = readonly (number | string)[]

/** Unknown and missing values come last. */
function orderOf({ snak, holders }: PropertyValue, request: ValuesRequest): Order {
  if (snak.snakType !== 'value') return [1, snak.snakType]
  const write = orders[snak.value.type] as (value: Value, of: Sorting) => Order
  return [0, ...write(snak.value, { holders, request })]
}

interface Sorting {
  readonly holders: readonly number[]
  readonly request: ValuesRequest
}

const orders = {
  string: ({ value }) => [value],
  monolingualtext: ({ text }) => [text],
  entityid: ({ iri }, { holders, request: { version, language } }) => [
    -holders.length,
    pickLabel(siteIndex(version).labelsOf(iri) ?? new Map(), language) ?? iri,
  ],
  quantity: ({ amount, unit = '' }) => [unit, Number(amount), amount],
  time: ({ time, precision }) => [...timeOrder(time), precision],
  globecoordinate: (_, { holders, request: { catalogue, language } }) => {
    const first = catalogue.entities[holders[0] ?? 0]
    return [(first && pickLabel(first.labels, language)) ?? first?.id ?? '']
  },
} satisfies { [T in ValueType]: (value: ValueOf<T>, of: Sorting) => Order }

function timeOrder(time: string): number[] {
  const [, sign, year, month, day] = /^([+-])(\d+)-(\d\d)-(\d\d)/.exec(time) ?? []
  return [Number(`${sign ?? ''}${year ?? ''}`), Number(month), Number(day)]
}

function compareOrders(a: Order, b: Order, compareTexts: (a: string, b: string) => number): number {
  for (const [at, left] of a.entries()) {
    const right = b[at] ?? 0
    const difference =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : compareTexts(String(left), String(right))
    if (difference !== 0 && !Number.isNaN(difference)) return difference
  }
  return 0
}
