import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import {
  findEntities,
  matchedName,
  searchIndexOf,
  wordsOf,
} from '../../../src/serve/search/index.ts'
import type { Entity } from '../../../src/statements/index.ts'
import { largeVersion } from '../support/large-site.ts'
import { entityOf, versionOf } from '../support/small-site.ts'

const entities = [
  entityOf('flins', {
    labels: { en: 'Flins Renault Factory', fr: 'Usine Renault de Flins' },
    aliases: { en: ['Pierre Lefaucheux Factory'] },
  }),
  entityOf('renault', { labels: { en: 'Renault' } }),
  entityOf('fregate', { labels: { en: 'Renault Frégate' } }),
  entityOf('dauphine', { labels: { en: 'Renault Dauphine' } }),
  entityOf('plan', { labels: { en: 'decentralisation plan of Renault' } }),
  entityOf('oeuvre', { labels: { fr: 'L’Œuvre sociale' } }),
  entityOf('lodz', { labels: { pl: 'Łódź' } }),
  entityOf('strasse', { labels: { de: 'Werkstraße' } }),
  entityOf('tokyo', { labels: { ja: '東京工場' } }),
  entityOf('greek', { labels: { el: 'ΟΔΟΣ' } }),
  entityOf('Q42', {}),
]

async function find(text: string, of: readonly Entity[] = entities) {
  const { best, total, isNearby } = findEntities(text, await searchIndexOf(await versionOf(of)))
  strictEqual(total, best.length)
  return { ids: best.map(({ id }) => id), isNearby }
}

const exact: readonly (readonly [text: string, ids: readonly string[]])[] = [
  ['frégate', ['fregate']],
  ['FREGATE', ['fregate']],
  ['fre\u0301gate', ['fregate']],
  ['freg', ['fregate']],
  ['oeuvre', ['oeuvre']],
  ['ŒUVRE', ['oeuvre']],
  ['lodz', ['lodz']],
  ['werkstrasse', ['strasse']],
  ['lefaucheux', ['flins']],
  ['usine flins', ['flins']],
  ['flins usine', ['flins']],
  ['東京', ['tokyo']],
  ['工場', ['tokyo']],
  ['οδος', ['greek']],
  ['q42', ['Q42']],
  ['renault d', ['dauphine', 'flins', 'plan']],
  ['', []],
  ['  ?!  ', []],
  ['flins dauphine', []],
  ['zzzzzzzz', []],
]

describe('search', () => {
  for (const [text, ids] of exact) {
    it(`finds ${ids.join(', ') || 'nothing'} by "${text}"`, async () => {
      const { ids: found, isNearby } = await find(text)
      deepStrictEqual(found, ids)
      strictEqual(isNearby, false)
    })
  }

  for (const [text, id] of [
    ['fregatte', 'fregate'],
    ['dauphin', 'dauphine'],
    ['dauphnie', 'dauphine'],
    ['renolt', 'renault'],
    ['flnis', 'flins'],
  ] as const) {
    it(`finds ${id} by "${text}", which is written nearly so`, async () => {
      ok((await find(text)).ids.includes(id))
    })
  }

  it('tells what is only nearly so, and prefers what is as it was asked for', async () => {
    strictEqual((await find('renolt')).isNearby, true)
    const two = [
      entityOf('a', { labels: { en: 'Plan' } }),
      entityOf('b', { labels: { en: 'Plans' } }),
    ]
    deepStrictEqual(await find('plan', two), { ids: ['a', 'b'], isNearby: false })
    deepStrictEqual(await find('plam', two), { ids: ['a'], isNearby: true })
  })

  it('puts the label that is asked for whole before those that go on, and labels before aliases', async () => {
    strictEqual((await find('renault')).ids[0], 'renault')
    const two = [
      entityOf('alias', { labels: { en: 'x' }, aliases: { en: ['Billancourt'] } }),
      entityOf('label', { labels: { en: 'Billancourt plant' } }),
    ]
    deepStrictEqual((await find('billancourt', two)).ids, ['label', 'alias'])
  })

  it('puts that of which more is said before its equals', async () => {
    const little = entityOf('little', { labels: { en: 'Same' } })
    const much = entityOf('much', {
      labels: { en: 'Same' },
      statements: [['P281', { snakType: 'novalue' }]],
    })
    deepStrictEqual((await find('same', [little, much])).ids, ['much', 'little'])
  })

  it('finds every entity by each of its names, whatever they hold', async () => {
    const names = fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), {
      minLength: 1,
      maxLength: 20,
    })
    await fc.assert(
      fc.asyncProperty(names, async (texts) => {
        const all = texts.map((mul, at) => entityOf(`e${at}`, { labels: { mul } }))
        const index = await searchIndexOf(await versionOf(all))
        for (const [at, text] of texts.entries()) {
          if (new Set(wordsOf(text)).size > 8 || wordsOf(text).length === 0) continue
          ok(
            findEntities(text, index).best.some(({ id }) => id === `e${at}`),
            text,
          )
        }
      }),
      { numRuns: 50 },
    )
  })

  it('counts all, and tells the best apart', async () => {
    const { total, best } = findEntities('factory', await searchIndexOf(await largeVersion(2000)))
    deepStrictEqual([total, best.length, new Set(best).size], [2000, 300, 300])
  })

  it('names the alias or the other label by which something was found', () => {
    const [flins] = entities
    ok(flins)
    strictEqual(matchedName(flins, 'flins', 'Flins Renault Factory'), undefined)
    deepStrictEqual(matchedName(flins, 'lefau', 'Flins Renault Factory'), {
      text: 'Pierre Lefaucheux Factory',
      language: 'en',
    })
    strictEqual(matchedName(flins, 'usine', 'Flins Renault Factory')?.language, 'fr')
  })
})
