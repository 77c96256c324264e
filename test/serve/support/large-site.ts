import type { SiteVersion } from '../../../src/serve/context.ts'
import type { Entity, Value } from '../../../src/statements/index.ts'
import { WIKIDATA_ENTITY } from '../../../src/vocabulary.ts'
import { entityOf, entitySnak, versionOf } from './small-site.ts'

const syllables =
  'ra no fli du mo pel cor vi gny bou lo gne tou len sé mar quai ber ti gre an ou est val che ville sur ais'.split(
    ' ',
  )

/** A version of a site with many entities, the same in every run. */
export function largeVersion(count: number): Promise<SiteVersion> {
  const random = createRandom()
  const words = Array.from({ length: Math.min(30_000, count) }, () => makeWord(random))
  return versionOf(Array.from({ length: count }, (_, at) => makeEntity(at, words, random)))
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

/** A class of the ontology, and one that only the facts know. */
const CAR_FACTORY = 'Q41793764'
const UNKNOWN = 'Q99999999'

function makeEntity(at: number, words: readonly string[], random: Random): Entity {
  const word = (): string => words[random(words.length)] ?? ''
  const value = (one: Value) => ({ snakType: 'value', value: one }) as const
  return entityOf(`thing-${at}`, {
    labels: { en: `Factory of ${word()} ${word()}`, fr: `Usine de ${word()} ${at}` },
    aliases: { en: [`${word()} works`] },
    statements: [
      ['P31', entitySnak(random(10) === 0 ? UNKNOWN : CAR_FACTORY)],
      ['P1128', value({ type: 'quantity', amount: `+${random(50_000)}` })],
      [
        'P571',
        value({
          type: 'time',
          time: `+${1800 + random(220)}-00-00T00:00:00Z`,
          precision: 9,
          calendar: 'gregorian',
        }),
      ],
      [
        'P625',
        value({
          type: 'globecoordinate',
          latitude: random(140_000) / 1000 - 60,
          longitude: random(360_000) / 1000 - 180,
          precision: 0.001,
          globe: `${WIKIDATA_ENTITY}Q2`,
        }),
      ],
      ['P17', entitySnak(`Q${100 + random(60)}`)],
      ['P281', value({ type: 'string', value: String(10_000 + random(80_000)) })],
    ],
  })
}
