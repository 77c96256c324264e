import picocolors from 'picocolors'
import type { OutputStream, Surroundings } from '../context.ts'
import { printable } from './printable.ts'

type Colors = ReturnType<typeof picocolors.createColors>

/** The styles that output uses, by meaning. */
export interface Styles {
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
  readonly doubtful: (text: string) => string
  readonly command: (text: string) => string
}

/** Writes lines for people. Control characters never reach the stream: style is added by `styles` alone. */
export interface Printer {
  readonly styles: Styles
  readonly isTerminal: boolean
  /** Writes one line of pieces; a piece is a text, or a text and its style. */
  line(...pieces: readonly Piece[]): void
}

/** A text, or a style and the text it is for. */
export type Piece = string | readonly [style: keyof Styles, text: string]

/** Makes the printer of a stream. */
export function createPrinter(stream: OutputStream, env: Surroundings['env']): Printer {
  const styles = stylesFrom(picocolors.createColors(wantsColor(stream, env)))
  return {
    styles,
    isTerminal: stream.isTTY === true,
    line: (...pieces) => {
      stream.write(`${pieces.map((piece) => paint(piece, styles)).join('')}\n`)
    },
  }
}

function paint(piece: Piece, styles: Styles): string {
  if (typeof piece === 'string') return printable(piece)
  const [style, text] = piece
  return styles[style](printable(text))
}

const stylesFrom = (colors: Colors): Styles => ({
  strong: colors.bold,
  faint: colors.dim,
  good: colors.green,
  bad: colors.red,
  doubtful: colors.yellow,
  command: colors.cyan,
})

/**
 * Whether a stream gets colours: as the environment says, else if it is a terminal that has any.
 *
 * @see https://no-color.org/
 * @see https://force-color.org/
 */
export function wantsColor(stream: OutputStream, env: Surroundings['env']): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = env
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return !['0', 'false'].includes(FORCE_COLOR)
  return stream.isTTY === true && TERM !== 'dumb'
}
