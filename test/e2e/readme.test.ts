import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { useServer } from '../serve/support/live-server.ts'
import { shell } from './usine.ts'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

const hasCurl = spawnSync('curl', ['--version']).status === 0

/** A command that the README shows, with what it prints. */
interface Shown {
  readonly command: string
  readonly output: string
}

const shown: readonly Shown[] = [...readme.matchAll(/```console\n([\s\S]*?)```/g)].flatMap(
  ([, block = '']) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((part) => {
        const [command = '', ...lines] = part.trimEnd().split('\n')
        return { command: command.replaceAll('npx usine', 'usine'), output: lines.join('\n') }
      }),
)

/** A table is what a terminal shows; a pipe gets JSON unless it asks. */
const asShown = ({ command, output }: Shown): string =>
  output.startsWith('┌') ? `${command} --format table` : command

describe('the README', function () {
  this.timeout(60_000)

  const server = useServer(() => fileURLToPath(new URL('../../', import.meta.url)))

  for (const example of shown) {
    if (example.output === '' || example.command.includes('build demo')) continue
    it(`shows what ${example.command} prints`, async function () {
      if (example.command.startsWith('curl') && !hasCurl) this.skip()
      const address = (text: string) => text.replaceAll('http://127.0.0.1:8080', server().url)
      const { stdout, code } = await shell(address(asShown(example)))
      strictEqual(stdout.replaceAll('\r\n', '\n').trimEnd(), example.output)
      strictEqual(code, 0)
    })
  }

  it('shows Turtle that is exported so', async () => {
    const [, turtle = ''] = /```turtle\n([\s\S]*?)```/.exec(readme) ?? []
    const { stdout } = await shell('usine export nissan --view all --format turtle')
    deepStrictEqual(
      turtle
        .trim()
        .split('\n\n')
        .filter((block) => !stdout.includes(block.replace(/ \.$/, ''))),
      [],
    )
    ok(turtle.includes('wdt:P31'))
  })

  it('shows the problems of a broken site as they are reported', async () => {
    const broken = shown.find(({ command }) => command === 'usine build demo')
    const edits = [
      's/- employees: 340/- emploees: 340/',
      's/- area: 12.5 ha/- area: 12.5 hectars/',
      's/- officialOpening: 1921 /- officialOpening: 1921-02-31 /',
    ]
    const { stderr, code } = await shell(
      `cd "$(mktemp -d)" && usine init demo >/dev/null && sed -i '${edits.join(';')}' demo/data/example.yaml && usine build demo`,
    )
    strictEqual(stderr.trimEnd(), broken?.output)
    strictEqual(code, 1)
  })

  it('shows commands at all', () => {
    ok(shown.length >= 5)
  })
})
