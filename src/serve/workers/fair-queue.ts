import { RecentUse } from './recent-use.ts'

/** Who asks. */
export interface Client {
  /** The same for all that count as one. */
  readonly name: string
  /** Whether many people may be behind it, as behind a proxy that does not say for whom it asks. */
  readonly isMany: boolean
}

/** What the server itself and those at this machine are. */
export const anyone: Client = { name: '', isMany: true }

/** How much of a pool there is to share. */
export interface Shares {
  /** How many may wait. */
  readonly maxWaiting: number
  /** How many may run. */
  readonly maxRunning: number
}

/** Whoever took more of the workers' time than this lately leaves a worker to others, in milliseconds. */
const MUCH = 2000

/**
 * Those that wait for a worker. The client that has the fewest running is next, among these the one that took the
 * least time lately; where the queue is full, the last one of the client that has the most waiting has to go. So whoever
 * floods the queue waits in it behind everyone else.
 */
export class FairQueue<T extends { readonly client: Client }> implements Iterable<T> {
  readonly #shares: Shares
  readonly #waiting = new Set<T>()
  readonly #running = new Map<string, number>()
  readonly #use = new RecentUse()

  constructor(shares: Shares) {
    this.#shares = shares
  }

  get size(): number {
    return this.#waiting.size
  }

  [Symbol.iterator](): Iterator<T> {
    return this.#waiting.values()
  }

  /** Adds one; gives back the one that has to go where there is no room, which may be the same. */
  add(item: T): T | undefined {
    this.#waiting.add(item)
    if (this.#waiting.size <= this.#shares.maxWaiting) return undefined
    const loser = this.#findLoser(item)
    this.#waiting.delete(loser)
    return loser
  }

  /** Takes out one that waits no longer; says whether it was there. */
  delete(item: T): boolean {
    return this.#waiting.delete(item)
  }

  clear(): void {
    this.#waiting.clear()
  }

  /** Takes out whose turn it is, where some workers are idle; undefined where nobody waits who may have one of them. */
  take(idle: number): T | undefined {
    const allowed = [...this.#waiting].filter(({ client }) => this.#mayRun(client, idle))
    const [first, ...others] = allowed
    if (!first) return undefined
    const next = others.reduce((best, item) => (this.#isBefore(item, best) ? item : best), first)
    const { name } = next.client
    this.#waiting.delete(next)
    this.#running.set(name, this.#countRunning(name) + 1)
    return next
  }

  /** Notes that one that was taken runs no longer, and how long it ran. */
  release({ client: { name } }: T, milliseconds: number): void {
    this.#use.add(name, milliseconds)
    const count = this.#countRunning(name) - 1
    if (count > 0) this.#running.set(name, count)
    else this.#running.delete(name)
  }

  /** Who takes much leaves a worker to others: one that is running, and one that is idle, since workers may end. */
  #mayRun({ name, isMany }: Client, idle: number): boolean {
    if (isMany || this.#use.get(name) < MUCH) return idle > 0
    const { maxRunning } = this.#shares
    return idle > 1 && (maxRunning === 1 || this.#countRunning(name) < maxRunning - 1)
  }

  #isBefore({ client: { name } }: T, { client: { name: other } }: T): boolean {
    const fewer = this.#countRunning(name) - this.#countRunning(other)
    return fewer < 0 || (fewer === 0 && this.#use.get(name) < this.#use.get(other))
  }

  #countRunning(name: string): number {
    return this.#running.get(name) ?? 0
  }

  #findLoser(newest: T): T {
    const counts = new Map<string, number>()
    for (const { client } of this) counts.set(client.name, (counts.get(client.name) ?? 0) + 1)
    const most = Math.max(...counts.values())
    if (counts.get(newest.client.name) === most) return newest
    const greedy = [...this].filter(({ client }) => counts.get(client.name) === most)
    return greedy.at(-1) ?? newest
  }
}
