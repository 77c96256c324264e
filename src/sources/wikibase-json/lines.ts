/** A line of a file, without its end. */
export interface Line {
  /** From 1. */
  readonly number: number
  readonly bytes: Buffer
  /** The line was longer than the limit: only its beginning is here. */
  readonly isCut: boolean
}

const LINE_FEED = 0x0a
const EMPTY = Buffer.alloc(0)

/** Splits bytes into lines; memory is bounded by the limit, since what a line has beyond it is dropped. */
export async function* splitLines(
  chunks: AsyncIterable<Buffer>,
  limit: number,
): AsyncGenerator<Line> {
  const line = new PartialLine(limit)
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      line.append(chunk.subarray(start, end))
      yield line.take()
      start = end + 1
    }
    line.append(chunk.subarray(start))
  }
  if (line.length > 0) yield line.take()
}

/** Collects the pieces of a line, up to the limit. */
class PartialLine {
  readonly #limit: number
  #pieces: Buffer[] = []
  #number = 1
  #isCut = false
  length = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  append(piece: Buffer): void {
    const room = this.#limit - this.length
    if (piece.length > room) this.#isCut = true
    const kept = piece.length > room ? piece.subarray(0, room) : piece
    if (kept.length === 0) return
    this.#pieces.push(kept)
    this.length += kept.length
  }

  take(): Line {
    const [only = EMPTY] = this.#pieces
    const bytes = this.#pieces.length > 1 ? Buffer.concat(this.#pieces) : only
    const line = { number: this.#number, bytes, isCut: this.#isCut }
    this.#pieces = []
    this.#number++
    this.#isCut = false
    this.length = 0
    return line
  }
}
