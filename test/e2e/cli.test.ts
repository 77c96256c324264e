import { deepStrictEqual, match, strictEqual } from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { shell, usine, usineWords } from './usine.ts'

/** Whether a program is there. */
function has(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe('the program', function () {
  this.timeout(120_000)
  let folder = ''
  let site = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'usine-e2e-'))
    site = join(folder, 'demo')
    const { code, stderr } = await usine(['init', 'demo'], { cwd: folder })
    deepStrictEqual([code, stderr], [0, ''])
  })
  after(() => rm(folder, { recursive: true }))

  it('builds and answers in the folder that init made', async () => {
    const built = await usine(['build'], { cwd: site })
    deepStrictEqual([built.code, built.stderr], [0, ''])
    const { code, stdout } = await usine(['query', 'timeline', '--format', 'csv'], { cwd: site })
    strictEqual(code, 0)
    match(stdout, /1921/)
  })

  it('writes the same bytes in two processes', async () => {
    const texts: string[] = []
    for (const out of ['one', 'two']) {
      const path = join(folder, out)
      strictEqual((await usine(['build', site, '--out', path])).code, 0)
      texts.push(await readFile(join(path, 'graph.nq'), 'utf8'))
    }
    strictEqual(texts[0], texts[1])
  })

  const exits: readonly (readonly [args: readonly string[], code: number])[] = [
    [['--version'], 0],
    [['qury'], 2],
    [['export', 'nothing'], 2],
    [['query', 'SELECT {'], 1],
    [['query', 'missing.rq'], 4],
    [['convert', 'missing.ttl'], 4],
    [['query', 'SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }', '--timeout', '0.5'], 4],
  ]
  for (const [args, expected] of exits) {
    it(`exits with ${expected} from usine ${args.join(' ')}`, async () => {
      const { code, stderr } = await usine(args, { cwd: site })
      strictEqual(code, expected, stderr)
      strictEqual(/\n {4}at /.test(stderr), false, 'prints a stack')
    })
  }

  it('exits with 1 where the facts have errors, each named with its place', async () => {
    const broken = join(folder, 'broken')
    await usine(['init', broken])
    const file = join(broken, 'data', 'example.yaml')
    await writeFile(file, (await readFile(file, 'utf8')).replace('area: 12.5 ha', 'area: 12.5 hh'))
    const { code, stdout, stderr } = await usine(['build', broken])
    deepStrictEqual([code, stdout], [1, ''])
    match(stderr, /^data\/example\.yaml:\d+:\d+: error: .*\nThe site has 1 error; /)
  })

  it('exits with 3 where parts were skipped', async () => {
    const dump = '[\n{"type":"item","id":"Q1","labels":{},"claims":{}},\n{"broken":\n]\n'
    const args = ['convert', '-', '--from', 'wikibase-json', '--to', 'nt']
    const { code, stderr } = await usine(args, { stdin: dump })
    strictEqual(code, 3)
    match(stderr, /^standard input:3:\d+: error: /)
  })

  it('is quiet when the reader of its output goes away', async () => {
    const line = 'usine query "SELECT * { ?s ?p ?o }" --format csv | head -1; echo ${PIPESTATUS[0]}'
    const { stdout, stderr } = await shell(line, { cwd: site })
    deepStrictEqual([stdout, stderr], ['s,p,o\r\n0\n', ''])
  })

  for (const line of ['usine export', 'usine build', 'usine query']) {
    it(`says that the disk is full under ${line}`, async () => {
      const { code, stderr } = await shell(`${line} > /dev/full`, { cwd: site })
      strictEqual(code, 4)
      match(stderr, /^usine: Cannot write .*\n$/)
    })
  }

  it('says that the disk is full under --out', async () => {
    const args = ['export', '--format', 'nq', '--out', '/dev/full']
    const { code, stderr } = await usine(args, { cwd: site })
    strictEqual(code, 4)
    match(stderr, /the disk is full/)
  })

  it('says that a folder may not be written to', async function () {
    if (process.getuid?.() === 0 && !has('setpriv')) this.skip() // root may write everywhere
    const line = 'mkdir -p locked && chmod 555 locked && chmod 755 . && '
    const out = `usine export ada-sample --site '${site}' --out locked/ada.ttl`
    const unprivileged =
      process.getuid?.() === 0
        ? `exec setpriv --reuid=65534 --regid=65534 --clear-groups ${usineWords.map((word) => `'${word}'`).join(' ')} ${out.slice('usine '.length)}`
        : out
    const { code, stderr } = await shell(line + unprivileged, { cwd: folder })
    strictEqual(code, 4)
    match(stderr, /^usine: Cannot write locked\/ada\.ttl: you may not write to the folder locked/)
  })

  it('takes a closed standard input for an empty one', async () => {
    const { code, stderr } = await shell('usine query - <&-', { cwd: site })
    strictEqual(code, 1)
    match(stderr, /the query is empty/)
  })

  it('draws a table on a terminal, in colours that NO_COLOR takes away', async function () {
    if (!has('script')) this.skip() // a terminal is made by script(1)
    const command = [...usineWords, 'query', 'employees-by-year']
      .map((word) => `'${word}'`)
      .join(' ')
    const line = `script -qec "${command}" /dev/null`
    const { stdout } = await shell(line, { cwd: site, env: { TERM: 'xterm' } })
    match(stdout, /┌─+┬/)
    strictEqual(stdout.includes('\u001B[2m2 rows\u001B['), true)
    const plain = await shell(line, { cwd: site, env: { TERM: 'xterm', NO_COLOR: '1' } })
    strictEqual(plain.stdout.includes('\u001B['), false)
  })

  // No timer and no signal handler runs while this is matched.
  const runaway = `SELECT * { FILTER(REGEX("${'a'.repeat(60)}!", "^(a+)+$")) }`

  it('stops a query that takes too long, also one that never lets go', async () => {
    const { code, stderr } = await usine(['query', runaway, '--timeout', '1'], { cwd: site })
    deepStrictEqual([code, stderr], [4, 'usine: The query took longer than 1000 ms\n'])
  })

  it('exits with 130 when such a query is interrupted', async () => {
    const [command = '', ...words] = usineWords
    const child = spawn(command, [...words, 'query', runaway], { cwd: site, stdio: 'ignore' })
    await new Promise((resolve) => setTimeout(resolve, 4000))
    child.kill('SIGINT')
    strictEqual(await new Promise((resolve) => child.once('close', resolve)), 130)
  })

  it('exits with 130 when interrupted, and leaves no temporary file', async () => {
    const [command = '', ...words] = usineWords
    const out = join(folder, 'never.nt')
    const args = ['convert', '-', '--from', 'turtle', '--out', out]
    const child = spawn(command, [...words, ...args], { stdio: ['pipe', 'ignore', 'pipe'] })
    child.stdin.write('<https://a.example/s> <https://a.example/p> 1 .\n')
    await new Promise((resolve) => setTimeout(resolve, 4000))
    child.kill('SIGINT')
    const code = await new Promise((resolve) => child.once('close', resolve))
    strictEqual(code, 130)
    const left = await readdir(folder)
    deepStrictEqual(
      left.filter((name) => name.includes('never')),
      [],
    )
  })
})
