import { UsineError } from '../../errors.ts'

/** How many chunks the server holds for a slow client; answers that are not longer leave their worker free. */
const INITIAL_CREDITS = 64

/** Lets a worker send only as many chunks as the client takes. */
export class Credits {
  #count = INITIAL_CREDITS
  #closed = false
  #wake: () => void = () => undefined

  add(count: number): void {
    this.#count += count
    this.#wake()
  }

  /** Ends all waiting: nothing more is wanted. */
  close(): void {
    this.#closed = true
    this.#wake()
  }

  /** Waits for a credit and uses it. */
  async take(): Promise<void> {
    while (this.#count === 0 && !this.#closed) {
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
    if (this.#closed) throw new UsineError('ERR_QUERY_ABORTED')
    this.#count -= 1
  }
}
