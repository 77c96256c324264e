import { strictEqual, throws } from 'node:assert/strict'
import { findSource, hasSource } from '../../src/sources/index.ts'

const cases: [string, string][] = [
  ['data/flins.yaml', 'YAML facts'],
  ['FLINS.YML', 'YAML facts'],
  ['employees.csv', 'CSV series'],
  ['Q42.json', 'wikibase-json'],
  ['dump.json.gz', 'wikibase-json'],
  ['dump.json.bz2', 'wikibase-json'],
]

describe('findSource', () => {
  for (const [file, name] of cases) {
    it(`reads ${file} as ${name}`, () => {
      strictEqual(findSource(file).name, name)
      strictEqual(hasSource(file), true)
    })
  }

  it('names the known endings where it knows no source', () => {
    strictEqual(hasSource('a.xlsx'), false)
    throws(() => findSource('a.xlsx'), {
      code: 'ERR_SOURCE_UNKNOWN',
      message:
        'No source reads a.xlsx; known endings: .yaml, .yml, .csv, .json, .json.gz, .json.bz2',
    })
  })
})
