import { deepStrictEqual } from 'node:assert/strict'
import { Writable } from 'node:stream'
import { createPrinter, wantsColor } from '../../src/cli/output/printer.ts'

const stream = (isTTY: boolean) => Object.assign(new Writable(), { isTTY })

const cases: readonly (readonly [
  isTerminal: boolean,
  env: Readonly<Record<string, string>>,
  expected: boolean,
])[] = [
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: '1' }, false],
  [true, { NO_COLOR: '' }, true],
  [false, { FORCE_COLOR: '1' }, true],
  [true, { FORCE_COLOR: '0' }, false],
  [true, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  [true, { TERM: 'dumb' }, false],
]

describe('printer', () => {
  for (const [isTerminal, env, expected] of cases) {
    const where = isTerminal ? 'on a terminal' : 'in a pipe'
    it(`uses ${expected ? 'colours' : 'no colours'} ${where} with ${JSON.stringify(env)}`, () => {
      deepStrictEqual(wantsColor(stream(isTerminal), env), expected)
    })
  }

  it('makes control characters of data visible, coloured or not', () => {
    const lines: string[] = []
    const sink = Object.assign(new Writable(), {
      isTTY: true,
      write: (text: string) => lines.push(text),
    })
    createPrinter(sink, {}).line('a\u001B[2J', ['bad', '\u0007b'])
    deepStrictEqual(lines, ['a␛[2J\u001B[31m␇b\u001B[39m\n'])
  })
})
