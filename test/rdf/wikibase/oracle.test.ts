import { deepEqual, ok } from 'node:assert/strict'
import { createReadStream, existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Quad } from '@rdfjs/types'
import { DataFactory, Parser } from 'n3'
import { isomorphic } from 'rdf-isomorphic'
import { createWikibaseView, readNormalization } from '../../../src/rdf/wikibase/index.ts'
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
