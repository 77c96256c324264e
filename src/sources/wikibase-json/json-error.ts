/** What is wrong with a JSON text, and where (an offset from 0). */
export interface JsonError {
  readonly offset: number
  readonly message: string
}

const literals = ['true', 'false', 'null'] as const
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
// eslint-disable-next-line no-control-regex -- JSON strings exclude control characters
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const SPACE = /[ \t\n\r]*/y

/**
 * Finds the first place where a text is not JSON. Needs no stack for nested values, so depth does no harm.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8259
 */
export function findJsonError(text: string): JsonError | undefined {
  const scanner = new JsonScanner(text)
  return scanner.scan()
}

/** What may come next: a value, a key, what separates members … */
type Expected = 'a value' | 'a value or ]' | 'a key' | 'a key or }' | 'a colon' | 'a comma or end'

class JsonScanner {
  readonly #text: string
  readonly #open: ('{' | '[')[] = []
  #offset = 0

  constructor(text: string) {
    this.#text = text
  }

  scan(): JsonError | undefined {
    let expected: Expected | undefined = 'a value'
    while (expected !== undefined) {
      this.#match(SPACE)
      const next: Expected | undefined | JsonError =
        expected === 'a comma or end' ? this.#afterValue() : this.#accept(expected)
      if (typeof next === 'object') return next
      expected = next
    }
    return undefined
  }

  #accept(expected: Exclude<Expected, 'a comma or end'>): Expected | JsonError {
    const sign = this.#text.charAt(this.#offset)
    if (expected === 'a colon') return this.#take(sign === ':', expected, 'a value')
    if (expected.startsWith('a key')) {
      if (sign === '}' && expected === 'a key or }') return this.#close('{')
      return this.#matchString() ? 'a colon' : this.#unexpected(expected)
    }
    if (sign === ']' && expected === 'a value or ]') return this.#close('[')
    if (sign === '{' || sign === '[') {
      this.#offset++
      this.#open.push(sign)
      return sign === '{' ? 'a key or }' : 'a value or ]'
    }
    return this.#matchScalar(sign) ? 'a comma or end' : this.#unexpected(expected)
  }

  #afterValue(): Expected | JsonError | undefined {
    const container = this.#open.at(-1)
    const sign = this.#text.charAt(this.#offset)
    if (container === undefined) {
      return this.#offset < this.#text.length ? this.#unexpected('the end') : undefined
    }
    if (sign === ',') return this.#take(true, '', container === '{' ? 'a key' : 'a value')
    if (sign === (container === '{' ? '}' : ']')) return this.#close(container)
    return this.#unexpected(container === '{' ? 'a comma or }' : 'a comma or ]')
  }

  #take(matches: boolean, expected: string, next: Expected): Expected | JsonError {
    if (!matches) return this.#unexpected(expected)
    this.#offset++
    return next
  }

  #close(container: '{' | '['): Expected | JsonError {
    this.#offset++
    return this.#open.pop() === container ? 'a comma or end' : this.#unexpected('a bracket')
  }

  #matchScalar(sign: string): boolean {
    if (sign === '"') return this.#matchString()
    const literal = literals.find((name) => this.#text.startsWith(name, this.#offset))
    if (literal === undefined) return this.#match(NUMBER)
    this.#offset += literal.length
    return true
  }

  #matchString(): boolean {
    return this.#match(STRING)
  }

  #match(pattern: RegExp): boolean {
    pattern.lastIndex = this.#offset
    if (!pattern.test(this.#text)) return false
    this.#offset = pattern.lastIndex
    return true
  }

  #unexpected(expected: string): JsonError {
    const sign = this.#text.charAt(this.#offset)
    const found = sign === '' ? 'the end of the text' : JSON.stringify(sign)
    return { offset: this.#offset, message: `expected ${expected}, found ${found}` }
  }
}
