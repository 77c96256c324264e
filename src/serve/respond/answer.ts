/** Headers of an answer. */
export type Headers = Readonly<Record<string, string>>

/** A document in one format, view and language. */
export interface Representation {
  readonly kind: 'representation'
  /** Names the representation within its version of the site. */
  readonly key: string
  /** The Content-Type. */
  readonly contentType: string
  readonly headers: Headers
  /** Writes it; what it takes is kept, so that this happens once. */
  readonly render: () => Promise<string | Buffer> | string | Buffer
  /** Whether it is sent as it is, because it is compressed already. */
  readonly isCompressed?: boolean
}

/** Something is elsewhere: described by another document (303), or under another name for good (301). */
export interface Redirect {
  readonly kind: 'redirect'
  readonly isPermanent: boolean
  /** A path, so that it holds on whatever host the site is served. */
  readonly location: string
  readonly headers: Headers
}

/** What a route answers with. */
export type Answer = Representation | Redirect
