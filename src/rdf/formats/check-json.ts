import { UsineError } from '../../errors.ts'

/** What the next token may be: `close` is also the end of a list or map just begun. */
type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or ]' | ', or }' | 'end'

const plainText = /[^"\\\p{Cc}]*/uy
const textEscape = /^\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})$/
const textEscapeStart = /^\\(?:u[\dA-Fa-f]{0,3})?$/
const word = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/

/** No word of JSON that means something is as long as this. */
const LONGEST_WORD = 1000

/**
 * Passes on chunks of JSON as long as they are JSON and not nested deeper than the limit.
 * The streaming parser behind it takes more than JSON, and names no places.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8259
 */
export async function* checkJson(
  chunks: AsyncIterable<string>,
  { file, maxDepth = 200 }: { readonly file: string; readonly maxDepth?: number },
): AsyncGenerator<string> {
  const checker = new JsonChecker(file, maxDepth)
  for await (const chunk of chunks) {
    checker.read(chunk)
    yield chunk
  }
  checker.end()
}

class JsonChecker {
  readonly #file: string
  readonly #maxDepth: number
  readonly #open: ('[' | '{')[] = []
  #expected: Expected = 'value'
  #inText = false
  #escape = ''
  /** Whether the last character of a text was an escape for the first half of one. */
  #half = false
  #word = ''
  #line = 1
  #column = 0

  constructor(file: string, maxDepth: number) {
    this.#file = file
    this.#maxDepth = maxDepth
  }

  read(chunk: string): void {
    for (let at = 0; at < chunk.length; at += 1) {
      if (this.#inText && this.#escape === '') at += this.#skipPlainText(chunk, at)
      const character = chunk[at]
      if (character === undefined) return
      this.#column += 1
      if (this.#inText) this.#readText(character)
      else this.#readOutside(character)
    }
  }

  end(): void {
    this.#endWord()
    const inside = this.#open.at(-1) === '{' ? 'an object' : 'an array'
    if (this.#open.length > 0 || this.#inText) this.#fail(`the text ends inside ${inside}`)
    if (this.#expected !== 'end') this.#fail('the text is empty')
  }

  #skipPlainText(chunk: string, at: number): number {
    plainText.lastIndex = at
    const length = plainText.exec(chunk)?.[0].length ?? 0
    if (length > 0 && this.#half) this.#failHalf()
    this.#column += length
    return length
  }

  #readText(character: string): void {
    if (this.#escape !== '' || character === '\\') {
      this.#escape += character
      if (textEscape.test(this.#escape)) this.#endEscape()
      else if (!textEscapeStart.test(this.#escape)) this.#fail(`no such escape: ${this.#escape}`)
      return
    }
    if (this.#half) this.#failHalf()
    if (character === '"') {
      this.#inText = false
      this.#expected = this.#expected.startsWith('key') ? ':' : this.#next()
    } else if (character < ' ') {
      this.#fail('a text holds a control character, which must be written as an escape')
    }
  }

  #endEscape(): void {
    const isSecondHalf = /^\\u[dD][c-fC-F]/.test(this.#escape)
    if (this.#half !== isSecondHalf) this.#failHalf()
    this.#half = /^\\u[dD][89abAB]/.test(this.#escape)
    this.#escape = ''
  }

  #failHalf(): never {
    return this.#fail('a text holds half a character (a lone surrogate)')
  }

  #readOutside(character: string): void {
    const ends = ' \t\n\r[]{},:"'.includes(character)
    if (!ends) {
      this.#word += character
      if (this.#word.length > LONGEST_WORD) this.#fail(`unexpected ${this.#word.slice(0, 20)}…`)
      return
    }
    this.#endWord()
    if (character === '\n') {
      this.#line += 1
      this.#column = 0
    } else if (!' \t\r'.includes(character)) {
      this.#readMark(character)
    }
  }

  #readMark(mark: string): void {
    const accepts = marks[mark]
    if (!accepts?.includes(this.#expected)) this.#fail(`expected ${this.#expected}, found ${mark}`)
    if (mark === '"') this.#inText = true
    else if (mark === '[' || mark === '{') this.#openMark(mark)
    else if (mark === ']' || mark === '}') this.#closeMark()
    else if (mark === ':') this.#expected = 'value'
    else this.#expected = this.#open.at(-1) === '{' ? 'key' : 'value'
  }

  #openMark(mark: '[' | '{'): void {
    this.#open.push(mark)
    if (this.#open.length > this.#maxDepth) this.#fail(`nested deeper than ${this.#maxDepth}`)
    this.#expected = mark === '{' ? 'key or }' : 'value or ]'
  }

  #closeMark(): void {
    this.#open.pop()
    this.#expected = this.#next()
  }

  #endWord(): void {
    if (this.#word === '') return
    if (!this.#expected.startsWith('value') || !word.test(this.#word)) {
      this.#fail(`expected ${this.#expected}, found ${this.#word.slice(0, 20)}`)
    }
    this.#word = ''
    this.#expected = this.#next()
  }

  #next(): Expected {
    const inside = this.#open.at(-1)
    if (inside === undefined) return 'end'
    return inside === '{' ? ', or }' : ', or ]'
  }

  #fail(problem: string): never {
    const place = { file: this.#file, line: this.#line, column: Math.max(1, this.#column) }
    throw new UsineError('ERR_SYNTAX', { ...place, problem: `not JSON: ${problem}` })
  }
}

/** Which mark may come where. */
const marks: Readonly<Record<string, readonly Expected[]>> = {
  '"': ['value', 'value or ]', 'key', 'key or }'],
  '[': ['value', 'value or ]'],
  '{': ['value', 'value or ]'],
  ']': ['value or ]', ', or ]'],
  '}': ['key or }', ', or }'],
  ':': [':'],
  ',': [', or ]', ', or }'],
}
