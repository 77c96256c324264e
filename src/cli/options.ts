type OptionValue = string | boolean | readonly string[] | undefined

/** The options that a command was called with. */
export class Options {
  readonly #values: Readonly<Record<string, OptionValue>>

  constructor(values: Readonly<Record<string, OptionValue>>) {
    this.#values = values
  }

  /** Whether an option without a value was given. */
  is(name: string): boolean {
    return this.#values[name] === true
  }

  /** Whether an option that is on unless `--no-…` is given was turned off. */
  isOff(name: string): boolean {
    return this.#values[name] === false
  }

  /** Finds the value of an option. */
  find(name: string): string | undefined {
    const value = this.#values[name]
    return typeof value === 'string' ? value : undefined
  }

  /** Lists the values of an option that may be given more than once. */
  list(name: string): readonly string[] {
    const value = this.#values[name]
    return Array.isArray(value) ? (value as readonly string[]) : []
  }
}
