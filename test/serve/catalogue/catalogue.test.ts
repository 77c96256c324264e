import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import { catalogueOf, classMembers, propertyValues } from '../../../src/serve/catalogue/index.ts'
import type { Entity } from '../../../src/statements/index.ts'
import { entityOf, entitySnak, smallBase, versionOf } from '../support/small-site.ts'

const CAR_FACTORY = 'Q41793764'
const kind = (id: string) => ['P31', entitySnak(id)] as const

async function membersOf(key: string, entities: readonly Entity[], language = 'en') {
  const version = await versionOf(entities)
  const catalogue = await catalogueOf(version)
  const one = catalogue.classes.get(key)
  if (!one) return undefined
  const members = await classMembers({ version, catalogue, one, language })
  strictEqual(members.length, one.count)
  return members.map((position) => entities[position]?.id)
}

async function valuesOf(key: string, entities: readonly Entity[], language = 'en') {
  const version = await versionOf(entities)
  const catalogue = await catalogueOf(version)
  const property = catalogue.properties.get(key)
  if (!property) return undefined
  const values = await propertyValues({ version, catalogue, property, language })
  return values.map(({ snak, holders }) => [
    snak.snakType === 'value' ? (Object.values(snak.value) as unknown[])[1] : snak.snakType,
    holders.length,
  ]) as [unknown, number][] | undefined
}

const string = (value: string) => ({ snakType: 'value', value: { type: 'string', value } }) as const
const amount = (text: string, unit?: string) =>
  ({
    snakType: 'value',
    value: { type: 'quantity', amount: text, ...(unit !== undefined && { unit }) },
  }) as const
const year = (time: string) =>
  ({
    snakType: 'value',
    value: { type: 'time', time: `${time}-00-00T00:00:00Z`, precision: 9, calendar: 'gregorian' },
  }) as const

describe('the catalogue', () => {
  it('counts statements and sources once', async () => {
    const snak = { ...string('https://source.example/'), property: '', datatype: 'url' } as const
    const property = 'http://www.wikidata.org/entity/P854'
    const references = [{ id: 'r', snaks: [{ ...snak, property }] }]
    const entity = entityOf('a', { statements: [kind(CAR_FACTORY), ['P281', string('1')]] })
    const statements = entity.statements.map((statement) => ({ ...statement, references }))
    const catalogue = await catalogueOf(await versionOf([{ ...entity, statements }]))
    const { statements: count, references: supported, sources } = catalogue
    deepStrictEqual([count, supported, sources], [2, 2, 1])
    deepStrictEqual(catalogue.otherUses.get(property), { qualifiers: 0, references: 2 })
  })

  it('lists the entities of a class and of those below it, each once', async () => {
    const both = entityOf('both', { statements: [kind(CAR_FACTORY), kind('Q83405')] })
    const below = entityOf('below', { statements: [kind(CAR_FACTORY)] })
    deepStrictEqual(await membersOf('factory', [both, below]), ['below', 'both'])
    deepStrictEqual(await membersOf('car-factory', [both, below]), ['below', 'both'])
    deepStrictEqual(await membersOf('engine-plant', [both, below]), [])
  })

  it('sorts as the language does', async () => {
    const names = ['zèbre', 'Éclair', 'eclat', 'Usine 10', 'usine 9', 'øre']
    const entities = names.map((fr, at) =>
      entityOf(String(at), { labels: { fr }, statements: [kind(CAR_FACTORY)] }),
    )
    const sorted = (await membersOf('factory', entities, 'fr'))?.map((id) => names[Number(id)])
    deepStrictEqual(sorted, ['Éclair', 'eclat', 'øre', 'usine 9', 'Usine 10', 'zèbre'])
  })

  it('knows classes and properties that only statements name', async () => {
    const thing = entityOf('thing', { statements: [kind('Q99'), ['P99999', string('x')]] })
    deepStrictEqual(await membersOf('Q99', [thing]), ['thing'])
    deepStrictEqual(await valuesOf('P99999', [thing]), [['x', 1]])
  })

  it('takes classes below others from statements, in rings too', async () => {
    const iri = (id: string) => `${smallBase}entity/${id}`
    const above = (id: string) => ['P279', entitySnak(iri(id))] as const
    const a = entityOf('a', { statements: [above('b')] })
    const b = entityOf('b', { statements: [above('a')] })
    const thing = entityOf('thing', { statements: [kind(iri('a'))] })
    deepStrictEqual(await membersOf('a', [a, b, thing]), ['thing'])
    deepStrictEqual(await membersOf('b', [a, b, thing]), ['thing'])
  })

  it('gives a class its own name where an entity has that of the ontology', async () => {
    const factory = entityOf('factory', { labels: { en: 'a factory' } })
    const thing = entityOf('thing', { statements: [kind(factory.iri)] })
    deepStrictEqual(await membersOf(factory.iri, [factory, thing]), ['thing'])
    deepStrictEqual(await membersOf('factory', [factory, thing]), [])
  })

  it('leaves out what is deprecated', async () => {
    const wrong = entityOf('wrong', {
      statements: [
        ['P31', entitySnak(CAR_FACTORY), 'deprecated'],
        ['P281', string('1'), 'deprecated'],
      ],
    })
    deepStrictEqual(await membersOf('factory', [wrong]), [])
    strictEqual(await valuesOf('postalCode', [wrong]), undefined)
  })

  it('lists amounts by size, times by date, texts as people sort them, unknown values last', async () => {
    const having = (property: string, snaks: readonly Parameters<typeof ofSnak>[1][]) =>
      snaks.map((snak, at) => ofSnak(at, snak, property))
    const ofSnak = (
      at: number,
      snak:
        | ReturnType<typeof string>
        | ReturnType<typeof amount>
        | ReturnType<typeof year>
        | { snakType: 'somevalue' },
      property: string,
    ) => entityOf(String(at), { statements: [[property, snak]] })
    const order = async (key: string, entities: readonly Entity[]) =>
      (await valuesOf(key, entities))?.map(([value]) => value)
    deepStrictEqual(
      await order(
        'employees',
        having('P1128', [amount('+100'), amount('+20'), { snakType: 'somevalue' }, amount('-3.5')]),
      ),
      ['-3.5', '+20', '+100', 'somevalue'],
    )
    deepStrictEqual(
      await order('inception', having('P571', [year('+1952'), year('-0300'), year('+0090')])),
      ['-0300', '+0090', '+1952'].map((text) => `${text}-00-00T00:00:00Z`),
    )
    deepStrictEqual(
      await order(
        'postalCode',
        having('P281', [string('b10'), string('É'), string('b9'), string('f')]),
      ),
      ['b9', 'b10', 'É', 'f'],
    )
  })

  it('lists entities that are values by how many have them', async () => {
    const entities = ['Q1', 'Q2', 'Q2', 'Q3', 'Q2', 'Q3'].map((id, at) =>
      entityOf(String(at), { statements: [['P17', entitySnak(id)]] }),
    )
    deepStrictEqual(
      await valuesOf('country', entities),
      [
        ['Q2', 3],
        ['Q3', 2],
        ['Q1', 1],
      ].map(([id, count]) => [`http://www.wikidata.org/entity/${id}`, count]),
    )
  })
})
