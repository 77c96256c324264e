import { deepStrictEqual, match, strictEqual, throws } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { checkSource, readSite } from '../../src/sources/index.ts'
import type { KnownSource } from '../../src/sources/index.ts'
import { holdsNumber } from '../../src/sources/source-numbers.ts'

const seed = '../shared/seed/flins-renault-factory.txt'

describe('checkSource', () => {
  const text = 'Café 🏭 opened in 1921.'
  const bytes = Buffer.from(text)
  const origin = { file: 'sources.yaml', line: 1, column: 1 }
  const source: KnownSource = {
    key: 'article',
    entity: { id: 'article', iri: 'https://a.example/entity/article', origin },
    sha256: createHash('sha256').update(bytes).digest('hex'),
    length: 23,
    sections: new Map([['lead', { start: 0, end: 23 }]]),
    origin,
  }

  const check = async (changes: Partial<KnownSource>) => {
    const { site } = await readSite('.')
    if (!site) throw new Error('the site of the repository cannot be read')
    const facts = { ontology: site.ontology, entities: [], source: { ...source, ...changes } }
    return checkSource(bytes, facts)
  }

  it('counts code points, not bytes or UTF-16 units', async () => {
    const { length, problems } = await check({ length: Array.from(text).length })
    deepStrictEqual([length, problems.length], [Array.from(text).length, 1])
  })

  const cases: readonly (readonly [
    what: string,
    changes: Partial<KnownSource>,
    message: RegExp,
  ])[] = [
    [
      'another digest',
      { sha256: '0'.repeat(64) },
      /^The SHA-256 of the copy is [0-9a-f]{64}, not 0{64}$/,
    ],
    ['another length', { length: 99 }, /^The copy is \d+ code points long, not 99$/],
    [
      'a section beyond the end',
      { sections: new Map([['end', { start: 5, end: 99 }]]) },
      /^Section "end": The offsets 5-99 are not in the document/,
    ],
  ]
  for (const [what, changes, message] of cases) {
    it(`finds ${what}`, async () => {
      const { problems } = await check({ ...changes })
      strictEqual(
        problems.some((problem) => message.test(problem.message)),
        true,
      )
    })
  }

  it('refuses what is not UTF-8', async () => {
    const { site } = await readSite('.')
    if (!site) throw new Error('the site of the repository cannot be read')
    throws(
      () => checkSource(Buffer.from([0xff]), { source, entities: [], ontology: site.ontology }),
      TypeError,
    )
  })

  it('finds no error in the facts of Flins', async function () {
    if (!existsSync(seed)) {
      this.skip() // the article is not part of the repository
    }
    const { site } = await readSite('.')
    const [known] = site?.index.sources.values() ?? []
    if (!site || !known) throw new Error('the facts of Flins name no source')
    const facts = { source: known, entities: site.entities, ontology: site.ontology }
    const { problems, passages } = checkSource(readFileSync(seed), facts)
    deepStrictEqual(
      problems.filter(({ severity }) => severity === 'error'),
      [],
    )
    strictEqual(passages > 100, true)
  })

  it('finds references that point elsewhere, and numbers that are not there', async function () {
    if (!existsSync(seed)) {
      this.skip() // the article is not part of the repository
    }
    const { site } = await readSite('.')
    const [known] = site?.index.sources.values() ?? []
    if (!site || !known) throw new Error('the facts of Flins name no source')
    const facts = { source: known, entities: site.entities, ontology: site.ontology }
    const shifted = Buffer.from(`x${readFileSync(seed, 'utf8')}`.slice(0, 2300))
    const { problems } = checkSource(shifted, facts)
    match(problems.map(({ message }) => message).join('\n'), /are not in the document/)
  })
})

describe('holdsNumber', () => {
  const cases: readonly (readonly [text: string, number: string, expected: boolean])[] = [
    ['produced 16,850,000 cars', '16850000', true],
    ['16 850 000 voitures', '16850000', true],
    ['an area of 12.5 ha', '12.5', true],
    ['une surface de 12,5 ha', '12.5', true],
    ['in 1952 and 1953', '1953', true],
    ['from 1952–2009', '2009', true],
    ['19520', '1952', false],
    ['no number', '5', false],
  ]
  for (const [text, number, expected] of cases) {
    it(`${expected ? 'finds' : 'does not find'} ${number} in "${text}"`, () => {
      strictEqual(holdsNumber(text, number), expected)
    })
  }
})
