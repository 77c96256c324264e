import { deepStrictEqual, strictEqual, throws } from 'node:assert/strict'
import { parseSavedQuery } from '../../src/query/index.ts'

const models = `# Which models were made here, optionally in a given year?
# More about it.
# param year: year optional - the year of interest
# param factory: entity = flins - id of the entity
# param since: date = 1952-10-02 - a day - any day
SELECT * { ?factory ?p ?year . # param not: here
  ?year ?p $since }
`

describe('parseSavedQuery', () => {
  it('reads the question and the parameters', () => {
    const query = parseSavedQuery('models', models)
    strictEqual(query.question, 'Which models were made here, optionally in a given year?')
    strictEqual(query.text, models)
    strictEqual(query.file, 'models.rq')
    deepStrictEqual(query.parameters, [
      { name: 'year', type: 'year', optional: true, meaning: 'the year of interest' },
      {
        name: 'factory',
        type: 'entity',
        optional: false,
        defaultValue: 'flins',
        meaning: 'id of the entity',
      },
      {
        name: 'since',
        type: 'date',
        optional: false,
        defaultValue: '1952-10-02',
        meaning: 'a day - any day',
      },
    ])
  })

  it('reads a file of Windows with a byte order mark', () => {
    const query = parseSavedQuery('models', `\uFEFF${models.replaceAll('\n', '\r\n')}`)
    strictEqual(query.parameters.length, 3)
    strictEqual(query.question, 'Which models were made here, optionally in a given year?')
  })

  const bad: [string, string, string][] = [
    [
      'no question',
      'SELECT * {}',
      'f.rq:1:1: the first line of a query is its question, as a comment: # Who made what?',
    ],
    [
      'nothing',
      '',
      'f.rq:1:1: the first line of a query is its question, as a comment: # Who made what?',
    ],
    [
      'a parameter first',
      '# param x: year - y\nSELECT ?x {}',
      'f.rq:1:1: the first line of a query is its question, as a comment: # Who made what?',
    ],
    [
      'an unknown type',
      '# Who?\n# param x: yaer - y\nSELECT ?x {}',
      'f.rq:2:1: no parameter has the type "yaer" - did you mean "year"?; known: entity, property, year, date, integer, decimal, string, language, boolean, iri',
    ],
    [
      'no meaning',
      '# Who?\n# param x: year\nSELECT ?x {}',
      'f.rq:2:1: expected # param NAME: TYPE [optional] [= DEFAULT] - meaning',
    ],
    [
      'no type',
      '# Who?\n# param x - y\nSELECT ?x {}',
      'f.rq:2:1: expected # param NAME: TYPE [optional] [= DEFAULT] - meaning',
    ],
    [
      'a parameter twice',
      '# Who?\n# param x: year - y\n# param x: year - y\nSELECT ?x {}',
      'f.rq:3:1: the parameter "x" is declared twice',
    ],
    [
      'a parameter without variable',
      '# Who?\n# param x: year - y\nSELECT ?xy {}',
      'f.rq:2:1: the query has no variable ?x',
    ],
    [
      'a type of the prototype',
      '# Who?\n# param x: constructor - y\nSELECT ?x {}',
      'f.rq:2:1: no parameter has the type "constructor"; known: entity, property, year, date, integer, decimal, string, language, boolean, iri',
    ],
  ]
  for (const [what, text, message] of bad) {
    it(`refuses ${what}`, () => {
      throws(() => parseSavedQuery('f', text), { code: 'ERR_SYNTAX', message })
    })
  }
})
