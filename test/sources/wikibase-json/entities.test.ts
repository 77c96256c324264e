import { deepEqual, equal } from 'node:assert/strict'
import { read } from './support.ts'

const wd = 'http://www.wikidata.org/entity/'

const snak = (property: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  snaktype: 'value',
  property,
  datavalue: { type: 'string', value: 'x' },
  ...more,
})

describe('Wikibase JSON entities', () => {
  it('take [] for an empty map, as PHP writes it', async () => {
    const text = '{"id":"Q1","labels":[],"descriptions":[],"aliases":[],"claims":[],"sitelinks":[]}'
    const { entities, problems } = await read(text)
    deepEqual(problems, [])
    equal(entities[0]?.labels.size, 0)
  })

  it('keep the language of a label that stands in for another', async () => {
    const fallback = { value: 'Berlin', language: 'de', 'for-language': 'de-ch' }
    const { entities, problems } = await read(
      JSON.stringify({ id: 'Q1', labels: { 'de-ch': fallback } }),
    )
    deepEqual(problems, [])
    deepEqual([...(entities[0]?.labels ?? [])], [['de', 'Berlin']])
  })

  it('keep labels, also those for all languages, descriptions and aliases', async () => {
    const { entities } = await read(
      JSON.stringify({
        id: 'Q1',
        labels: { mul: { language: 'mul', value: 'Renault' } },
        descriptions: { fr: { language: 'fr', value: 'marque' } },
        aliases: { en: [{ language: 'en', value: 'Régie' }] },
      }),
    )
    deepEqual([...(entities[0]?.labels ?? [])], [['mul', 'Renault']])
    deepEqual([...(entities[0]?.descriptions ?? [])], [['fr', 'marque']])
    deepEqual([...(entities[0]?.aliases ?? [])], [['en', ['Régie']]])
  })

  it('keep old statement ids as they are, and make ids where there are none', async () => {
    const claims = { P1: [{ id: 'q1$0479EB23', mainsnak: snak('P1') }, { mainsnak: snak('P1') }] }
    const { entities } = await read(JSON.stringify({ id: 'Q1', claims }))
    const ids = entities[0]?.statements.map(({ id }) => id) ?? []
    equal(ids[0], 'q1$0479EB23')
    equal(ids[1]?.startsWith('Q1$'), true)
  })

  it('take a datatype that a snak lacks from another of its property', async () => {
    const claims = {
      P1: [
        { id: 'Q1$1', mainsnak: snak('P1', { datatype: 'external-id' }) },
        { id: 'Q1$2', mainsnak: snak('P1') },
      ],
      P2: [{ id: 'Q1$3', mainsnak: snak('P2') }],
      P3: [{ id: 'Q1$4', mainsnak: { snaktype: 'somevalue', property: 'P3' } }],
    }
    const { entities } = await read(JSON.stringify({ id: 'Q1', claims }))
    deepEqual(
      entities[0]?.statements.map(({ mainSnak }) => mainSnak.datatype),
      ['external-id', 'external-id', 'string', 'string'],
    )
  })

  it('read what has an unknown datatype as the plainest, with a warning', async () => {
    const claims = { P1: [{ id: 'Q1$1', mainsnak: snak('P1', { datatype: 'edtf' }) }] }
    const { entities, problems } = await read(JSON.stringify({ id: 'Q1', claims }))
    equal(entities[0]?.statements[0]?.mainSnak.datatype, 'string')
    deepEqual(problems, [
      '1:1 warning: The datatype "edtf" of P1 is not known; it is read as string',
    ])
  })

  it('keep qualifiers and reference snaks in the order that is given', async () => {
    const claims = {
      P1: [
        {
          id: 'Q1$1',
          mainsnak: snak('P1'),
          qualifiers: { P2: [snak('P2')], P3: [snak('P3')] },
          'qualifiers-order': ['P3', 'P2'],
          references: [{ hash: 'abc', snaks: { P4: [snak('P4')] }, 'snaks-order': ['P4'] }],
        },
      ],
    }
    const { entities } = await read(JSON.stringify({ id: 'Q1', claims }))
    const [statement] = entities[0]?.statements ?? []
    deepEqual(
      statement?.qualifiers.map(({ property }) => property),
      [`${wd}P3`, `${wd}P2`],
    )
    deepEqual(
      statement.references.map(({ id }) => id),
      ['abc'],
    )
  })

  it('name a property’s datatype and a revision', async () => {
    const text =
      '{"id":"P1","type":"property","datatype":"time","lastrevid":7,"modified":"2026-01-01T00:00:00Z"}'
    const { entities } = await read(text)
    equal(entities[0]?.type, 'property')
    equal(entities[0].datatype, 'time')
    deepEqual(entities[0].revision, { id: 7, modified: '2026-01-01T00:00:00Z' })
  })

  it('are files of Commons, whose statements are called so', async () => {
    const text = JSON.stringify({
      id: 'M89',
      statements: { P1: [{ id: 'M89$1', mainsnak: snak('P1') }] },
    })
    const { entities } = await read(text)
    equal(entities[0]?.iri, 'https://commons.wikimedia.org/entity/M89')
    equal(entities[0].statements.length, 1)
  })

  it('are lexemes, with their forms and senses', async () => {
    const { entities, problems } = await read(
      JSON.stringify({
        id: 'L1',
        type: 'lexeme',
        lemmas: { en: { language: 'en', value: 'be' } },
        language: 'Q1860',
        lexicalCategory: 'Q24905',
        forms: [
          {
            id: 'L1-F1',
            representations: { en: { language: 'en', value: 'am' } },
            grammaticalFeatures: ['Q110786'],
            claims: [],
          },
        ],
        senses: [{ id: 'L1-S1', glosses: { en: { language: 'en', value: 'exist' } }, claims: {} }],
      }),
    )
    deepEqual(problems, [])
    const { lexical, labels } = entities[0]!
    deepEqual([...labels], [['en', 'be']])
    equal(lexical?.language, `${wd}Q1860`)
    equal(lexical.category, `${wd}Q24905`)
    deepEqual(lexical.forms?.[0]?.lexical?.features, [`${wd}Q110786`])
    deepEqual([...(lexical.senses?.[0]?.labels ?? [])], [['en', 'exist']])
  })

  it('leave out what has the wrong type, and say so', async () => {
    const { problems } = await read(
      JSON.stringify({
        id: 'Q1',
        labels: { en: 'x', 'a b': { value: 'y' }, fr: { value: '\ud800' } },
        aliases: 'none',
        claims: { P1: {}, P2: [null, { mainsnak: snak('P2'), rank: 'best' }] },
        sitelinks: { frwiki: { title: 'Flins', url: 'no IRI' } },
      }),
    )
    deepEqual(problems, [
      '1:1 error: labels in "en": expected a text with its language, found "x"',
      '1:1 error: labels in "a b": expected a language tag, found "a b"',
      '1:1 error: labels in "fr": expected a text of whole characters, found "\\ud800"',
      '1:1 error: aliases: expected a map, found "none"',
      '1:1 error: P1: expected a list of statements, found an object with no keys',
      '1:1 error: The statement of P2 of Q1 is left out: expected a statement as an object, found null',
      '1:1 error: The statement of P2 of Q1 is left out: expected a rank: preferred, normal or deprecated, found "best"',
      '1:1 error: sitelink "frwiki": expected an IRI, found "no IRI"',
    ])
  })
})
