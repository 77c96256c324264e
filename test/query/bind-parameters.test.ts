import { deepStrictEqual, strictEqual, throws } from 'node:assert/strict'
import { bindParameters, parameterTypes, parseSavedQuery } from '../../src/query/index.ts'
import type { ParameterTypeName } from '../../src/query/index.ts'

const base = 'https://usine.example/'
const properties = new Map([['area', { entityIri: 'http://www.wikidata.org/entity/P2046' }]])
const context = { base, properties }

const ask = (type: ParameterTypeName, rest = '') =>
  parseSavedQuery('q', `# What?\n# param x: ${type}${rest} - the x\nSELECT ?x {}`)

const XSD = 'http://www.w3.org/2001/XMLSchema#'

/** The value of a parameter, with the name of its datatype. */
function bind(type: ParameterTypeName, x: string): string {
  const term = bindParameters(ask(type), { x }, context).get('x')
  return term?.termType === 'Literal'
    ? `${term.value} ${term.datatype.value.replace(XSD, '')}`
    : `<${term?.value ?? ''}>`
}

describe('bindParameters', () => {
  const good: [ParameterTypeName, string, string][] = [
    ['entity', 'flins', '<https://usine.example/entity/flins>'],
    ['entity', 'renault-4', '<https://usine.example/entity/renault-4>'],
    ['entity', ' Q142 ', '<http://www.wikidata.org/entity/Q142>'],
    ['entity', 'http://example.org/x', '<http://example.org/x>'],
    ['property', 'area', '<http://www.wikidata.org/entity/P2046>'],
    ['property', 'P2046', '<http://www.wikidata.org/entity/P2046>'],
    ['year', '1960', '1960 integer'],
    ['year', '-0044', '-0044 integer'],
    ['date', '1952-10-02', '1952-10-02 date'],
    ['date', '2000-02-29', '2000-02-29 date'],
    ['integer', '-12', '-12 integer'],
    ['integer', '9'.repeat(40), `${'9'.repeat(40)} integer`],
    ['decimal', '237.50', '237.50 decimal'],
    ['string', ' "} # ', ' "} #  string'],
    ['language', 'zh-Hans', 'zh-hans string'],
    ['boolean', 'true', 'true boolean'],
    ['iri', 'urn:x:y', '<urn:x:y>'],
  ]
  for (const [type, text, expected] of good) {
    it(`reads ${JSON.stringify(text.slice(0, 30))} as ${type}`, () => {
      strictEqual(bind(type, text), expected)
    })
  }

  const bad: [ParameterTypeName, string][] = [
    ['entity', 'Flins Renault'],
    ['entity', ''],
    ['entity', 'http://e/> } #'],
    ['entity', 'flins-'],
    ['property', 'volume'],
    ['property', '__proto__'],
    ['year', '60'],
    ['year', '1960-01'],
    ['year', 'MCMLX'],
    ['date', '1952-02-30'],
    ['date', '1900-02-29'],
    ['date', '1952'],
    ['date', '1952-13-01'],
    ['integer', '1.5'],
    ['integer', '١'],
    ['decimal', '1e3'],
    ['decimal', '1,5'],
    ['decimal', '.'],
    ['language', 'french language'],
    ['boolean', 'yes'],
    ['iri', 'flins'],
    ['iri', 'http://e/a b'],
  ]
  for (const [type, text] of bad) {
    it(`refuses ${JSON.stringify(text)} as ${type}, and says what it expects`, () => {
      throws(() => bind(type, text), {
        code: 'ERR_PARAMETER_INVALID',
        message: `The parameter x is "${text}"; expected ${parameterTypes[type].expected}`,
      })
    })
  }

  it('suggests a property', () => {
    throws(() => bind('property', 'aera'), { message: /- did you mean "area"\?$/ })
  })

  it('takes the default of a parameter that is not given', () => {
    const terms = bindParameters(ask('entity', ' = flins'), {}, context)
    strictEqual(terms.get('x')?.value, 'https://usine.example/entity/flins')
  })

  const entities = [
    {
      iri: `${base}entity/flins`,
      names: ['flins', 'Q6686', 'http://www.wikidata.org/entity/Q6686'],
    },
  ]

  it('takes any name of an entity that there is, and suggests one for any other', () => {
    const read = (x: string) =>
      bindParameters(ask('entity'), { x }, { ...context, entities }).get('x')?.value
    for (const name of ['flins', ' Q6686', 'http://www.wikidata.org/entity/Q6686']) {
      strictEqual(read(name), `${base}entity/flins`)
    }
    throws(() => read('flims'), { code: 'ERR_PARAMETER_INVALID', message: /mean "flins"\?$/ })
    throws(() => read('Q1'), { code: 'ERR_PARAMETER_INVALID' })
    throws(() => read('http://e.example/flins'), { code: 'ERR_PARAMETER_INVALID' })
  })

  it('takes the entity of the site where none is given', () => {
    const site = { ...context, entities, defaultEntity: 'flins' }
    strictEqual(bindParameters(ask('entity'), {}, site).get('x')?.value, `${base}entity/flins`)
    deepStrictEqual(bindParameters(ask('entity', ' optional'), {}, site), new Map())
  })

  it('leaves an optional parameter unbound', () => {
    deepStrictEqual(bindParameters(ask('year', ' optional'), {}, context), new Map())
  })

  it('take the first language of the site where none is given', () => {
    const languages = ['fr', 'en']
    const terms = bindParameters(ask('language'), {}, { ...context, languages })
    strictEqual(terms.get('x')?.value, 'fr')
    throws(() => bindParameters(ask('language'), {}, context), { code: 'ERR_PARAMETER_MISSING' })
  })

  it('asks for a parameter that is missing', () => {
    throws(() => bindParameters(ask('year'), {}, context), {
      code: 'ERR_PARAMETER_MISSING',
      message:
        'The query "q" needs the parameter x (the x): x=…, a year of four digits, such as 1960',
    })
  })

  it('names the parameters there are when it is given another', () => {
    const query = parseSavedQuery(
      'q',
      '# What?\n# param factory: entity = a - b\nSELECT ?factory {}',
    )
    throws(() => bindParameters(query, { facory: 'x' }, context), {
      code: 'ERR_PARAMETER_UNKNOWN',
      message: 'The query "q" has no parameter "facory" - did you mean "factory"?; known: factory',
    })
    throws(() => bindParameters(parseSavedQuery('q', '# What?\nASK {}'), { x: '1' }, context), {
      message: 'The query "q" has no parameter "x"; it has none',
    })
  })
})
