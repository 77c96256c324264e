import { deepStrictEqual } from 'node:assert/strict'
import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { writeWikibaseJson } from '../../../src/export/index.ts'
import { createWikibaseJsonSource } from '../../../src/sources/index.ts'
import type { Entity, Snak, Statement, Value } from '../../../src/statements/index.ts'
import { groupByProperty } from '../../../src/statements/index.ts'
import { emptyOntology } from '../../support/empty-ontology.ts'
import { statementsOf } from '../../support/statements-arbitrary.ts'

const source = createWikibaseJsonSource()
const subject = 'http://www.wikidata.org/entity/Q42'
const lastPart = (iri: string): string => iri.slice(iri.lastIndexOf('/') + 1)

async function read(input: Readable): Promise<Entity[]> {
  const entities: Entity[] = []
  const context = { ontology: emptyOntology, base: 'https://site.example/', file: 'a.json' }
  for await (const item of source.read(input, context)) {
    if (item.kind === 'problem' && item.problem.severity === 'error') {
      throw new Error(item.problem.message)
    }
    if (item.kind === 'entity') entities.push(item.entity)
  }
  return entities
}

/** What was written says nothing of where it was read from. */
const withoutOrigin = (entity: Entity): unknown =>
  JSON.parse(
    JSON.stringify(entity, (key, value: unknown) => {
      if (key === 'origin') return undefined
      return value instanceof Map ? [...(value as Map<string, unknown>)] : value
    }),
  )

const readAgain = async (entities: readonly Entity[]): Promise<unknown[]> => {
  const text = writeWikibaseJson(entities, lastPart)
  return (await read(Readable.from([Buffer.from(text)]))).map(withoutOrigin)
}

/** Wikibase JSON groups what has the same property, and all properties here are Wikidata's. */
const onWikidata = (statements: readonly Statement[]): Statement[] => {
  const isThere = ({ property }: Snak) => property.startsWith('http://www.wikidata.org/')
  const known = (value: Value) => value.type !== 'entityid' || lastPart(value.iri).startsWith('Q')
  const fits = (snak: Snak) => isThere(snak) && (snak.snakType !== 'value' || known(snak.value))
  const group = (snaks: readonly Snak[]) => {
    const kept = snaks.filter(fits)
    const order = [...new Set(kept.map(({ property }) => property))]
    return order.flatMap((property) => kept.filter((snak) => snak.property === property))
  }
  const kept = statements
    .filter(({ mainSnak }) => fits(mainSnak))
    .map((statement) => ({
      ...statement,
      qualifiers: group(statement.qualifiers),
      references: statement.references.map(({ id, snaks }) => ({ id, snaks: group(snaks) })),
    }))
  return [...groupByProperty(kept).values()].flat()
}

describe('writeWikibaseJson', () => {
  it('writes entities that read back as they were', async () => {
    const texts = fc.dictionary(fc.constantFrom('en', 'fr', 'mul'), fc.string({ unit: 'grapheme' }))
    await fc.assert(
      fc.asyncProperty(statementsOf(subject), texts, texts, async (statements, labels, aliases) => {
        const entity: Entity = {
          iri: subject,
          id: 'Q42',
          type: 'item',
          labels: new Map(Object.entries(labels)),
          descriptions: new Map(),
          aliases: new Map(Object.entries(aliases).map(([tag, text]) => [tag, [text, text]])),
          statements: onWikidata(statements),
          sitelinks: [{ site: 'enwiki', title: 'A "title"', badges: [] }],
          sameAs: [],
        }
        deepStrictEqual(await readAgain([entity]), [withoutOrigin(entity)])
      }),
      { numRuns: 60 },
    )
  })

  it('writes the entities of Wikidata so that they read back as they were', async function () {
    const folder = join(import.meta.dirname, '../../../../shared/wikidata/samples')
    if (!existsSync(folder)) this.skip()
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.json') && /[QPL]\d+[^/]*$/.test(file),
    )
    for (const file of files) {
      const entities = await read(createReadStream(join(folder, file)))
      const plain = entities.map((entity) => withoutOrigin(withoutRedirects(entity)))
      deepStrictEqual(await readAgain(entities), plain, file)
    }
  })
})

/** Which entities redirect to this one is not in its JSON. */
const withoutRedirects = (entity: Entity): Entity =>
  Object.fromEntries(
    Object.entries(entity).filter(([key]) => key !== 'redirectsFrom'),
  ) as unknown as Entity
