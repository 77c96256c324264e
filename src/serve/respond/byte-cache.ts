/** Keeps buffers by key up to a number of bytes; those that were not asked for longest go first. */
export class ByteCache {
  readonly #buffers = new Map<string, Buffer>()
  readonly #limit: number
  #size = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  get(key: string): Buffer | undefined {
    const buffer = this.#buffers.get(key)
    if (buffer && this.#size > this.#limit / 2) {
      this.#buffers.delete(key)
      this.#buffers.set(key, buffer)
    }
    return buffer
  }

  /** Keeps a buffer, unless it alone would take more than a quarter of the room. */
  set(key: string, buffer: Buffer): void {
    if (buffer.length > this.#limit / 4) return
    this.#size += buffer.length - (this.#buffers.get(key)?.length ?? 0)
    this.#buffers.delete(key)
    this.#buffers.set(key, buffer)
    for (const [oldest, { length }] of this.#buffers) {
      if (this.#size <= this.#limit) break
      this.#buffers.delete(oldest)
      this.#size -= length
    }
  }
}
