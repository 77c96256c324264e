import { deepStrictEqual, ok } from 'node:assert/strict'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { listFiles, readEach } from '../../../src/sources/site/site-files.ts'

describe('readEach', () => {
  it('has some hundred files open at most, and keeps their order', async () => {
    const names = Array.from({ length: 1000 }, (_, index) => `${index}`)
    const opened = { now: 0, most: 0 }
    const read = await readEach(names, async (name) => {
      opened.now += 1
      opened.most = Math.max(opened.most, opened.now)
      await setImmediate()
      opened.now -= 1
      return name
    })
    deepStrictEqual(read, names)
    ok(opened.most <= 100)
  })
})

describe('listFiles', () => {
  it('lists files and links, also in folders, but nothing hidden', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'usine-files-'))
    try {
      await mkdir(join(directory, 'data/more'), { recursive: true })
      for (const name of ['b.yaml', '.hidden.yaml', 'more/a.csv']) {
        await writeFile(join(directory, 'data', name), '')
      }
      await symlink('b.yaml', join(directory, 'data/link.yaml'))
      await symlink('nowhere', join(directory, 'data/lost.yaml'))
      deepStrictEqual(await listFiles(directory, 'data'), [
        'data/b.yaml',
        'data/link.yaml',
        'data/lost.yaml',
        'data/more/a.csv',
      ])
      deepStrictEqual(await listFiles(directory, 'nothing'), [])
    } finally {
      await rm(directory, { recursive: true })
    }
  })
})
