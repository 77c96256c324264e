import { deepStrictEqual, match, strictEqual } from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './support/run.ts'
import type { RunOptions } from './support/run.ts'
import { makeSite, useFolder } from './support/sites.ts'

const select = 'SELECT ?amount { :example-works wdt:P2046 ?amount }'
const construct = 'CONSTRUCT { ?thing a :Thing } WHERE { ?thing wdt:P2046 ?amount }'

describe('usine query', function () {
  this.timeout(60_000)
  const folder = useFolder()
  beforeEach(() => makeSite(folder()))
  const query = (args: readonly string[], options?: RunOptions) =>
    run(['query', '--site', folder(), ...args], options)

  it('lists the saved queries with their parameters', async () => {
    for (const args of [[], ['--list']]) {
      const { stdout } = await query(args)
      match(stdout, /^models-made\n {2}What was made here.*\n {4}--param entity=example-works /m)
    }
  })

  it('lists the saved queries as JSON', async () => {
    const list = JSON.parse((await query(['--list', '--json'])).stdout) as { name: string }[]
    strictEqual(
      list.some(({ name }) => name === 'timeline'),
      true,
    )
  })

  it('writes a table on a terminal and JSON elsewhere', async () => {
    match((await query([select], { isTerminal: true })).stdout, /^┌─+┐\n│ amount │\n/)
    const { results } = JSON.parse((await query([select])).stdout) as { results: { bindings: [] } }
    strictEqual(results.bindings.length, 1)
  })

  it('shows decades and centuries no more exactly than they are known', async () => {
    const statements = '[{ inception: 1920s }, { officialClosure: 19th century }]'
    const text = `old-works: { type: car-factory, label: { en: Old }, statements: ${statements} }\n`
    await writeFile(join(folder(), 'data', 'old.yaml'), text)
    const args = ['timeline', '--format', 'csv', '--param', 'entity=old-works']
    const { stdout } = await query(args)
    deepStrictEqual(
      stdout.split('\r\n').map((row) => row.split(',')[0]),
      ['date', '18XX', '192X', ''],
    )
  })

  it('asks by name, with a typed parameter', async () => {
    const args = ['models-made', '--format', 'csv', '--param', 'year=1930']
    const { stdout } = await query(args)
    match(stdout, /Example One/)
    strictEqual(stdout.includes('Example Two'), false)
  })

  it('takes a product whose end or start is not known as made on that side of the other', async () => {
    const statements =
      '[{ product: example-one, during: 1922/.. }, { product: example-two, during: ../1939 }]'
    const text = `old-works: { type: car-factory, label: { en: Old }, statements: ${statements} }\n`
    await writeFile(join(folder(), 'data', 'old.yaml'), text)
    const args = ['models-made', '--format', 'csv', '--param', 'entity=old-works', '--param']
    for (const [year, products] of [
      ['1900', ['Example Two']],
      ['1930', ['Example One', 'Example Two']],
      ['1950', ['Example One']],
    ] as const) {
      const { stdout } = await query([...args, `year=${year}`])
      const rows = stdout.split('\r\n').slice(1, -1)
      deepStrictEqual(rows.map((row) => row.split(',')[1]).sort(), products)
    }
  })

  it('says where there is no site', async () => {
    const { outcome } = await run(['query', 'timeline', '--site', join(folder(), 'data')])
    strictEqual(outcome, 'ERR_SITE_NOT_FOUND')
  })

  it('writes the format that the name of the file says', async () => {
    const file = join(folder(), 'out.csv')
    await query([select, '--out', file])
    strictEqual(await readFile(file, 'utf8'), 'amount\r\n+12.5\r\n')
  })

  it('reads a query from a file and from standard input', async () => {
    const file = join(folder(), 'area.rq')
    await writeFile(file, select)
    const { stdout } = await query([file, '--format', 'csv'])
    strictEqual(stdout, 'amount\r\n+12.5\r\n')
    strictEqual((await query(['-', '--format', 'csv'], { stdin: select })).stdout, stdout)
  })

  it('writes graphs as Turtle, or as JSON-LD for programs', async () => {
    const { stdout } = await query([construct])
    match(
      stdout,
      /^@prefix : <https:\/\/example\.org\/entity\/> \.\n\n:example-works a :Thing \.\n$/,
    )
    match((await query([construct, '--json'])).stdout, /"@type"/)
  })

  it('answers ASK', async () => {
    const { stdout } = await query([
      'ASK { :example-works wdt:P2046 ?amount }',
      '--format',
      'table',
    ])
    strictEqual(stdout, 'true\n')
  })

  it('shows no more rows than asked for', async () => {
    const { stdout } = await query(['SELECT * { ?s ?p ?o }', '--limit', '2', '--format', 'csv'])
    strictEqual(stdout.split('\r\n').length, 4)
  })

  it('finds the kind of text that is evil, and shows it harmless in a table', async () => {
    const text = 'SELECT ("\u001B[31mred\u009B" AS ?text) {}'
    const { stdout } = await query([text], { isTerminal: true })
    match(stdout, /␛\[31mred<U\+009B>/)
  })

  it('writes into a file', async () => {
    const file = join(folder(), 'out.csv')
    const { stdout } = await query([select, '--format', 'csv', '--out', file])
    deepStrictEqual([stdout, await readFile(file, 'utf8')], ['', 'amount\r\n+12.5\r\n'])
  })

  const failures: readonly (readonly [args: readonly string[], code: string, message: RegExp])[] = [
    [['model-made'], 'ERR_QUERY_NOT_FOUND', /did you mean "models-made"\?; "usine query --list"/],
    [['SELECT ?a {'], 'ERR_QUERY_SYNTAX', /Line 1, column 12/],
    [[select, '--format', 'cvs'], 'ERR_FORMAT_UNKNOWN', /did you mean "csv"/],
    [
      [select, '--format', 'turtle'],
      'ERR_FORMAT_UNFIT',
      /Turtle cannot hold the rows of a SELECT query; use table/,
    ],
    [[construct, '--format', 'csv'], 'ERR_FORMAT_UNFIT', /use turtle, trig/],
    [['models-made', '--param', 'yaer=1930'], 'ERR_PARAMETER_UNKNOWN', /did you mean "year"/],
    [
      ['models-made', '--param', 'year=soon'],
      'ERR_PARAMETER_INVALID',
      /expected a (whole number|year)/,
    ],
    [['models-made', '--param', 'year'], 'ERR_USAGE', /--param year has no value/],
    [
      ['models-made', '--param', 'year=1930', '--param', 'year=1931'],
      'ERR_USAGE',
      /--param year is given twice/,
    ],
    [[select, '--limit', 'x'], 'ERR_USAGE', /--limit x is not how many rows/],
    [[select, '--timeout', '-1'], 'ERR_USAGE', /--timeout -1 is not seconds/],
    [
      ['missing/query.rq'],
      'ERR_FILE_READ',
      /Cannot read missing\/query\.rq: there is no such file/,
    ],
  ]
  for (const [args, code, message] of failures) {
    it(`explains why it cannot answer ${args.join(' ')}`, async () => {
      const { outcome, stderr } = await query(args)
      strictEqual(outcome, code)
      match(stderr, message)
    })
  }
})
