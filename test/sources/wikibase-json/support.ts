import { Readable } from 'node:stream'
import { createWikibaseJsonSource } from '../../../src/sources/wikibase-json/index.ts'
import type { WikibaseJsonOptions } from '../../../src/sources/wikibase-json/index.ts'
import type { Entity } from '../../../src/statements/index.ts'
import { emptyOntology } from '../../support/empty-ontology.ts'

/** What a source said: entities, and problems as `line:column severity message`. */
export interface Reading {
  readonly entities: Entity[]
  readonly problems: string[]
}

/** Reads chunks of bytes as a file. */
export async function read(
  input: string | Buffer | Readable,
  options?: WikibaseJsonOptions,
): Promise<Reading> {
  const stream = input instanceof Readable ? input : Readable.from([Buffer.from(input)])
  const context = { file: 'x.json', base: 'https://site.example/', ontology: emptyOntology }
  const entities: Entity[] = []
  const problems: string[] = []
  for await (const item of createWikibaseJsonSource(options).read(stream, context)) {
    if (item.kind === 'entity') entities.push(item.entity)
    if (item.kind !== 'problem') continue
    const { severity, message, origin } = item.problem
    problems.push(`${origin.line}:${origin.column} ${severity}: ${message}`)
  }
  return { entities, problems }
}

/** Writes an item with one statement of a value. */
export const itemWith = (datavalue: unknown, more: Record<string, unknown> = {}): string =>
  JSON.stringify({
    type: 'item',
    id: 'Q1',
    claims: {
      P1: [
        {
          id: 'Q1$1',
          mainsnak: { snaktype: 'value', property: 'P1', datavalue },
          type: 'statement',
          rank: 'normal',
          ...more,
        },
      ],
    },
  })
