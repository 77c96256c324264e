import { Readable } from 'node:stream'

/** What the body of an answer tells the worker that makes it. */
export interface BodyEvents {
  /** One chunk was taken; another one may come. */
  readonly onTaken: () => void
  /** Nobody wants the rest. */
  readonly onClose: () => void
}

/** The body of an answer: chunks as they come from a worker, which makes only as many as are taken. */
export class AnswerBody extends Readable {
  readonly #events: BodyEvents
  readonly #chunks: Uint8Array[] = []
  #isWanted = false
  #isComplete = false

  constructor(events: BodyEvents) {
    super()
    this.#events = events
    // Whoever reads it hears of an error as well; before anybody does, it must not end the server.
    this.on('error', () => undefined)
  }

  /** Adds a chunk. */
  add(chunk: Uint8Array): void {
    this.#chunks.push(chunk)
    if (this.#isWanted) this._read()
  }

  /** Ends the body after the last chunk. */
  complete(): void {
    this.#isComplete = true
    if (this.#isWanted) this._read()
  }

  override _read(): void {
    const chunk = this.#chunks.shift()
    this.#isWanted = chunk === undefined
    if (chunk !== undefined) {
      this.#events.onTaken()
      this.push(chunk)
    } else if (this.#isComplete) this.push(null)
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    this.#chunks.length = 0
    this.#events.onClose()
    callback(error)
  }
}
