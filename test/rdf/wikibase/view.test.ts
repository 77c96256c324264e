import { deepEqual, equal, ok } from 'node:assert/strict'
import fc from 'fast-check'
import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { createQuadWriter } from '../../../src/rdf/formats/n-quads-writer.ts'
import {
  createPlainFactory,
  createWikibaseView,
  readNormalization,
  readWikibaseView,
} from '../../../src/rdf/wikibase/index.ts'
import type { Entity, Snak, Statement } from '../../../src/statements/index.ts'
import { base, statementsOf } from '../../support/statements-arbitrary.ts'

const wd = 'http://www.wikidata.org/entity/'
const prop = 'http://www.wikidata.org/prop/'

const entity = (iri: string, more: Partial<Entity> = {}): Entity => ({
  iri,
  id: iri.slice(iri.lastIndexOf('/') + 1),
  type: 'item',
  labels: new Map(),
  descriptions: new Map(),
  aliases: new Map(),
  statements: [],
  sitelinks: [],
  sameAs: [],
  ...more,
})

const statement = (subject: string, mainSnak: Snak, more: Partial<Statement> = {}): Statement => ({
  id: `${subject.slice(subject.lastIndexOf('/') + 1)}$1`,
  subject,
  mainSnak,
  qualifiers: [],
  rank: 'normal',
  references: [],
  ...more,
})

const text = (property: string, value: string): Snak => ({
  snakType: 'value',
  property,
  datatype: 'string',
  value: { type: 'string', value },
})

const write = (quads: readonly Quad[]): string[] => quads.map(createQuadWriter())

const flins = `${base}entity/flins`
const view = createWikibaseView({ factory: DataFactory, base })

describe('createWikibaseView', () => {
  it('names what a site says under its base, and aligned properties as Wikidata does', () => {
    const quads = view.statements(flins, [
      statement(flins, text(`${base}ontology/note`, 'a'), {
        references: [{ id: 'r1', snaks: [text(`${wd}P958`, 'lead')] }],
      }),
    ])
    deepEqual(write(quads), [
      `<${flins}> <${base}prop/direct/note> "a" .\n`,
      `<${flins}> <${base}prop/note> <${base}statement/flins-1> .\n`,
      `<${base}statement/flins-1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://wikiba.se/ontology#Statement> .\n`,
      `<${base}statement/flins-1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://wikiba.se/ontology#BestRank> .\n`,
      `<${base}statement/flins-1> <http://wikiba.se/ontology#rank> <http://wikiba.se/ontology#NormalRank> .\n`,
      `<${base}statement/flins-1> <${base}prop/statement/note> "a" .\n`,
      `<${base}reference/r1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://wikiba.se/ontology#Reference> .\n`,
      `<${base}reference/r1> <${prop}reference/P958> "lead" .\n`,
      `<${base}statement/flins-1> <http://www.w3.org/ns/prov#wasDerivedFrom> <${base}reference/r1> .\n`,
    ])
  })

  it('puts quads into the graph that is given', () => {
    const graph = DataFactory.namedNode(`${base}graph/wikibase`)
    const inGraph = createWikibaseView({ factory: DataFactory, base, graph })
    ok(inGraph.entity(entity(flins)).every((quad) => quad.graph.equals(graph)))
  })

  it('names unknown values of a site, and leaves those of Wikidata blank', () => {
    const unknown = {
      snakType: 'somevalue',
      property: `${wd}P112`,
      datatype: 'wikibase-item',
    } as const
    const [own] = view.statements(flins, [statement(flins, unknown)])
    ok(own?.object.value.startsWith(`${base}.well-known/genid/`))
    const [theirs] = view.statements(`${wd}Q1`, [statement(`${wd}Q1`, unknown)])
    equal(theirs?.object.termType, 'BlankNode')
  })

  it('says that there is no value by a class', () => {
    const none = { snakType: 'novalue', property: `${wd}P112`, datatype: 'wikibase-item' } as const
    const quads = view.statements(flins, [statement(flins, none)])
    const classes = quads.filter(({ object }) => object.value === `${prop}novalue/P112`)
    deepEqual(
      classes.map(({ subject }) => subject.value),
      [flins, `${base}statement/flins-1`],
    )
  })

  it('writes the same as owl:sameAs, also for what redirects', () => {
    const quads = view.entity(
      entity(flins, { sameAs: [`${wd}Q1`], redirectsFrom: [`${base}entity/old`] }),
    )
    deepEqual(
      quads
        .filter(({ predicate }) => predicate.value.endsWith('#sameAs'))
        .map(({ subject, object }) => [subject.value, object.value]),
      [
        [flins, `${wd}Q1`],
        [`${base}entity/old`, flins],
      ],
    )
  })

  it('finds the address of a sitelink that has none, as in dumps', () => {
    const quads = view.entity(
      entity(`${wd}Q1`, {
        sitelinks: [
          { site: 'frwiki', title: 'Usine de Flins (été)', badges: [`${wd}Q17437798`] },
          { site: 'unknownsite', title: 'x', badges: [] },
        ],
      }),
    )
    const page = 'https://fr.wikipedia.org/wiki/Usine_de_Flins_(%C3%A9t%C3%A9)'
    equal(quads.filter(({ subject }) => subject.value === page).length, 6)
    equal(quads.filter(({ object }) => object.value === 'x').length, 0)
  })

  it('writes IRIs that are IRIs, whatever a url holds', () => {
    const url: Snak = {
      snakType: 'value',
      property: `${wd}P856`,
      datatype: 'url',
      value: { type: 'string', value: ' http://a.example/<b> "c"|d ' },
    }
    const [quad] = view.statements(flins, [statement(flins, url)])
    equal(quad?.object.value, 'http://a.example/%3Cb%3E%20%22c%22%7Cd')
  })

  it('normalizes quantities and external ids', () => {
    const normalization = readNormalization(`
      @prefix wd: <${wd}> . @prefix qudt: <http://qudt.org/schema/qudt/> .
      wd:P214 <${prop}direct/P1921> "http://viaf.org/viaf/$1" .
      wd:Q35852 qudt:conversionMultiplier "10000" ; qudt:scalingOf wd:Q25343 .
      wd:Q25343 qudt:conversionMultiplier "1" ; qudt:scalingOf wd:Q25343 .`)
    const normalizing = createWikibaseView({ factory: DataFactory, base, normalization })
    const quads = normalizing.statements(flins, [
      statement(flins, {
        snakType: 'value',
        property: `${wd}P214`,
        datatype: 'external-id',
        value: { type: 'string', value: '9 & $1' },
      }),
      statement(flins, {
        snakType: 'value',
        property: `${wd}P2046`,
        datatype: 'quantity',
        value: { type: 'quantity', amount: '+237', unit: `${wd}Q35852` },
      }),
    ])
    const objects = (iri: string): string[] =>
      quads.filter(({ predicate }) => predicate.value === iri).map(({ object }) => object.value)
    deepEqual(objects(`${prop}direct-normalized/P214`), ['http://viaf.org/viaf/9+%26+$1'])
    deepEqual(objects('http://wikiba.se/ontology#quantityAmount'), ['+237', '+2370000'])
    const [normalized] = objects(`${prop}statement/value-normalized/P2046`)
    deepEqual(objects('http://wikiba.se/ontology#quantityNormalized'), [normalized, normalized])
  })

  it('defines properties, own ones without blank nodes', () => {
    const quads = view.propertyDefinition({ iri: `${base}ontology/area`, datatype: 'quantity' })
    equal(quads.length, 32)
    ok(quads.every(({ subject }) => subject.termType === 'NamedNode'))
    const definition = view.entity(entity(`${wd}P2046`, { type: 'property', datatype: 'quantity' }))
    ok(
      write(definition).some((line) =>
        line.includes('ontology#propertyType> <http://wikiba.se/ontology#Quantity>'),
      ),
    )
  })

  it('writes lexemes, forms and senses, counted together', () => {
    const form = entity(`${wd}L1-F1`, {
      type: 'form',
      labels: new Map([['en', 'am']]),
      statements: [statement(`${wd}L1-F1`, text(`${wd}P898`, 'æm'))],
      lexical: { features: [`${wd}Q110786`] },
    })
    const lexeme = entity(`${wd}L1`, {
      type: 'lexeme',
      labels: new Map([['en', 'be']]),
      lexical: { language: `${wd}Q1860`, category: `${wd}Q24905`, forms: [form] },
    })
    const lines = write(view.entity(lexeme))
    for (const part of [
      `<${wd}L1> <http://wikiba.se/ontology#lemma> "be"@en`,
      `<${wd}L1> <http://www.w3.org/ns/lemon/ontolex#lexicalForm> <${wd}L1-F1>`,
      `<${wd}L1-F1> <http://www.w3.org/ns/lemon/ontolex#representation> "am"@en`,
      `<${wd}L1-F1> <http://wikiba.se/ontology#grammaticalFeature> <${wd}Q110786>`,
      '<http://wikiba.se/ontology#statements> "1"',
    ]) {
      ok(
        lines.some((line) => line.includes(part)),
        part,
      )
    }
  })

  it('is read back as the entity that was written', () => {
    const whole = entity(flins, {
      labels: new Map([
        ['en', 'Flins'],
        ['fr', 'Flins'],
      ]),
      descriptions: new Map([['en', 'factory']]),
      aliases: new Map([['en', ['a', 'b']]]),
      sitelinks: [
        { site: 'enwiki', title: 'Flins', url: 'https://en.wikipedia.org/wiki/Flins', badges: [] },
      ],
      sameAs: [`${wd}Q1`],
      statements: [statement(flins, text(`${wd}P1`, 'x'))],
      revision: { id: 7, modified: '2026-01-01T00:00:00Z' },
    })
    deepEqual(readWikibaseView(view.entity(whole), { base }), [whole])
  })

  it('holds nothing deprecated among truthy values, whatever the factory', () => {
    fc.assert(
      fc.property(statementsOf(flins), (statements) => {
        const deprecated = statements.map((one) => ({ ...one, rank: 'deprecated' as const }))
        const plain = createWikibaseView({ factory: createPlainFactory(), base })
        const quads = plain.statements(flins, deprecated)
        ok(!quads.some(({ predicate }) => predicate.value.includes('/prop/direct/')))
        ok(!quads.some(({ object }) => object.value.endsWith('BestRank')))
      }),
    )
  })

  it('writes the same quads with any factory', () => {
    fc.assert(
      fc.property(statementsOf(`${wd}Q1`), (statements) => {
        const plain = createWikibaseView({ factory: createPlainFactory(), base })
        deepEqual(
          write(plain.statements(`${wd}Q1`, statements)),
          write(view.statements(`${wd}Q1`, statements)),
        )
      }),
    )
  })
})
