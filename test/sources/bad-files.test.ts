import { strictEqual } from 'node:assert/strict'
import { createReadStream, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { findSource } from '../../src/sources/index.ts'
import type { SourceContext } from '../../src/sources/index.ts'
import { testBase, testOntology } from '../support/ontology.ts'
import { formatProblem, listProblems, testIndex } from './support/problems.ts'

const folder = 'test/fixtures/bad'
const isInput = (name: string) =>
  !name.endsWith('.expected.txt') && !name.endsWith('-metadata.json')
const names = readdirSync(folder).filter(isInput)

/** `UPDATE_EXPECTED=1 npx mocha …` writes the messages anew, to be read before they are committed. */
const update = process.env.UPDATE_EXPECTED === '1'

async function messages(name: string): Promise<string> {
  const context: SourceContext = {
    ontology: testOntology,
    base: testBase,
    file: name,
    index: testIndex,
    readSibling: async (sibling) => {
      const path = join(folder, sibling)
      return existsSync(path) ? readFile(path, 'utf8') : undefined
    },
  }
  const items = findSource(name).read(createReadStream(join(folder, name)), context)
  return (await listProblems(items)).map((problem) => `${formatProblem(problem)}\n`).join('')
}

describe('bad files', () => {
  it('are at least forty', () => {
    strictEqual(names.length >= 40, true)
  })

  for (const name of names) {
    it(`${name} gets its messages`, async () => {
      const path = join(folder, `${basename(name, extname(name))}.expected.txt`)
      const found = await messages(name)
      if (update) writeFileSync(path, found)
      strictEqual(found === '', false)
      strictEqual(found, readFileSync(path, 'utf8'))
    })
  }
})
