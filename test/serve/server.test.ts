import { deepStrictEqual } from 'node:assert/strict'
import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startServer } from './support/live-server.ts'
import { childrenOf, hasProc } from './support/process-tree.ts'

const flins = resolve(import.meta.dirname, '../..')

describe('a server that is closed as soon as it listens', () => {
  it('starts no workers afterwards', async function () {
    if (!hasProc) this.skip()
    const before = childrenOf(process.pid)
    const server = await startServer(flins)
    await server.close()
    await wait(1500)
    deepStrictEqual(childrenOf(process.pid), before)
  })
})
