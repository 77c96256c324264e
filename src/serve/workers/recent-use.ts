/** After how long a use counts half, in milliseconds. */
const HALF_LIFE = 60_000
/** How many clients are remembered. */
const REMEMBERED = 1000

interface Use {
  readonly milliseconds: number
  readonly at: number
}

/** How much of the workers' time clients took lately; what was longer ago counts less. */
export class RecentUse {
  readonly #uses = new Map<string, Use>()

  get(name: string, now = performance.now()): number {
    const use = this.#uses.get(name)
    return use ? use.milliseconds * 0.5 ** ((now - use.at) / HALF_LIFE) : 0
  }

  add(name: string, milliseconds: number, now = performance.now()): void {
    const sum = this.get(name, now) + milliseconds
    // The one that was used longest ago comes first.
    this.#uses.delete(name)
    this.#uses.set(name, { milliseconds: sum, at: now })
    const [oldest] = this.#uses.keys()
    if (this.#uses.size > REMEMBERED && oldest !== undefined) this.#uses.delete(oldest)
  }
}
