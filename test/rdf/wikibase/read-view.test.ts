import { deepEqual } from 'node:assert/strict'
import fc from 'fast-check'
import { DataFactory, Parser } from 'n3'
import { createQuadWriter } from '../../../src/rdf/formats/n-quads-writer.ts'
import { createWikibaseView, readWikibaseView } from '../../../src/rdf/wikibase/index.ts'
import { snakContent } from '../../../src/statements/index.ts'
import type { Snak, Statement } from '../../../src/statements/index.ts'
import { base, datatypeOf, statementsOf } from '../../support/statements-arbitrary.ts'

/** What a statement says, whatever the order in which RDF, which has none, gives its parts. */
function content({ id, subject, rank, mainSnak, qualifiers, references }: Statement): unknown {
  const sorted = (snaks: readonly Snak[]): string[] => snaks.map(snakText).sort()
  return {
    id,
    subject,
    rank,
    mainSnak: snakText(mainSnak),
    qualifiers: sorted(qualifiers),
    references: references
      .map((reference) => JSON.stringify([reference.id, sorted(reference.snaks)]))
      .sort(),
  }
}

const snakText = (snak: Snak): string => `${snak.datatype} ${snakContent(snak)}`

const byId = (a: Statement, b: Statement): number => (a.id < b.id ? -1 : 1)

const subjects = [`${base}entity/old-mill`, 'http://www.wikidata.org/entity/Q42']

describe('The Wikibase view', () => {
  for (const subject of subjects) {
    it(`gives back every statement about <${subject}>`, () => {
      const view = createWikibaseView({ factory: DataFactory, base })
      fc.assert(
        fc.property(statementsOf(subject), (statements) => {
          const quads = view.statements(subject, statements)
          const [entity] = readWikibaseView(quads, { base, datatypeOf })
          deepEqual(
            [...(entity?.statements ?? [])].sort(byId).map(content),
            [...statements].sort(byId).map(content),
          )
        }),
        { numRuns: 200 },
      )
    })
  }

  it('gives every statement back after it was written as N-Triples', () => {
    const view = createWikibaseView({ factory: DataFactory, base })
    const [subject = ''] = subjects
    fc.assert(
      fc.property(statementsOf(subject), (statements) => {
        const text = view.statements(subject, statements).map(createQuadWriter()).join('')
        const quads = new Parser({ format: 'N-Triples' }).parse(text)
        const [entity] = readWikibaseView(quads, { base, datatypeOf })
        deepEqual(
          [...(entity?.statements ?? [])].sort(byId).map(content),
          [...statements].sort(byId).map(content),
        )
      }),
    )
  })

  it('has no blank nodes for what the site itself says', () => {
    const view = createWikibaseView({ factory: DataFactory, base })
    const [subject = ''] = subjects
    fc.assert(
      fc.property(statementsOf(subject), (statements) => {
        const quads = view.statements(subject, statements)
        deepEqual(
          quads.filter(({ object }) => object.termType === 'BlankNode'),
          [],
        )
      }),
    )
  })
})
