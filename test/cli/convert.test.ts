import { deepStrictEqual, match, strictEqual } from 'node:assert/strict'
import { access, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Parser } from 'n3'
import { run } from './support/run.ts'
import { makeSite, useFolder } from './support/sites.ts'

/** An item as Wikibase writes it, with one label. */
const item = (id: string) =>
  JSON.stringify({
    type: 'item',
    id,
    labels: { en: { language: 'en', value: id } },
    descriptions: {},
    aliases: {},
    claims: {},
    sitelinks: {},
  })
const dump = `[\n${item('Q1')},\n{"type":"item","id":\n${item('Q2')}\n]\n`
const turtle = '@prefix : <https://a.example/> .\n:s :p :o, "a"@en .\n'
const lines =
  '<https://a.example/s> <https://a.example/p> <https://a.example/o> .\n' +
  '<https://a.example/s> <https://a.example/p> "a"@en .\n'

describe('usine convert', function () {
  this.timeout(60_000)
  const folder = useFolder()
  const write = async (name: string, content: string | Buffer) => {
    const file = join(folder(), name)
    await writeFile(file, content)
    return file
  }

  it('converts RDF between formats, from a file and from standard input', async () => {
    const file = await write('a.ttl', turtle)
    strictEqual((await run(['convert', file, '--to', 'nt'])).stdout, lines)
    const args = ['convert', '-', '--from', 'turtle', '--to', 'n-triples']
    strictEqual((await run(args, { stdin: turtle })).stdout, lines)
  })

  it('decompresses RDF', async () => {
    const file = await write('a.ttl.gz', gzipSync(turtle))
    strictEqual((await run(['convert', file, '--to', 'nt'])).stdout, lines)
  })

  it('resolves relative IRIs against a base, and refuses them without', async () => {
    const file = await write('a.ttl', '<s> <p> <o> .')
    strictEqual((await run(['convert', file])).outcome, 'ERR_SYNTAX')
    const { stdout } = await run(['convert', file, '--base', 'https://b.example/', '--to', 'nt'])
    strictEqual(stdout, '<https://b.example/s> <https://b.example/p> <https://b.example/o> .\n')
  })

  it('names malformed lines of a dump and skips them', async () => {
    const file = await write('dump.json', dump)
    const { outcome, stdout, stderr } = await run(['convert', file, '--to', 'n-triples'])
    strictEqual(outcome, 'skipped')
    match(stderr, /dump\.json:3:\d+: error: /)
    match(stderr, /\n2 items, \d+ quads; 1 part was skipped\n$/)
    const labels = new Parser()
      .parse(stdout)
      .filter(({ predicate }) => /label$/.test(predicate.value))
    deepStrictEqual(
      labels.map(({ object }) => object.value),
      ['Q1', 'Q2'],
    )
  })

  it('reports problems and counts as JSON, a line each', async () => {
    const file = await write('dump.json', dump)
    const { stderr } = await run(['convert', file, '--to', 'n-triples', '--json'])
    const rows = stderr
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row) as Record<string, unknown>)
    strictEqual(rows[0]?.['line'], 3)
    deepStrictEqual([rows[1]?.['items'], rows[1]?.['errors']], [2, 1])
  })

  it('shows control characters on a terminal, and sends them nowhere else', async () => {
    const file = await write('evil.json', item('Q1').replace('"value":"Q1"', '"value":"Q\u009B1"'))
    const args = ['convert', file, '--to', 'n-triples']
    const [shown, sent] = [await run(args, { isTerminal: true }), await run(args)]
    deepStrictEqual(
      [shown, sent].map(({ stdout }) => stdout.includes('\u009B')),
      [false, true],
    )
    match(shown.stdout, /Q<U\+009B>1/)
  })

  it('reads a dump that is compressed and cut off as far as it goes', async () => {
    const file = await write('cut.json.gz', gzipSync(dump.repeat(50)).subarray(0, -12))
    const { outcome, stderr } = await run(['convert', file, '--to', 'n-triples'])
    strictEqual(outcome, 'skipped')
    match(stderr, /error: Reading stopped after this line/)
  })

  it('writes no file when nothing could be converted', async () => {
    const file = await write('bad.json', '{"a": 1}')
    const out = join(folder(), 'bad.nt')
    const { outcome } = await run(['convert', file, '--out', out])
    strictEqual(outcome, 'ERR_DOCUMENT_INVALID')
    strictEqual(await access(out).catch(() => 'missing'), 'missing')
  })

  it('writes the facts of one file of a site, which refers to others', async () => {
    const site = await makeSite(folder())
    const args = ['convert', join(site, 'data', 'example.yaml'), '--site', site, '--to', 'n-quads']
    const { outcome, stdout, stderr } = await run(args)
    deepStrictEqual([outcome, stderr], ['ok', ''])
    strictEqual(new Parser().parse(stdout).length > 100, true)
    const both = new Parser().parse((await run([...args, '--view', 'all'])).stdout)
    const graphs = new Set(both.map(({ graph }) => graph.value))
    deepStrictEqual([...graphs].sort(), [
      'https://example.org/graph/schema',
      'https://example.org/graph/wikibase',
    ])
  })

  it('writes the same as export for a view of all facts', async () => {
    const site = await makeSite(folder())
    const [view, to] = [['--view', 'schema'], 'n-triples']
    const file = join(site, 'data', 'example.yaml')
    const converted = await run(['convert', file, '--site', site, ...view, '--to', to])
    const exported = await run(['export', '--site', site, ...view, '--format', to])
    // What entities share comes with each of them.
    const sorted = (text: string) => [...new Set(text.split('\n'))].sort()
    deepStrictEqual(sorted(converted.stdout), sorted(exported.stdout))
  })

  it('takes the format from the name of the file to write', async () => {
    const file = await write('a.ttl', turtle)
    const out = join(folder(), 'a.nq')
    await run(['convert', file, '--out', out])
    strictEqual(await readFile(out, 'utf8'), lines)
  })

  const failures: readonly (readonly [args: readonly string[], code: string, message: RegExp])[] = [
    [['missing.json'], 'ERR_FILE_READ', /there is no such file/],
    [['.', '--from', 'turtle'], 'ERR_FILE_READ', /it is a folder/],
    [['x.unknown'], 'ERR_USAGE', /does not say what is in the file .*: add --from/],
    [['-'], 'ERR_USAGE', /Standard input has no name/],
    [['a.ttl', '--view', 'schema'], 'ERR_USAGE', /--view means nothing for RDF/],
    [
      ['a.json', '--base', 'https://a.example/'],
      'ERR_USAGE',
      /--base means nothing for wikibase-json/,
    ],
    [['a.ttl', '--to', 'tutle'], 'ERR_FORMAT_UNKNOWN', /did you mean "turtle"/],
  ]
  for (const [args, code, message] of failures) {
    it(`explains why it cannot convert ${args.join(' ')}`, async () => {
      const { outcome, stderr } = await run(['convert', ...args])
      strictEqual(outcome, code)
      match(stderr, message)
    })
  }
})
