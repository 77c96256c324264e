import type { JsonLdContextDocument } from '../../rdf/index.ts'

/** A request for something elsewhere. */
export interface RemoteRequest {
  readonly method?: 'GET' | 'POST'
  readonly accept?: string
  readonly contentType?: string
  readonly body?: string
  readonly signal?: AbortSignal
}

/** What was answered, whole. */
export interface RemoteResponse {
  /** After redirects. */
  readonly url: string
  readonly status: number
  readonly contentType: string | undefined
  readonly body: Uint8Array
}

/** Reaches what is elsewhere, as far as the site allows it. Without one, queries reach nothing. */
export interface Remote {
  /**
   * Judges a URL before anything is resolved or sent.
   *
   * @throws UsineError ERR_TARGET_REFUSED
   */
  check(url: string): void
  /**
   * Sends a request; each redirect, and the address of each host, is checked as well.
   *
   * @throws UsineError ERR_TARGET_REFUSED, ERR_TARGET_FAILED
   */
  send(url: string, request: RemoteRequest): Promise<RemoteResponse>
  /** JSON-LD contexts that are known here, so that they need not be sent for. */
  readonly contexts?: () => Promise<ReadonlyMap<string, JsonLdContextDocument>>
}
