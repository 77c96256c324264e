import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import { loadFlins } from '../support/flins.ts'

const decimal = (amount: string) => `"${amount}"^^xsd:decimal`
const date = (day: string) => `"${day}T00:00:00Z"^^xsd:dateTime`
const year = (property: string, value: number) =>
  `pq:${property} ${date(`${value}-01-01`)} ; pqv:${property} [ wikibase:timePrecision 9 ]`

/** A pattern for a statement with qualifiers, and a reference with section, offsets and digest. */
function says(statement: string, sections: string | string[], ...more: string[]): string {
  const [subject = '', property = '', ...value] = statement.split(' ')
  const prefix = property.startsWith('P') ? '' : 'e'
  const references = [sections].flat().map(
    (section) => `prov:wasDerivedFrom [ pr:P248 :flins-article ; pr:P958 "${section}" ;
      pr:P4092 "5653bd76272ccb8d10d9301b77f6ea5842a3334e11970bb4d07830e1026ac44b" ;
      epr:textStart ?start${section} ; epr:textEnd ?end${section} ]`,
  )
  const parts = [`${prefix}ps:${property} ${value.join(' ')}`, ...references, ...more]
  return `:${subject} ${prefix}p:${property} [ ${parts.join(' ; ')} ] .`
}

const made = (
  model: string,
  start: number,
  end: number,
  sections: string | string[] = 'production',
) => says(`flins P1056 :${model}`, sections, year('P580', start), year('P582', end))

/** Each row of facts.md, by its number, as graph patterns that must all be found. */
const rows: [number, string, string[]][] = [
  [
    1,
    'label and alias',
    [':flins rdfs:label "Flins Renault Factory"@en ; skos:altLabel "Flins factory"@en .'],
  ],
  [
    2,
    'internal name',
    [says('flins P1448 "Pierre Lefaucheux Factory"@en', 'lead', 'pq:P5102 :internal-name')],
  ],
  [3, 'named after', [says('flins P138 :pierre-lefaucheux', 'lead')]],
  [4, 'location by the infobox', [says('flins P276 :flins-town', 'infobox')]],
  [
    5,
    'straddles two towns',
    [says('flins P131 :aubergenville', 'lead'), says('flins P131 :flins-town', 'lead')],
  ],
  [6, 'department', [says('flins P131 :yvelines', 'lead'), ':yvelines owl:sameAs wd:Q12820 .']],
  [7, 'country', [says('flins P17 :france', ['lead', 'infobox']), ':france owl:sameAs wd:Q142 .']],
  [
    8,
    'distance from Paris, approximately',
    [
      says(
        `flins distance ${decimal('+40')}`,
        'lead',
        'pq:P2210 :paris',
        'pq:P1480 wd:Q5727902',
        'epsv:distance [ wikibase:quantityUnit wd:Q828224 ]',
      ),
      ':paris owl:sameAs wd:Q90 .',
    ],
  ],
  [
    9,
    'industry',
    [
      says('flins P452 :automotive-industry', 'infobox'),
      ':automotive-industry owl:sameAs wd:Q190117 .',
    ],
  ],
  [10, 'architect, stated twice', [says('flins P84 :bernard-zehrfuss', ['infobox', 'lead'])]],
  [
    11,
    'area by the infobox',
    [
      says(
        `flins P2046 ${decimal('+232')}`,
        'infobox',
        'psv:P2046 [ wikibase:quantityUnit wd:Q35852 ]',
      ),
    ],
  ],
  [
    12,
    'area by the lead',
    [
      says(
        `flins P2046 ${decimal('+237')}`,
        'lead',
        'psv:P2046 [ wikibase:quantityUnit wd:Q35852 ]',
      ),
    ],
  ],
  [
    13,
    'area of the covered buildings',
    [says(`flins P2046 ${decimal('+67')}`, 'lead', 'pq:P518 :covered-buildings')],
  ],
  [
    14,
    'address',
    [
      says(
        'flins P6375 "Plant of Flins, BP 203, 78410 Aubergenville, France"@en',
        'infobox',
        'pq:P281 "78410"',
        'pq:P2918 "BP 203"',
        'pq:P131 :aubergenville',
      ),
    ],
  ],
  [
    15,
    'opened',
    [says(`flins P1619 ${date('1952-01-01')}`, 'lead', 'psv:P1619 [ wikibase:timePrecision 9 ]')],
  ],
  [
    16,
    'owner and operator',
    [
      says('flins P127 :renault', 'lead'),
      says('flins P137 :renault', 'lead'),
      ':renault owl:sameAs wd:Q6686 .',
    ],
  ],
  [
    17,
    'largest and oldest, at the time of the source',
    [
      says(
        `flins P1352 ${decimal('+1')}`,
        'lead',
        'pq:P1013 :size',
        'pq:P2210 :renault-factories-in-mainland-france',
        'pq:P585 ?then',
      ),
      says(
        `flins P1352 ${decimal('+1')}`,
        'lead',
        'pq:P1013 :age',
        'pq:P828 :closure-of-boulogne-billancourt-factory',
        'pq:P585 ?now',
      ),
    ],
  ],
  [
    18,
    'total produced',
    [
      says(
        `flins P1092 ${decimal('+16850000')}`,
        'lead',
        year('P580', 1952),
        `pq:P582 ${date('2009-07-01')}`,
        'pqv:P582 [ wikibase:timePrecision 10 ]',
      ),
    ],
  ],
  [
    19,
    'employees in 1953',
    [says(`flins P1128 ${decimal('+2100')}`, 'history', year('P585', 1953))],
  ],
  [
    20,
    'employees in 1962',
    [says(`flins P1128 ${decimal('+10600')}`, 'history', year('P585', 1962))],
  ],
  [
    21,
    'decentralisation plan',
    [
      says('flins P361 :decentralisation-plan', 'history'),
      says('decentralisation-plan P3712 :relief-of-billancourt', 'history'),
      says('decentralisation-plan P828 :billancourt-protests', 'history'),
    ],
  ],
  [
    22,
    'incidents of 1968',
    [
      says('flins P793 :incidents-of-1968', 'history', year('P585', 1968)),
      says('incidents-of-1968 P361 :protests-of-1968', 'history'),
    ],
  ],
  [
    23,
    'Clios in 2009',
    [
      says(
        `flins P2197 ${decimal('+125400')}`,
        'history',
        year('P585', 2009),
        'pq:P1056 :renault-clio',
      ),
    ],
  ],
  [24, 'units in 2013', [says(`flins P2197 ${decimal('+129884')}`, 'history', year('P585', 2013))]],
  [
    25,
    'moulded components',
    [
      says('flins P1056 :moulded-components', 'history', 'pq:P1535 :renault, :nissan'),
      ':nissan owl:sameAs wd:Q20165 .',
    ],
  ],
  [
    26,
    'electric model confirmed',
    [
      says(
        'flins P793 :electric-model-confirmation',
        'history',
        `pq:P585 ${date('2009-11-01')}`,
        'pqv:P585 [ wikibase:timePrecision 10 ]',
      ),
      says('electric-model-confirmation P921 :renault-zoe', 'history'),
      says('renault-zoe P144 :zoe-concept', 'history'),
    ],
  ],
  [27, 'batteries', [says('flins P1056 :batteries', 'history', 'pq:P1535 :renault-zoe')]],
  [
    28,
    'products as of 2013',
    ['renault-clio-3', 'renault-clio-4', 'renault-zoe'].map((model) =>
      says(`flins P1056 :${model}`, 'history', year('P585', 2013)),
    ),
  ],
  [29, 'Dauphine', [made('renault-dauphine', 1956, 1967, ['production', 'history'])]],
  [30, 'Renault 5', [made('renault-5', 1972, 1985)]],
  [31, 'Clio', [made('renault-clio', 1990, 2020)]],
  [32, 'Twingo', [made('renault-twingo', 1992, 2021)]],
  [33, 'Zoe', [made('renault-zoe', 2012, 2024)]],
  [34, 'Micra', [made('nissan-micra', 2017, 2022, ['production', 'history'])]],
  [35, 'Frégate, no dates', [says('flins P1056 :renault-fregate', 'lead')]],
  [
    36,
    'first chief executive after the nationalisation',
    [
      says(
        'renault P169 :pierre-lefaucheux',
        'lead',
        'pq:P1545 "1"',
        'pq:P2210 :nationalisation-of-renault',
      ),
      says('pierre-lefaucheux P39 :chief-executive-of-renault', 'lead', 'pq:P1545 "1"'),
      ':pierre-lefaucheux wdt:P31 wd:Q5 .',
    ],
  ],
  [
    37,
    'cause of death',
    [says('pierre-lefaucheux P509 :single-car-accident', 'lead', 'pq:P2283 :renault-fregate')],
  ],
  [
    38,
    'Zehrfuss the architect',
    [
      says('bernard-zehrfuss P106 wd:Q42973', ['lead', 'infobox']),
      ':bernard-zehrfuss wdt:P31 wd:Q5 .',
    ],
  ],
  [
    39,
    'Boulogne-Billancourt: older, closed',
    [
      says('boulogne-billancourt-factory P571 ?unknown', 'lead', year('P1326', 1952)),
      says('boulogne-billancourt-factory P3999 ?closed', 'lead'),
      says('boulogne-billancourt-factory P127 :renault', 'lead'),
    ],
  ],
  [
    40,
    'Bursa in 2009',
    [
      says(
        `bursa-factory P2197 ${decimal('+179495')}`,
        'history',
        year('P585', 2009),
        'pq:P1056 :renault-clio',
      ),
    ],
  ],
  [
    41,
    'each model: class, manufacturer, place',
    [
      ...['dauphine', '5', 'clio', 'twingo', 'zoe'].flatMap((name) => [
        says(`renault-${name} P176 :renault`, 'production'),
        says(`renault-${name} P1071 :flins`, 'production'),
        `:renault-${name} wdt:P31 wd:Q3231690 .`,
      ]),
      says('renault-fregate P176 :renault', 'lead'),
      says('nissan-micra P176 :nissan', 'production'),
      says('nissan-micra P1071 :flins', 'production'),
    ],
  ],
  [
    42,
    'Zoe: electric, the first in volume',
    [
      says('renault-zoe P31 wd:Q13629441', 'history'),
      says('renault-zoe P1552 :first-electric-volume-model', 'history'),
    ],
  ],
  [
    43,
    'the entities with their types',
    [
      'renault wdt:P31 wd:Q786820',
      'nissan wdt:P31 wd:Q786820',
      'yvelines wdt:P31 wd:Q6465',
      'flins-town wdt:P31 ont:town',
      'aubergenville wdt:P31 ont:town',
      'paris wdt:P31 ont:city',
      'france wdt:P31 ont:sovereign-state',
    ].map((pattern) => `:${pattern} .`),
  ],
]

describe('the facts of Flins', () => {
  for (const [row, name, patterns] of rows) {
    it(`hold row ${row}: ${name}`, async () => {
      const { engine } = await loadFlins()
      for (const pattern of patterns) {
        strictEqual(
          await engine.queryBoolean(`ASK { GRAPH graph:wikibase { ${pattern} } }`),
          true,
          pattern,
        )
      }
    })
  }

  it('are walked row by row, none left out', () => {
    deepStrictEqual(
      rows.map(([row]) => row),
      Array.from({ length: 43 }, (_, index) => index + 1),
    )
  })

  it('finds nothing for a qualifier that is wrong', async () => {
    const { engine } = await loadFlins()
    const wrong = made('renault-dauphine', 1956, 1968)
    strictEqual(await engine.queryBoolean(`ASK { GRAPH graph:wikibase { ${wrong} } }`), false)
  })
})
