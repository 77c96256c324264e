import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commands } from '../../src/cli/commands/index.ts'
import { globalOptions } from '../../src/cli/program.ts'
import { listErrors } from '../../src/errors.ts'
import { run } from './support/run.ts'

const cliFile = 'docs/reference/cli.md'
const cli = readFileSync(cliFile, 'utf8')
const errors = readFileSync('docs/reference/errors.md', 'utf8')

/** The section of a command. */
const sectionOf = (name: string): string =>
  cli.split(/^## /m).find((section) => section.startsWith(`usine ${name}\n`)) ?? ''

/** The first cells of the rows of all tables. */
const firstCells = (text: string): string[] =>
  [...text.matchAll(/^\| (`[^|]*`) \|/gm)].map(([, cell = '']) => cell.replaceAll('`', ''))

describe('docs/reference/cli.md', function () {
  this.timeout(120_000)

  it('has a section for each command, in their order', () => {
    const sections = [...cli.matchAll(/^## usine (.*)$/gm)].map(([, name]) => name)
    const order = commands.map(({ name }) => name)
    deepStrictEqual(sections, order)
  })

  for (const { name, args, options } of commands) {
    it(`has each argument and option of ${name}, and no other`, () => {
      const cells = firstCells(sectionOf(name)).filter(
        (cell) => !/\.(?:nq|ttl|json|jsonld)/.test(cell),
      )
      deepStrictEqual(cells, [...args.map((arg) => arg.name), ...options.map(({ flags }) => flags)])
    })
  }

  it('has the options that all commands have', () => {
    const cells = firstCells(cli.split('## Exit codes')[0] ?? '')
    for (const { flags } of globalOptions) strictEqual(cells.includes(flags), true, flags)
  })

  // USINE_DOCS=update writes what the examples print into the page.
  it('shows what its examples print', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'usine-docs-'))
    try {
      let updated = cli
      for (const block of cli.matchAll(/^```console(?: (\d+))?\n(.*?)^```$/gms)) {
        const [whole, limit, text = ''] = block
        const lines = text.split('\n').filter((line) => line.startsWith('$ usine '))
        const outputs: string[] = []
        for (const line of lines) outputs.push(`${line}\n${await printed(line, folder, limit)}`)
        const head = limit === undefined ? '```console' : `\`\`\`console ${limit}`
        updated = updated.replace(whole, () => `${head}\n${outputs.join('')}\`\`\``)
      }
      if (process.env['USINE_DOCS'] === 'update') writeFileSync(cliFile, updated)
      else strictEqual(updated, cli)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

/** What a command line prints on a terminal without colours, folders and times aside. */
async function printed(line: string, folder: string, limit?: string): Promise<string> {
  const words = [...line.slice('$ usine '.length).matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  )
  const args = words.map((word) =>
    /^(?:my-site|build)(?:\/|$)/.test(word) && word !== words[0] ? join(folder, word) : word,
  )
  const { stdout, stderr } = await run(args, { isTerminal: true, env: { NO_COLOR: '1' } })
  const text = (stdout + stderr)
    .replaceAll(`${folder}/`, '')
    .replace(/^(time +)\d+\.\d s$/m, '$10.9 s')
  if (limit === undefined) return text
  const rows = text.split('\n')
  return rows.length <= Number(limit) ? text : `${rows.slice(0, Number(limit)).join('\n')}\n…\n`
}

describe('docs/reference/errors.md', () => {
  it('explains each error, in their order, and no other', () => {
    const codes = listErrors().map(([code]) => code)
    deepStrictEqual(firstCells(errors), codes.sort())
  })
})
