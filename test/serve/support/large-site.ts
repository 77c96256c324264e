import { Store } from 'n3'
import { readSite } from '../../../src/sources/index.ts'
import type { Entity, Snak, Statement, Value } from '../../../src/statements/index.ts'
import type { SiteVersion } from '../../../src/serve/context.ts'
import { WIKIDATA_ENTITY } from '../../../src/vocabulary.ts'

const base = 'https://large.example/'
const syllables =
  'ra no fli du mo pel cor vi gny bou lo gne tou len sé mar quai ber ti gre an ou est val che ville sur ais'.split(
    ' ',
  )

/** A version of a site with many entities, the same in every run; it has no graph, only what lists and search need. */
export async function largeVersion(count: number): Promise<SiteVersion> {
  const { site } = await readSite(new URL('../../../', import.meta.url).pathname)
  if (!site) throw new Error('the site of Flins cannot be read')
  const random = createRandom()
  const words = Array.from({ length: Math.min(30_000, count) }, () => makeWord(random))
  const entities = Array.from({ length: count }, (_, at) => makeEntity(at, words, random))
  return {
    site: { ...site, config: { ...site.config, base }, entities },
    base,
    store: new Store() as unknown as SiteVersion['store'],
    prefixes: {},
    queries: new Map(),
    problems: [],
    version: 'large',
    modified: new Date('2026-01-01T00:00:00Z'),
  }
}

type Random = (below: number) => number

/** @see https://en.wikipedia.org/wiki/Linear_congruential_generator */
function createRandom(): Random {
  let state = 42
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const makeWord = (random: Random): string =>
  Array.from({ length: 2 + random(3) }, () => syllables[random(syllables.length)]).join('')

const wikidata = (id: string): string => WIKIDATA_ENTITY + id

/** A class of the ontology, and one that only the facts know. */
const CAR_FACTORY = 'Q41793764'
const UNKNOWN = 'Q99999999'

function makeEntity(at: number, words: readonly string[], random: Random): Entity {
  const id = `thing-${at}`
  const iri = `${base}entity/${id}`
  const word = (): string => words[random(words.length)] ?? ''
  const value = (property: string, one: Value): Statement => makeStatement(iri, property, one)
  return {
    iri,
    id,
    type: 'item',
    labels: new Map([
      ['en', `Factory of ${word()} ${word()}`],
      ['fr', `Usine de ${word()} ${at}`],
    ]),
    descriptions: new Map([['en', `what is made in ${word()}`]]),
    aliases: new Map([['en', [`${word()} works`]]]),
    statements: [
      value('P31', {
        type: 'entityid',
        iri: wikidata(random(10) === 0 ? UNKNOWN : CAR_FACTORY),
      }),
      value('P1128', { type: 'quantity', amount: `+${random(50_000)}` }),
      value('P571', {
        type: 'time',
        time: `+${1800 + random(220)}-00-00T00:00:00Z`,
        precision: 9,
        calendar: 'gregorian',
      }),
      value('P625', {
        type: 'globecoordinate',
        latitude: random(140_000) / 1000 - 60,
        longitude: random(360_000) / 1000 - 180,
        precision: 0.001,
        globe: wikidata('Q2'),
      }),
      value('P17', { type: 'entityid', iri: wikidata(`Q${100 + random(60)}`) }),
      value('P281', { type: 'string', value: String(10_000 + random(80_000)) }),
    ],
    sitelinks: [],
    sameAs: [],
  }
}

const datatypes = {
  entityid: 'wikibase-item',
  quantity: 'quantity',
  time: 'time',
  globecoordinate: 'globe-coordinate',
  string: 'string',
  monolingualtext: 'monolingualtext',
} as const

function makeStatement(subject: string, property: string, value: Value): Statement {
  const iri = wikidata(property)
  const mainSnak: Snak = {
    snakType: 'value',
    property: iri,
    datatype: datatypes[value.type],
    value,
  }
  return {
    id: `${subject}$${property}`,
    subject,
    mainSnak,
    qualifiers: [],
    rank: 'normal',
    references: [],
  }
}
