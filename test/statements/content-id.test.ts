import { match, notStrictEqual, strictEqual } from 'node:assert/strict'
import type { Claim, Snak } from '../../src/statements/index.ts'
import {
  createReference,
  referenceId,
  statementId,
  valueContent,
} from '../../src/statements/index.ts'

const area = (amount: string): Snak => ({
  snakType: 'value',
  property: 'http://www.wikidata.org/entity/P2046',
  datatype: 'quantity',
  value: { type: 'quantity', amount, unit: 'http://www.wikidata.org/entity/Q35852' },
})
const part = (iri: string): Snak => ({
  snakType: 'value',
  property: 'http://www.wikidata.org/entity/P518',
  datatype: 'wikibase-item',
  value: { type: 'entityid', iri },
})
const claim = (mainSnak: Snak, ...qualifiers: Snak[]): Claim => ({
  subject: 'https://site.example/entity/mill',
  mainSnak,
  qualifiers,
})

describe('statementId', () => {
  it('is the id of the entity and a GUID of the claim', () => {
    match(
      statementId('mill', claim(area('+237'))),
      /^mill\$[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/,
    )
  })

  it('is the same for the same claim, whatever the order of its qualifiers', () => {
    const [one, other] = [part('urn:x:a'), part('urn:x:b')]
    strictEqual(
      statementId('mill', claim(area('+237'), one, other)),
      statementId('mill', claim(area('+237'), other, one)),
    )
  })

  const others: [string, Claim][] = [
    ['another amount', claim(area('+238'))],
    ['the same amount written otherwise', claim(area('+237.0'))],
    ['a further qualifier', claim(area('+237'), part('urn:x:a'))],
    ['another subject', { ...claim(area('+237')), subject: 'https://site.example/entity/forge' }],
    [
      'an unknown value',
      claim({ snakType: 'somevalue', property: area('+1').property, datatype: 'quantity' }),
    ],
    [
      'no value',
      claim({ snakType: 'novalue', property: area('+1').property, datatype: 'quantity' }),
    ],
  ]
  for (const [name, other] of others) {
    it(`differs for ${name}`, () => {
      notStrictEqual(statementId('mill', other), statementId('mill', claim(area('+237'))))
    })
  }
})

describe('referenceId', () => {
  it('is 40 hexadecimal digits that do not depend on the order of snaks', () => {
    const snaks = [part('urn:x:a'), area('+1')]
    match(referenceId(snaks), /^[0-9a-f]{40}$/)
    strictEqual(referenceId(snaks), referenceId([...snaks].reverse()))
    strictEqual(createReference(snaks).id, referenceId(snaks))
  })
})

describe('valueContent', () => {
  it('does not depend on the order of keys', () => {
    strictEqual(
      valueContent({ type: 'monolingualtext', text: 'a', language: 'fr' }),
      valueContent({ language: 'fr', text: 'a', type: 'monolingualtext' }),
    )
  })

  it('tells values apart that hold the same texts in other places', () => {
    notStrictEqual(
      valueContent({ type: 'monolingualtext', text: 'fr', language: 'en' }),
      valueContent({ type: 'monolingualtext', text: 'en', language: 'fr' }),
    )
  })
})
