import { deepEqual, equal } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { normalizeQuantity, readNormalization } from '../../../src/rdf/wikibase/index.ts'
import { phpFloat, wikiUrlDecode, wikiUrlEncode } from '../../../src/rdf/wikibase/php.ts'
import { findSite, findSiteId } from '../../../src/rdf/wikibase/sites.ts'
import { valueHash } from '../../../src/rdf/wikibase/value-hash.ts'
import type { DeepValue } from '../../../src/rdf/wikibase/value-hash.ts'
import type { QuantityValue } from '../../../src/statements/index.ts'

const wd = 'http://www.wikidata.org/entity/'

/** Values of Q42, Q513 and Q1, and the names that Wikidata gives their nodes. */
const hashes: readonly (readonly [DeepValue, string])[] = [
  [
    { type: 'time', time: '+2022-10-09T00:00:00Z', precision: 11, calendar: 'gregorian' },
    '84e385ae74943fd44e81e730da9f0d52',
  ],
  [{ type: 'quantity', amount: '+60' }, '3bbb57bce2998f753db444ac3162397e'],
  [{ type: 'quantity', amount: '+0.70' }, '719d2fd113dba51c3e29f85d3851cb4b'],
  [{ type: 'quantity', amount: '+1.96', unit: `${wd}Q11573` }, 'a75316bb9a036450071a6af49f7907ca'],
  [
    {
      type: 'globecoordinate',
      latitude: 51.56652777777778,
      longitude: -0.14544444444444443,
      precision: 2.777777777777778e-5,
      globe: `${wd}Q2`,
    },
    '12b3879e659a02b6b54b45eb5d03fe47',
  ],
]

describe('valueHash', () => {
  for (const [value, hash] of hashes) {
    it(`names ${JSON.stringify(value)} as Wikidata does`, () => {
      equal(valueHash(value), hash)
    })
  }
})

const floats: readonly (readonly [number, string])[] = [
  [0, '0'],
  [-0, '-0'],
  [1, '1'],
  [0.1, '0.1'],
  [0.0001, '0.0001'],
  [0.00001, '1.0E-5'],
  [1 / 36000, '2.7777777777778E-5'],
  [1 / 3600, '0.00027777777777778'],
  [51.56652777777778, '51.566527777778'],
  [-0.14544444444444443, '-0.14544444444444'],
  [100000, '100000'],
  [1e15, '1.0E+15'],
]

describe('phpFloat', () => {
  for (const [value, text] of floats) {
    it(`writes ${value} as ${text}`, () => {
      equal(phpFloat(value), text)
    })
  }
})

describe('wikiUrlEncode', () => {
  it('writes titles as MediaWiki does', () => {
    equal(wikiUrlEncode("Data:New York (état)/a b's.map"), 'Data:New+York+(%C3%A9tat)/a+b%27s.map')
  })

  it('is undone by wikiUrlDecode', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        equal(wikiUrlDecode(wikiUrlEncode(title)), title)
      }),
    )
  })
})

const quantities: readonly (readonly [QuantityValue, string, QuantityValue])[] = [
  [
    { type: 'quantity', amount: '+40008', unit: `${wd}Q828224` },
    '1000',
    { type: 'quantity', amount: '+40008000', unit: `${wd}Q11573` },
  ],
  [
    { type: 'quantity', amount: '+22.778', unit: `${wd}Q35852` },
    '10000',
    // As many decimals as both factors have together: this is what Wikibase's decimal library gives.
    { type: 'quantity', amount: '+227780.000', unit: `${wd}Q11573` },
  ],
  [
    {
      type: 'quantity',
      amount: '+237',
      bounds: { lower: '+236.5', upper: '+237.5' },
      unit: `${wd}Q35852`,
    },
    '10000',
    {
      type: 'quantity',
      amount: '+2370000',
      bounds: { lower: '+2365000', upper: '+2375000' },
      unit: `${wd}Q11573`,
    },
  ],
  [
    { type: 'quantity', amount: '-0', unit: `${wd}Q828224` },
    '1000',
    { type: 'quantity', amount: '+0', unit: `${wd}Q11573` },
  ],
]

describe('normalizeQuantity', () => {
  for (const [quantity, factor, expected] of quantities) {
    it(`converts ${quantity.amount} by ${factor} without floats`, () => {
      deepEqual(normalizeQuantity(quantity, { factor, unit: `${wd}Q11573` }), expected)
    })
  }

  it('leaves what is in the standard unit as it is', () => {
    const quantity = { type: 'quantity', amount: '+1.960', unit: `${wd}Q11573` } as const
    equal(normalizeQuantity(quantity, { factor: '1', unit: `${wd}Q11573` }), quantity)
  })
})

describe('readNormalization', () => {
  const root = join(import.meta.dirname, '..', '..', '..')
  const file = readFileSync(join(root, 'ontology', 'normalization.ttl'), 'utf8')
  const normalization = readNormalization(file)

  it('reads formatter URIs', () => {
    equal(normalization.formatterUri(`${wd}P214`), 'http://viaf.org/viaf/$1')
    equal(normalization.formatterUri(`${wd}P31`), undefined)
  })

  it('reads units and what they convert to', () => {
    deepEqual(normalization.conversion(`${wd}Q35852`), { factor: '10000', unit: `${wd}Q25343` })
    deepEqual(normalization.conversion(`${wd}Q25343`), { factor: '1', unit: `${wd}Q25343` })
    equal(normalization.conversion(`${wd}Q42`), undefined)
  })
})

const sites: readonly (readonly [string, string, string, string])[] = [
  ['frwiki', 'https://fr.wikipedia.org/', 'fr', 'wikipedia'],
  ['simplewikiquote', 'https://simple.wikiquote.org/', 'en-simple', 'wikiquote'],
  ['be_x_oldwiki', 'https://be-tarask.wikipedia.org/', 'be-tarask', 'wikipedia'],
  ['zh_min_nanwiki', 'https://zh-min-nan.wikipedia.org/', 'nan', 'wikipedia'],
  ['nowikinews', 'https://no.wikinews.org/', 'nb', 'wikinews'],
  ['commonswiki', 'https://commons.wikimedia.org/', 'en', 'commons'],
]

describe('findSite', () => {
  for (const [id, iri, language, group] of sites) {
    it(`knows ${id}, also by its IRI`, () => {
      deepEqual(findSite(id), { iri, language, group })
      equal(findSiteId(iri), id)
    })
  }

  it('knows no other wikis', () => {
    for (const id of ['wiki', '__proto__', 'constructor', 'toString', 'fr wiki', '']) {
      equal(findSite(id), undefined)
    }
  })
})
