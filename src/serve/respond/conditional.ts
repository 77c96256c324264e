import { UsineError } from '../../errors.ts'
import { ProblemError } from '../problem.ts'

/** What a request says of what its client has. */
export interface Condition {
  readonly 'if-match'?: string | undefined
  readonly 'if-none-match'?: string | undefined
  readonly 'if-modified-since'?: string | undefined
  readonly 'if-unmodified-since'?: string | undefined
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
  if (tags !== undefined) return isAny(tags) || holds(tags, (tag) => tag === etag)
  const since = Date.parse(condition['if-modified-since'] ?? '')
  return !Number.isNaN(since) && modified.getTime() <= since
}

/** Tells whether the client has what there is and proves it by its tag, which only an answer can have told it. */
export const knowsTag = (condition: Condition, { etag }: Validators): boolean =>
  holds(condition['if-none-match'] ?? '', (tag) => tag === etag)

/**
 * Throws where the client wants nothing but what it knows already, and there is something else.
 *
 * @throws ProblemError ERR_PRECONDITION_FAILED
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1
 */
export function assertUnchanged(condition: Condition, { etag, modified }: Validators): void {
  const tags = condition['if-match']
  if (tags !== undefined) {
    if (!matches(tags, (tag) => tag === etag)) throw failed('If-Match', { etag })
    return
  }
  const since = Date.parse(condition['if-unmodified-since'] ?? '')
  if (modified.getTime() > since) throw failed('If-Unmodified-Since', { etag })
}

/** Tells whether a header holds a strong tag that fits, or says that any will do. */
export const matches = (header: string, fits: (tag: string) => boolean): boolean =>
  isAny(header) || listTags(header).some(({ isWeak, tag }) => !isWeak && fits(tag))

/** Tells whether a header holds a tag that fits, weak or strong. */
export const holds = (header: string, fits: (tag: string) => boolean): boolean =>
  listTags(header).some(({ tag }) => fits(tag))

/** The error where a condition does not hold; it tells what there is now. */
export const failed = (header: string, now: Readonly<Record<string, string>> = {}): ProblemError =>
  new ProblemError(new UsineError('ERR_PRECONDITION_FAILED', { header }), { headers: now })

const isAny = (header: string): boolean => header.trim() === '*'

const listTags = (header: string) =>
  [...header.matchAll(/(W\/)?("[^"]*")/g)].map(([, weak, tag = '']) => ({
    isWeak: weak !== undefined,
    tag,
  }))
