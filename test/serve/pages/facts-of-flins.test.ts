import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict'
import { readEntityPage } from '../support/read-entity-page.ts'
import type { ReadEntityPage, ReadStatement } from '../support/read-entity-page.ts'
import { useFlins } from '../support/serve-flins.ts'

/** What a reader looks for: the property, the value, what qualifies it, and the sections it comes from. */
interface Fact {
  readonly page?: string
  readonly property: string
  readonly value: string
  readonly qualifiers?: readonly string[]
  readonly sections: readonly string[]
}

const fact = (
  property: string,
  value: string,
  sections: string | readonly string[],
  more: Partial<Fact> = {},
): Fact => ({ property, value, sections: [sections].flat(), ...more })

const made = (model: string, years: string, sections: string | string[] = 'production') =>
  fact('product or material produced', model, sections, { qualifiers: [years] })

const model = (id: string, manufacturer: string, section: string): Fact[] => [
  fact('manufacturer', manufacturer, section, { page: id }),
  fact('location of creation', 'Flins Renault Factory', section, { page: id }),
  fact('instance of', 'car model', section, { page: id }),
]

/** Each row of facts.md, by its number, as it stands on the page of Flins or, from row 36 on, of another entity. */
const rows: readonly (readonly [number, ...Fact[]])[] = [
  [2, fact('official name', 'Pierre Lefaucheux Factory', 'lead', { qualifiers: ['inside'] })],
  [3, fact('named after', 'Pierre Lefaucheux', 'lead')],
  [4, fact('location', 'Flins', 'infobox')],
  [5, fact('located in the administrative territorial entity', 'Aubergenville', 'lead')],
  [6, fact('located in the administrative territorial entity', 'Yvelines', 'lead')],
  [7, fact('country', 'France', ['lead', 'infobox'])],
  [8, fact('distance', 'about 40 km', 'lead', { qualifiers: ['relative to Paris', 'circa'] })],
  [9, fact('industry', 'automotive industry', 'infobox')],
  [10, fact('architect', 'Bernard Zehrfuss', ['infobox', 'lead'])],
  [11, fact('area', '232 ha', 'infobox')],
  [12, fact('area', '237 ha', 'lead')],
  [13, fact('area', '67 ha', 'lead', { qualifiers: ['applies to part covered buildings'] })],
  [
    14,
    fact('street address', 'Plant of Flins, BP 203, 78410 Aubergenville, France', 'infobox', {
      qualifiers: ['78410', 'BP 203', 'Aubergenville'],
    }),
  ],
  [15, fact('date of official opening', '1952', 'lead')],
  [16, fact('owned by', 'Renault', 'lead'), fact('operator', 'Renault', 'lead')],
  [
    17,
    fact('ranking', '1', 'lead', { qualifiers: ['size', 'point in time unknown', 'mainland'] }),
    fact('ranking', '1', 'lead', { qualifiers: ['age', 'closure of the Boulogne-Billancourt'] }),
  ],
  [18, fact('total produced', '16,850,000', 'lead', { qualifiers: ['1952 – July 2009'] })],
  [19, fact('employees', '2,100', 'history', { qualifiers: ['1953'] })],
  [20, fact('employees', '10,600', 'history', { qualifiers: ['1962'] })],
  [
    21,
    fact('part of', 'decentralisation plan of Renault', 'history'),
    fact(
      'has goal',
      'taking the most repetitive and stressful work out of Billancourt',
      'history',
      {
        page: 'decentralisation-plan',
      },
    ),
  ],
  [
    22,
    fact('significant event', 'incidents around the Flins factory in 1968', 'history', {
      qualifiers: ['1968'],
    }),
  ],
  [23, fact('production rate', '125,400', 'history', { qualifiers: ['2009', 'Renault Clio'] })],
  [24, fact('production rate', '129,884', 'history', { qualifiers: ['2013'] })],
  [
    25,
    fact('product or material produced', 'metal and plastic moulded components', 'history', {
      qualifiers: ['Renault', 'Nissan'],
    }),
  ],
  [
    26,
    fact(
      'significant event',
      "confirmation that Flins would build Renault's first electric volume model",
      'history',
      { qualifiers: ['November 2009'] },
    ),
  ],
  [27, fact('product or material produced', 'batteries', 'history')],
  [
    28,
    made('Renault Clio, third generation', '2013', 'history'),
    made('Renault Clio, fourth generation', '2013', 'history'),
    made('Renault Zoe', '2013', 'history'),
  ],
  [29, made('Renault Dauphine', '1956 – 1967', ['production', 'history'])],
  [30, made('Renault 5', '1972 – 1985')],
  [31, made('Renault Clio', '1990 – 2020')],
  [32, made('Renault Twingo', '1992 – 2021')],
  [33, made('Renault Zoe', '2012 – 2024')],
  [34, made('Nissan Micra', '2017 – 2022', ['production', 'history'])],
  [35, fact('product or material produced', 'Renault Frégate', 'lead')],
  [
    36,
    fact('position held', 'chief executive of Renault', 'lead', {
      page: 'pierre-lefaucheux',
      qualifiers: ['1', 'nationalisation'],
    }),
    fact('instance of', 'human', 'lead', { page: 'pierre-lefaucheux' }),
  ],
  [
    37,
    fact('cause of death', 'single-car accident', 'lead', {
      page: 'pierre-lefaucheux',
      qualifiers: ['Renault Frégate'],
    }),
  ],
  [38, fact('occupation', 'architect', ['lead', 'infobox'], { page: 'bernard-zehrfuss' })],
  [
    39,
    fact('owned by', 'Renault', 'lead', { page: 'boulogne-billancourt-factory' }),
    fact('inception', 'unknown', ['lead', 'lead'], {
      page: 'boulogne-billancourt-factory',
      qualifiers: ['1952'],
    }),
    fact('date of official closure', 'unknown', 'lead', { page: 'boulogne-billancourt-factory' }),
  ],
  [
    40,
    fact('production rate', '179,495', 'history', {
      page: 'bursa-factory',
      qualifiers: ['2009', 'Renault Clio'],
    }),
  ],
  [
    41,
    ...model('renault-dauphine', 'Renault', 'production'),
    ...model('renault-5', 'Renault', 'production'),
    ...model('renault-clio', 'Renault', 'production'),
    ...model('renault-twingo', 'Renault', 'production'),
    ...model('renault-zoe', 'Renault', 'production'),
    ...model('nissan-micra', 'Nissan', 'production'),
    ...model('renault-fregate', 'Renault', 'lead'),
  ],
  [
    42,
    fact('instance of', 'electric vehicle', 'history', { page: 'renault-zoe' }),
    fact('has characteristic', "Renault's first electric model made in volume", 'history', {
      page: 'renault-zoe',
    }),
  ],
]

/** The entities of row 43, with their items of Wikidata where those are verified. */
const others: readonly (readonly [page: string, heading: string, item?: string])[] = [
  ['renault', 'Renault', 'Q6686'],
  ['nissan', 'Nissan', 'Q20165'],
  ['france', 'France', 'Q142'],
  ['paris', 'Paris', 'Q90'],
  ['yvelines', 'Yvelines', 'Q12820'],
  ['flins-town', 'Flins'],
  ['aubergenville', 'Aubergenville'],
]

describe('the pages of the Flins site', () => {
  const flins = useFlins()

  async function read(id: string, language = 'en'): Promise<ReadEntityPage> {
    const { statusCode, body } = await flins().inject({ url: `/page/${id}?lang=${language}` })
    strictEqual(statusCode, 200)
    return readEntityPage(body)
  }

  it('row 1: names the factory, and what else it is called', async () => {
    const { heading, text } = await read('flins')
    strictEqual(heading, 'Flins Renault Factory')
    ok(text.includes('Also known as: Flins factory'))
  })

  for (const [number, ...facts] of rows) {
    const [{ value }] = facts as [Fact]
    it(`row ${number}: ${value}`, async () => {
      for (const wanted of facts) {
        const { statements } = await read(wanted.page ?? 'flins')
        const found = statements.find((statement) => isFact(statement, wanted))
        ok(found, JSON.stringify([wanted, statements], undefined, 1))
      }
    })
  }

  it('row 43: has a page for each entity, with a link to Wikidata where its item is known', async () => {
    for (const [id, name, item] of others) {
      const { heading, text, statements } = await read(id)
      strictEqual(heading, name)
      ok(statements.some(({ property }) => property === 'instance of'))
      strictEqual(/\bWikidata (Q\d+)/.exec(text)?.[1], item)
    }
  })

  it('puts both areas together and marks that they disagree, and nothing else', async () => {
    for (const language of ['en', 'fr']) {
      const { statements, text } = await read('flins', language)
      const disputed = statements.filter(({ isDisputed }) => isDisputed)
      deepStrictEqual(
        disputed.map(({ value }) => value),
        ['232 ha', '237 ha'],
      )
      ok(text.includes({ en: 'Sources disagree', fr: 'Les sources divergent' }[language] ?? ''))
    }
  })

  it('is written as people of the language write', async () => {
    const { statements } = await read('flins', 'fr')
    const total = statements.find(({ value }) => value.startsWith('16'))
    strictEqual(total?.value, '16 850 000')
    strictEqual(total.qualifiers, 'Période 1952 – juillet 2009')
  })
})

function isFact(statement: ReadStatement, { property, value, qualifiers = [], sections }: Fact) {
  return (
    statement.property === property &&
    statement.value === value &&
    qualifiers.every((text) => statement.qualifiers.includes(text)) &&
    statement.sources.length === sections.length &&
    sections.every((section) =>
      statement.sources.some((source) =>
        source.includes(
          `encyclopedia article on the Flins Renault Factory, ${section}, characters`,
        ),
      ),
    )
  )
}
