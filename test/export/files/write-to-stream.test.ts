import { ok, rejects, strictEqual } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createWriteStream, existsSync } from 'node:fs'
import { PassThrough, Writable } from 'node:stream'
import { writeToStream } from '../../../src/export/index.ts'

const chunk = 'x'.repeat(70_000)

describe('writeToStream', () => {
  it('writes everything and leaves the stream open', async () => {
    const stream = new PassThrough()
    const outcome = writeToStream(stream, ['a', new TextEncoder().encode('é'), '', 'b'])
    strictEqual(await outcome, 'written')
    strictEqual((stream.read() as Buffer).toString(), 'aéb')
    strictEqual(stream.writable, true)
    strictEqual(stream.listenerCount('error') + stream.listenerCount('close'), 0)
  })

  it('takes no more chunks than the stream does', async () => {
    let taken = 0
    let accept: () => void = () => undefined
    const stream = new Writable({ write: (_data, _encoding, callback) => void (accept = callback) })
    const outcome = writeToStream(
      stream,
      (function* () {
        for (; taken < 3; taken++) yield chunk
      })(),
    )
    for (let accepted = 0; accepted < 3; accepted++) {
      await new Promise(setImmediate)
      strictEqual(taken, accepted)
      accept()
    }
    strictEqual(await outcome, 'written')
  })

  it('resolves to "closed" when the reader goes away, and stops the chunks', async () => {
    let isStopped = false
    const stream = new Writable({ write: () => undefined })
    const chunks = function* () {
      try {
        for (;;) yield chunk
      } finally {
        isStopped = true
      }
    }
    const outcome = writeToStream(stream, chunks())
    setImmediate(() => stream.destroy())
    strictEqual(await outcome, 'closed')
    strictEqual(await writeToStream(stream, chunks()), 'closed')
    ok(isStopped)
  })

  it('resolves to "closed" on EPIPE', async () => {
    const error = Object.assign(new Error('broken pipe'), { code: 'EPIPE' })
    const stream = new Writable({
      write: (_data, _encoding, callback) => {
        callback(error)
      },
    })
    strictEqual(await writeToStream(stream, [chunk]), 'closed')
    await new Promise(setImmediate)
  })

  it('throws what else is wrong', async function () {
    if (!existsSync('/dev/full')) return void this.skip() // only Linux has it
    const stream = createWriteStream('/dev/full')
    await rejects(writeToStream(stream, [chunk], 'standard output'), {
      code: 'ERR_FILE_WRITE',
      message:
        'Cannot write standard output: the disk is full; free some space or choose another place',
    })
  })

  it('is quiet in a pipe that ends early', function () {
    if (process.platform === 'win32') return void this.skip() // the pipe is of the shell
    const url = JSON.stringify(
      new URL('../../../src/export/files/write-to-stream.ts', import.meta.url).href,
    )
    const script = `import { writeToStream } from ${url}
      const lines = function* () { for (;;) yield 'line\\n' }
      console.error(await writeToStream(process.stdout, lines()))`
    const node = `"${process.execPath}" --import ts-blank-space/register --input-type=module --eval "$0"`
    const { stdout, stderr } = spawnSync('sh', ['-c', `${node} | head -n 1`, script], {
      encoding: 'utf8',
    })
    strictEqual(stdout, 'line\n')
    strictEqual(stderr, 'closed\n')
  })
})
