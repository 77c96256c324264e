/** Where something was read: a file as the user named it, and the line and column (both from 1) it starts at. */
export interface Origin {
  readonly file: string
  readonly line: number
  readonly column: number
}
