import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import { anyone, FairQueue } from '../../../src/serve/workers/fair-queue.ts'
import type { Client } from '../../../src/serve/workers/fair-queue.ts'

interface Item {
  readonly id: string
  readonly client: Client
}

const [flooder, other] = ['a', 'b'].map((name) => ({ name, isMany: false })) as [Client, Client]
const item = (id: string, client: Client): Item => ({ id, client })

/** A queue in which these wait already. */
function createQueue(items: readonly Item[], { maxWaiting = 100, maxRunning = 1 } = {}) {
  const queue = new FairQueue<Item>({ maxWaiting, maxRunning })
  for (const each of items) queue.add(each)
  return queue
}

/** The order in which they have their turn, each after the one before it has ended. */
function turns(queue: FairQueue<Item>): string {
  const ids: string[] = []
  for (let next = queue.take(2); next; next = queue.take(2)) {
    ids.push(next.id)
    queue.release(next, 100)
  }
  return ids.join(' ')
}

describe('FairQueue', () => {
  it('keeps the order of one client', () => {
    strictEqual(turns(createQueue(['1', '2', '3'].map((id) => item(id, anyone)))), '1 2 3')
  })

  it('prefers the client that took less time', () => {
    const items = ['a1', 'a2', 'a3'].map((id) => item(id, flooder))
    strictEqual(turns(createQueue([...items, item('b1', other)])), 'a1 b1 a2 a3')
  })

  it('prefers the client of which fewer run', () => {
    const queue = createQueue(
      ['a1', 'a2', 'a3'].map((id) => item(id, flooder)),
      { maxRunning: 4 },
    )
    deepStrictEqual([queue.take(2)?.id, queue.take(2)?.id], ['a1', 'a2'])
    queue.add(item('b1', other))
    strictEqual(queue.take(2)?.id, 'b1')
  })

  it('leaves a worker for others when it took much, unless one client may be many people', () => {
    const three = (client: Client) => ['1', '2', '3'].map((id) => item(id, client))
    const take = (client: Client, milliseconds: number) => {
      const queue = createQueue([item('0', client), ...three(client)], { maxRunning: 3 })
      const first = queue.take(4)
      if (first) queue.release(first, milliseconds)
      return [3, 2, 1].filter((idle) => queue.take(idle) !== undefined).length
    }
    deepStrictEqual([take(flooder, 100), take(flooder, 60_000), take(anyone, 60_000)], [3, 2, 3])
  })

  it('sends away the last one of who has the most, for one of another client', () => {
    const items = ['a1', 'a2', 'a3'].map((id) => item(id, flooder))
    const queue = createQueue(items, { maxWaiting: 3 })
    strictEqual(queue.add(item('a4', flooder))?.id, 'a4')
    strictEqual(queue.add(item('b1', other))?.id, 'a3')
    strictEqual(queue.size, 3)
    strictEqual(turns(queue), 'a1 b1 a2')
  })

  it('sends away the newest one where all have as many', () => {
    const queue = createQueue([item('a1', flooder)], { maxWaiting: 1 })
    strictEqual(queue.add(item('b1', other))?.id, 'b1')
  })
})
