import { deepStrictEqual, match, rejects, strictEqual } from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import {
  chmod,
  lstat,
  mkdtemp,
  mkdir,
  readFile,
  readdir,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { UsineError } from '../../../src/errors.ts'
import { writeFileAtomic } from '../../../src/export/index.ts'

describe('writeFileAtomic', () => {
  let folder: string
  let path: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'usine-'))
    path = join(folder, 'graph.nt')
    await writeFile(path, 'old')
  })
  afterEach(() => rm(folder, { recursive: true }))

  async function assertUntouched() {
    strictEqual(await readFile(path, 'utf8'), 'old')
    deepStrictEqual(await readdir(folder), ['graph.nt'])
  }

  it('replaces a file by text and bytes, in order', async () => {
    await writeFileAtomic(path, ['a', new TextEncoder().encode('é'), '', 'ü', 'x'.repeat(200_000)])
    strictEqual(await readFile(path, 'utf8'), `aéü${'x'.repeat(200_000)}`)
    deepStrictEqual(await readdir(folder), ['graph.nt'])
  })

  it('writes a new file, also an empty one', async () => {
    await writeFileAtomic(join(folder, 'new'), [])
    strictEqual(await readFile(join(folder, 'new'), 'utf8'), '')
  })

  it('keeps the old file until the new one is complete', async () => {
    await writeFileAtomic(
      path,
      (async function* () {
        yield 'x'.repeat(100_000)
        strictEqual(await readFile(path, 'utf8'), 'old')
      })(),
    )
  })

  it('loses nothing and leaves nothing when the chunks throw midway', async () => {
    const failure = new Error('no more')
    const chunks = function* () {
      yield 'x'.repeat(100_000)
      throw failure
    }
    await rejects(writeFileAtomic(path, chunks()), failure)
    await assertUntouched()
  })

  it('loses nothing and leaves nothing when it is aborted', async () => {
    const controller = new AbortController()
    const chunks = function* () {
      for (;;) {
        yield 'x'.repeat(100_000)
        controller.abort(new Error('stopped'))
      }
    }
    await rejects(writeFileAtomic(path, chunks(), controller), { message: 'stopped' })
    await rejects(writeFileAtomic(path, chunks(), controller), { message: 'stopped' })
    await assertUntouched()
  })

  it('loses nothing and leaves nothing when a limit on the size of files is reached', async function () {
    if (process.platform === 'win32') return void this.skip() // ulimit is of the shell
    const script = `import { writeFileAtomic } from ${JSON.stringify(new URL('../../../src/export/files/write-file-atomic.ts', import.meta.url).href)}
      process.on('SIGXFSZ', () => undefined)
      const chunks = Array.from({ length: 100 }, () => 'x'.repeat(100_000))
      await writeFileAtomic(process.argv[1], chunks).catch((error) => console.log(error.code, error.message))`
    const node = `"${process.execPath}" --import ts-blank-space/register --input-type=module --eval "$0" -- "$1"`
    const output = execFileSync('sh', ['-c', `ulimit -f 1000; ${node}`, script, path], {
      encoding: 'utf8',
    })
    strictEqual(
      output.trim(),
      `ERR_FILE_WRITE Cannot write ${path}: the file grew larger than the system allows`,
    )
    await assertUntouched()
  })

  it('keeps the permissions of the file it replaces', async () => {
    await chmod(path, 0o640)
    await writeFileAtomic(path, ['new'])
    strictEqual((await stat(path)).mode & 0o777, 0o640)
  })

  it('writes through a symbolic link', async () => {
    const link = join(folder, 'link')
    await symlink('graph.nt', link)
    await writeFileAtomic(link, ['new'])
    strictEqual((await lstat(link)).isSymbolicLink(), true)
    strictEqual(await readFile(path, 'utf8'), 'new')
  })

  it('writes straight to what is no file, and says when it is full', async function () {
    if (!existsSync('/dev/full')) return void this.skip() // only Linux has it
    await writeFileAtomic('/dev/null', ['x'])
    await rejects(writeFileAtomic('/dev/full', ['x']), {
      code: 'ERR_FILE_WRITE',
      message: 'Cannot write /dev/full: the disk is full; free some space or choose another place',
    })
  })

  it('says what is in the way and what to do', async () => {
    const cases: [string, RegExp][] = [
      [join(path, 'below'), /a part of .*graph\.nt is a file, not a folder; choose another place$/],
      [join(folder, 'none', 'x'), /there is no folder .*none; create it first$/],
      [folder, /it is a folder; name a file in it$/],
      [join(folder, 'x'.repeat(300)), /the name is too long; choose a shorter one$/],
    ]
    for (const [place, message] of cases) {
      await rejects(writeFileAtomic(place, ['x']), (error: unknown) => {
        match((error as UsineError).message, message)
        strictEqual((error as UsineError).code, 'ERR_FILE_WRITE')
        return true
      })
    }
    await assertUntouched()
  })

  it('says that a folder is read-only', async function () {
    const locked = join(folder, 'locked')
    await mkdir(locked, { mode: 0o555 })
    // Root writes everywhere but where the system itself refuses.
    const place = process.getuid?.() === 0 ? '/proc/usine' : join(locked, 'x')
    if (process.getuid?.() === 0 && !existsSync('/proc')) return void this.skip()
    await rejects(writeFileAtomic(place, ['x']), { code: 'ERR_FILE_WRITE' })
  })
})
