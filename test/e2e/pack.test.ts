import { deepStrictEqual, match, strictEqual } from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** What npm hands to the scripts of a package would change what a package in another folder does. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^npm_(?:package|lifecycle|command|execpath)/.test(name) && name !== 'INIT_CWD',
  )
  return Object.fromEntries(entries)
}

/** Installs from the registry, so it runs only where that is wanted: `.ci/run` sets USINE_E2E_PACK=1. */
describe('the package', function () {
  this.timeout(600_000)
  let folder = ''
  before(async function () {
    if (process.env['USINE_E2E_PACK'] !== '1') this.skip()
    folder = await mkdtemp(join(tmpdir(), 'usine-pack-'))
    const env = cleanEnvironment()
    const packed = await execute('npm', ['pack', '--json', '--pack-destination', folder], { env })
    const [, name = ''] = /"filename": "([^"]+)"/.exec(packed.stdout) ?? []
    await execute('npm', ['init', '--yes'], { cwd: folder, env })
    await execute('npm', ['install', '--no-audit', '--no-fund', join(folder, name)], {
      cwd: folder,
      env,
    })
  })
  after(async () => {
    if (folder !== '') await rm(folder, { recursive: true })
  })

  const npx = (...args: readonly string[]) =>
    execute('npx', ['--no', 'usine', ...args], { cwd: folder, env: cleanEnvironment() })

  it('makes a site, builds it and answers its questions', async () => {
    match((await npx('init', 'demo')).stdout, /^Made a site/)
    match((await npx('build', 'demo')).stdout, /problems +none/)
    const { stdout } = await npx('query', '--site', 'demo', 'timeline', '--format', 'csv')
    match(stdout, /1921/)
    const { stdout: report } = await npx('validate', '--site', 'demo')
    match(report, /\n0 errors, /)
  })

  it('lets its rooms be imported', async () => {
    const rooms = ['statements', 'rdf', 'sources', 'store', 'query', 'validate', 'export']
    const code = `const rooms = await Promise.all(${JSON.stringify(rooms)}.map((room) => import('usine/' + room)))
      console.log(rooms.every((room) => Object.keys(room).length > 0))`
    const args = ['--input-type=module', '--eval', code]
    const { stdout, stderr } = await execute(process.execPath, args, { cwd: folder })
    deepStrictEqual([stdout, stderr], ['true\n', ''])
  })

  it('holds what it needs and no more', async () => {
    const { stdout } = await execute('ls', [join(folder, 'node_modules', 'usine')])
    strictEqual(/\b(?:src|test|data)\b/.test(stdout), false, stdout)
  })
})
