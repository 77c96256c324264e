import { throwFirst } from './query-syntax-error.ts'

/**
 * How the parser of queries is made, here and in the editor of pages. The types leave the error handler out, but it is
 * passed on; without it errors lose their place.
 */
export const parserOptions = {
  lexerConfig: { positionTracking: 'full' as const },
  errorHandler: throwFirst,
}
