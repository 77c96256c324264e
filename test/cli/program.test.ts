import { deepStrictEqual, match, strictEqual } from 'node:assert/strict'
import { commands } from '../../src/cli/commands/index.ts'
import { run } from './support/run.ts'

const usageErrors: readonly (readonly [argv: readonly string[], message: string])[] = [
  [['qury'], 'usine: Unknown command "qury" - did you mean "query"?; see "usine --help"\n'],
  [
    ['sources', 'chek'],
    'usine: Unknown command "chek" - did you mean "check"?; see "usine sources --help"\n',
  ],
  [
    ['sources'],
    'usine: usine sources needs the name of one of its commands: check; see "usine sources --help"\n',
  ],
  [
    ['export', '--formt', 'x'],
    'usine: Unknown option "--formt" - did you mean "--format"?; see "usine export --help"\n',
  ],
  [
    ['build', '--sit', 'x'],
    'usine: Unknown option "--sit" - did you mean "--site"?; see "usine build --help"\n',
  ],
  [['convert'], 'usine: Missing required argument "file"; see "usine convert --help"\n'],
  [
    ['query', '--param'],
    'usine: Option "--param <name=value>" argument missing; see "usine query --help"\n',
  ],
  [
    ['export', 'a', 'b'],
    'usine: Too many arguments for "export". Expected 1 argument but got 2; see "usine export --help"\n',
  ],
  [
    ['export', '--view', 'all-of-it'],
    'usine: Option "--view <view>" argument "all-of-it" is invalid. Allowed choices are wikibase, schema, all; see "usine export --help"\n',
  ],
]

describe('the command line', () => {
  for (const [argv, message] of usageErrors) {
    it(`explains what is wrong with "usine ${argv.join(' ')}"`, async () => {
      const { outcome, stderr } = await run(argv)
      strictEqual(outcome, 'ERR_USAGE')
      strictEqual(stderr.split('\n').at(-2), message.trimEnd())
    })
  }

  it('prints its help when nothing is asked', async () => {
    const { outcome, stdout } = await run([])
    strictEqual(outcome, 'ok')
    for (const { name } of commands)
      match(stdout, new RegExp(`^  ${name.split(' ')[0] ?? ''}`, 'm'))
  })

  it('prints its version', async () => {
    match((await run(['--version'])).stdout, /^\d+\.\d+\.\d+\n$/)
  })

  for (const command of commands) {
    it(`shows options and examples of ${command.name}`, async () => {
      const { stdout } = await run([...command.name.split(' '), '--help'])
      for (const { flags } of command.options) match(stdout, new RegExp(flags.split(' ')[0] ?? ''))
      for (const { line } of command.examples) strictEqual(stdout.includes(line), true, line)
    })
  }

  it('writes errors as JSON for programs', async () => {
    const { stderr } = await run(['export', 'nothing', '--json'])
    const { error } = JSON.parse(stderr) as { error: { code: string; details: unknown } }
    strictEqual(error.code, 'ERR_ENTITY_NOT_FOUND')
    deepStrictEqual(error.details, { id: 'nothing', suggestion: '' })
  })

  it('shows control characters of what was typed, and does not send them', async () => {
    const { stderr } = await run(['query', 'evil\u001B[31m\u009B'], { isTerminal: true })
    // eslint-disable-next-line no-control-regex -- what must not be there
    strictEqual(/[\u0000-\u0009\u000b-\u001a\u001c-\u001f\u0080-\u009f]/.test(stderr), false)
    match(stderr, /evil␛\[31m<U\+009B>/)
  })
})
