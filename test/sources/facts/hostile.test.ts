import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { factsSource, readFacts } from '../../../src/sources/index.ts'
import type { Problem } from '../../../src/sources/index.ts'
import { testBase as base, testOntology as ontology } from '../../support/ontology.ts'
import { listProblems } from '../support/problems.ts'

const context = { ontology, base, file: 'facts.yaml' }
const read = (input: Iterable<Buffer | string>): Promise<Problem[]> =>
  listProblems(factsSource.read(Readable.from(input), context))

const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...Array.from('bcdefghij')].reduce(
  (text, key, index) => {
    const before = 'abcdefghij'[index - 1] ?? 'a'
    return `${text}\n${key}: &${key} [${Array(9).fill(`*${before}`).join(',')}]`
  },
)

const deep = 10_000
const cases: [string, string, RegExp][] = [
  ['an alias bomb', bomb, /Anchors \(&a\) are not part of the facts format/],
  ['10,000 open lists', '['.repeat(deep), /nested more than 100 levels deep/],
  ['10,000 lists', '['.repeat(deep) + ']'.repeat(deep), /nested more than 100 levels deep/],
  ['10,000 maps', '{a: '.repeat(deep) + '}'.repeat(deep), /nested more than 100 levels deep/],
  ['10,000 items on a line', '- '.repeat(deep), /nested more than 100 levels deep/],
  ['10,000 keys on a line', '? '.repeat(deep), /nested more than 100 levels deep/],
  [
    '1,000 indented maps',
    Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'),
    /nested more than 100 levels deep/,
  ],
  ['half a million lists', `a: [${'[],'.repeat(500_000)}]`, /more than 1000000 words and signs/],
  ['a thousand tags', `a: ${'! '.repeat(1000)}`, /Tags \(!\) are not part/],
  ['nothing but tabs', '\t'.repeat(100_000), /^$/],
  ['a key of a megabyte', `${'x'.repeat(1_000_000)}: 1`, /Not YAML|entity id/],
  ['a quote that never ends', '"'.repeat(99_999), /Not YAML/],
  ['many aliases to nothing', '*a '.repeat(10_000), /Aliases/],
  ['many directives', '%a\n'.repeat(10_000), /Directives/],
]

describe('hostile facts', () => {
  for (const [name, text, message] of cases) {
    it(`answers ${name} with a problem`, async () => {
      const [first] = await read([text])
      match(first?.message ?? '', message)
    })
  }

  it('lists the first thousand problems of a file that is full of them', async () => {
    const problems = await read(['flins:\n  statements:\n', '    - emploees: 1\n'.repeat(20_000)])
    strictEqual(problems.length, 1001)
    match(problems.at(-1)?.message ?? '', /More than 1000 problems/)
  })

  it('stops reading a file of 100 MB at its limit', async () => {
    let chunks = 0
    function* huge() {
      yield 'flins:\n  label: '
      for (; chunks < 100; chunks += 1) yield Buffer.alloc(1024 * 1024, 'x')
    }
    const problems = await read(huge())
    match(problems[0]?.message ?? '', /larger than 16 MB/)
    ok(chunks < 40)
  })

  it('reads a text of 15 MB', async () => {
    const text = 'x'.repeat(15 * 1024 * 1024)
    deepStrictEqual(await read([`flins:\n  label: ${text}\n`]), [])
  })

  it('finds an empty file to hold no entities', async () => {
    deepStrictEqual(await read(['']), [])
    deepStrictEqual(await read(['# nothing yet\n']), [])
  })

  it('accepts a byte order mark', async () => {
    deepStrictEqual(await read(['\ufeffflins: { label: Flins }\n']), [])
  })

  it('joins characters that are cut by chunks', async () => {
    const bytes = Buffer.from('flins: { label: Frégate }\n')
    deepStrictEqual(await read([bytes.subarray(0, 19), bytes.subarray(19)]), [])
  })

  it('names the byte that is not UTF-8, wherever it is', () =>
    fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary-ascii' }),
        fc.string({ unit: 'grapheme' }),
        async (before, after) => {
          const bytes = Buffer.concat([Buffer.from(before), Buffer.of(0xff), Buffer.from(after)])
          const [problem] = await read([bytes])
          match(
            problem?.message ?? '',
            new RegExp(`offset ${Buffer.byteLength(before)} \\(0xFF\\)`),
          )
        },
      ),
    ))

  it('answers random bytes with items', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await read([Buffer.from(bytes)])
      }),
    ))
})

/** Words that make random structures look like facts. */
const words = fc.constantFrom(
  ...[
    'flins',
    'area',
    '237 ha',
    'type',
    'label',
    'statements',
    'from',
    'document',
    'key',
    'at',
    '0-5',
  ],
  ...[
    'rank',
    'during',
    '1952/..',
    'somevalue',
    'about 40 km',
    '',
    '~',
    'null',
    'en',
    '48.98, 1.86',
  ],
)
const structure = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 6 },
    words,
    fc.string(),
    fc.array(tie('node'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(words, fc.string()), tie('node'), { maxKeys: 5 }),
  ),
})).node

describe('readFacts', () => {
  it('answers any structure with items, the same each time', () => {
    fc.assert(
      fc.property(fc.dictionary(words, structure), (facts) => {
        const files = [{ file: 'facts.yaml', text: JSON.stringify(facts, undefined, 1) }]
        const first = readFacts(files, { ontology, base })
        deepStrictEqual(readFacts(files, { ontology, base }), first)
      }),
    )
  })

  it('places every problem in the text', () => {
    fc.assert(
      fc.property(fc.dictionary(words, structure), (facts) => {
        const text = JSON.stringify(facts, undefined, 1)
        const lines = text.split('\n')
        for (const item of readFacts([{ file: 'f', text }], { ontology, base }).items) {
          if (item.kind !== 'problem') continue
          const { line, column } = item.problem.origin
          strictEqual(column <= (lines[line - 1]?.length ?? -1) + 1, true)
        }
      }),
    )
  })
})
