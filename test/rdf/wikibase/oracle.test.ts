import { deepEqual, ok } from 'node:assert/strict'
import { createReadStream, existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Quad } from '@rdfjs/types'
import { DataFactory, Parser } from 'n3'
import { isomorphic } from 'rdf-isomorphic'
import {
  createWikibaseView,
  readNormalization,
  readWikibaseView,
} from '../../../src/rdf/wikibase/index.ts'
import { createWikibaseJsonSource } from '../../../src/sources/wikibase-json/index.ts'
import type { Entity } from '../../../src/statements/index.ts'
import { emptyOntology } from '../../support/empty-ontology.ts'
import {
  collectDatatypes,
  compare,
  differences,
  foreignDifferences,
  isByWikibase,
  renameBlankNodes,
  renameValueNodes,
  withParts,
} from './oracle.ts'
import type { Comparison } from './oracle.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const pairs = join(root, '..', 'shared', 'wikidata', 'samples', 'entitydata-pairs')
const normalization = readNormalization(
  readFileSync(join(root, 'ontology', 'normalization.ttl'), 'utf8'),
)

/** The differences that each known pair has; a pair that is added may have any of those that have a reason. */
const known: Readonly<Record<string, readonly string[]>> = {
  Q1: ['redirects', 'stubs'],
  Q42: ['redirects', 'stubs'],
  Q17633526: ['definitions of properties that are values', 'stubs'],
  Q17948861: ['stubs'],
}

const names = existsSync(pairs)
  ? readdirSync(pairs)
      .filter((file) => file.endsWith('.json'))
      .map((file) => file.slice(0, -'.json'.length))
  : []

/** Reads a pair: ours from the JSON, theirs from the Turtle. */
async function readPair(name: string): Promise<{ ours: Quad[]; comparison: Comparison }> {
  const theirs = new Parser({ blankNodePrefix: '_:' }).parse(
    readFileSync(join(pairs, `${name}.ttl`), 'utf8'),
  ) as Quad[]
  const read: Entity[] = []
  const context = { file: `${name}.json`, base: 'https://site.example/', ontology: emptyOntology }
  const input = createReadStream(join(pairs, `${name}.json`))
  for await (const item of createWikibaseJsonSource().read(input, context)) {
    ok(item.kind === 'entity', JSON.stringify(item))
    read.push(item.entity)
  }
  const entities = read.flatMap(withParts)
  const datatypes = collectDatatypes(entities)
  const view = createWikibaseView({ factory: DataFactory, normalization })
  const ours = [
    ...read.flatMap((entity) => view.entity(entity)),
    ...[...datatypes].flatMap(([iri, datatype]) => view.propertyDefinition({ iri, datatype })),
  ]
  return { ours, comparison: { entities, datatypes, normalization, theirs } }
}

describe('The Wikibase view beside Wikidata’s own Turtle', () => {
  before(function () {
    // The samples are beside the repository, not in it.
    if (names.length === 0) this.skip()
  })

  for (const name of names) {
    it(`is the same graph for ${name}, but for differences with a reason`, async () => {
      const { ours, comparison } = await readPair(name)
      if (!isByWikibase(comparison.theirs)) {
        judgeForeign(ours, comparison)
        return
      }
      const { explained, missing, extra } = compare(renameBlankNodes(ours, DataFactory), {
        ...comparison,
        theirs: renameBlankNodes(comparison.theirs, DataFactory),
      })
      deepEqual({ missing, extra }, { missing: [], extra: [] })
      if (known[name]) deepEqual(explained, known[name])
      judgeIsomorphism(ours, comparison)
    }).timeout(60_000)
  }
})

/** What both have, blank nodes and all, is one graph whatever the blank nodes are called. */
function judgeIsomorphism(ours: readonly Quad[], comparison: Comparison): void {
  const [a, b] = [
    renameBlankNodes(comparison.theirs, DataFactory),
    renameBlankNodes(ours, DataFactory),
  ]
  ok(isomorphic(intersect(comparison.theirs, a, b), intersect(ours, b, a)))
}

/** Keeps the quads whose renamed form the other side has too. */
function intersect(
  quads: readonly Quad[],
  renamed: readonly Quad[],
  others: readonly Quad[],
): Quad[] {
  const keys = new Set(others.map(key))
  return [...new Map(renamed.map((quad, index) => [key(quad), index]))]
    .filter(([text]) => keys.has(text))
    .map(([, index]) => quads[index]!)
}

const key = ({ subject, predicate, object }: Quad): string =>
  `${subject.value} ${predicate.value} ${object.termType} ${object.value} ${
    object.termType === 'Literal' ? `${object.language} ${object.datatype.value}` : ''
  }`

/**
 * Judges Turtle that another program wrote: it names value nodes otherwise and leaves things out, so what it says
 * must be found in ours, and not the other way round.
 */
function judgeForeign(ours: readonly Quad[], comparison: Comparison): void {
  const normalize = (quads: readonly Quad[]): Quad[] =>
    renameBlankNodes(renameValueNodes(quads, DataFactory), DataFactory)
  const theirs = normalize(comparison.theirs)
  const reasons = [...differences, ...foreignDifferences]
  const { missing } = compare(normalize(ours), { ...comparison, theirs }, reasons)
  deepEqual(missing, [])
}

/** Q513 as the loader of the Query Service changes it; there is no JSON of the same revision. */
const munged = join(root, '..', 'shared', 'wikidata', 'samples', 'rdf', 'wdqs_Q513-munged.ttl')

/** What of Q513 is not written again as it was, by the predicates concerned. */
const mungedDifferences: readonly (readonly [reason: string, predicate: RegExp])[] = [
  ['the loader moves these from the document to the entity', /version$|dateModified$|ontology#/],
  [
    'the formatter URIs of these properties were others in 2020',
    /normalized\/P(?:227|244|646|950)$/,
  ],
]

describe('The Wikibase view beside the Query Service', () => {
  it('writes Q513 as it was read, value nodes and normalized quantities by their own names', function () {
    if (!existsSync(munged)) this.skip()
    // This tag has a part that is too long for Turtle; Wikimedia replaced it by lzh.
    const turtle = readFileSync(munged, 'utf8').replaceAll('@zh-classical', '@lzh')
    const theirs = new Parser({ blankNodePrefix: '_:' }).parse(turtle) as Quad[]
    const view = createWikibaseView({ factory: DataFactory, normalization })
    const identifiers = new Set(theirs.filter(isNormalizedId).map(propertyName))
    const [entity] = readWikibaseView(theirs, {
      datatypeOf: (property) =>
        identifiers.has(property.slice(property.lastIndexOf('/') + 1)) ? 'external-id' : undefined,
    })
    const ours = new Set(view.entity(entity!).map(key))
    const missing = theirs
      .filter((quad) => !ours.has(key(quad)))
      .map(({ predicate }) => predicate.value)
      .filter((iri) => !mungedDifferences.some(([, predicate]) => predicate.test(iri)))
    deepEqual(missing, [])
  })
})

const isNormalizedId = ({ predicate, object }: Quad): boolean =>
  predicate.value.includes('value-normalized/') && !object.value.includes('wikidata.org/value/')

const propertyName = ({ predicate }: Quad): string =>
  predicate.value.slice(predicate.value.lastIndexOf('/') + 1)
