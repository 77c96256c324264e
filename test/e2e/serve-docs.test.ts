import { strictEqual } from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { useServer } from '../serve/support/live-server.ts'

const root = resolve(import.meta.dirname, '../..')
const file = resolve(root, 'docs/guide/serve.md')
const run = promisify(execFile)
const hasTools = ['curl', 'jq'].every((name) => existsSync(`/usr/bin/${name}`))

describe('docs/guide/serve.md', function () {
  this.timeout(120_000)
  const server = useServer(() => root)

  // USINE_DOCS=update writes what the examples print into the page.
  it('shows what its examples print', async function () {
    if (!hasTools) {
      console.log('      curl or jq is not there')
      this.skip()
    }
    const text = readFileSync(file, 'utf8')
    let updated = text
    for (const [whole, block = ''] of text.matchAll(/^```console\n(.*?)^```$/gms)) {
      const outputs: string[] = []
      for (const line of block.split('\n').filter((one) => one.startsWith('$ '))) {
        const command = line.slice(2).replaceAll('http://127.0.0.1:8080', server().url)
        const { stdout } = await run('bash', ['-c', command])
        outputs.push(`${line}\n${stdout.replaceAll(server().url, 'http://127.0.0.1:8080')}`)
      }
      const printed = outputs.map((output) => output.replaceAll('\r\n', '\n')).join('')
      updated = updated.replace(whole, () => `\`\`\`console\n${printed}\`\`\``)
    }
    if (process.env['USINE_DOCS'] === 'update') writeFileSync(file, updated)
    else strictEqual(text, updated)
  })
})
