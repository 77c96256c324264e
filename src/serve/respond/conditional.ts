/** What a request says of what its client has. */
export interface Condition {
  readonly 'if-none-match'?: string | undefined
  readonly 'if-modified-since'?: string | undefined
}

/** What there is. */
export interface Validators {
  readonly etag: string
  readonly modified: Date
}

/**
 * Tells whether the client has what there is, so that 304 will do. Entity tags are compared weakly and count more than
 * dates; a date that cannot be read is as if it had not been sent.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2
 */
export function isFresh(condition: Condition, { etag, modified }: Validators): boolean {
  const tags = condition['if-none-match']
  if (tags !== undefined) return tags.trim() === '*' || listTags(tags).includes(etag)
  const since = Date.parse(condition['if-modified-since'] ?? '')
  return !Number.isNaN(since) && modified.getTime() <= since
}

const listTags = (header: string): string[] => [...header.matchAll(/"[^"]*"/g)].map(([tag]) => tag)
