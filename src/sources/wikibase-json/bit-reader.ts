/** Reads bits, highest first, from bytes that arrive in chunks; what is read at once must be buffered before. */
export class BitReader {
  readonly #chunks: AsyncIterator<Buffer>
  #bytes: Buffer = Buffer.alloc(0)
  #at = 0
  #bits = 0
  #bitCount = 0
  #ended = false

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  /** Waits until so many bytes are at hand or the input has ended; tells whether there are any. */
  async buffer(length: number): Promise<boolean> {
    const pending = [this.#bytes.subarray(this.#at)]
    let available = pending[0]?.length ?? 0
    while (available < length && !this.#ended) {
      const next = await this.#chunks.next()
      if (next.done === true) this.#ended = true
      else {
        pending.push(next.value)
        available += next.value.length
      }
    }
    if (pending.length > 1) {
      this.#bytes = Buffer.concat(pending)
      this.#at = 0
    }
    return available > 0
  }

  /** Reads a number of at most 24 bits. */
  read(count: number): number {
    while (this.#bitCount < count) {
      const byte = this.#bytes[this.#at]
      if (byte === undefined) throw new Error('the compressed data ends too early')
      this.#at++
      this.#bits = ((this.#bits << 8) | byte) >>> 0
      this.#bitCount += 8
    }
    this.#bitCount -= count
    return (this.#bits >>> this.#bitCount) & ((1 << count) - 1)
  }

  /** Skips to the next whole byte. */
  align(): void {
    this.#bitCount -= this.#bitCount % 8
  }

  /** Tells whether whole bytes have been read ahead. */
  get hasBitsAhead(): boolean {
    return this.#bitCount > 0
  }
}
