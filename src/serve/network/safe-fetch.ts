import { Agent, request } from 'undici'
import type { Dispatcher } from 'undici'
import { UsineError } from '../../errors.ts'
import { checkTarget, parseAllowedHost } from './check-target.ts'
import type { AllowedHost } from './check-target.ts'
import { createCheckedLookup } from './checked-lookup.ts'
import type { CheckAddress, Resolve } from './checked-lookup.ts'

/** What may be fetched, and how much of it. */
export interface SafeFetchOptions {
  /** As `parseAllowedHost` reads them. */
  readonly allowedHosts: readonly string[]
  /** How many redirects are followed; each is checked like the first URL. */
  readonly maxRedirects?: number
  readonly maxBytes?: number
  /** From the first byte sent to the last one read, redirects included. */
  readonly timeoutMs?: number
  /** Resolves names; the system does unless told otherwise. */
  readonly resolve?: Resolve
  /** Judges the addresses that names resolve to; only tests of the rest put another in its place. */
  readonly checkAddress?: CheckAddress
}

/** A request for something elsewhere: never with cookies or credentials. */
export interface SafeRequest {
  readonly method?: 'GET' | 'POST'
  readonly accept?: string
  readonly contentType?: string
  readonly body?: string
  readonly signal?: AbortSignal
}

/** What was answered, read whole. */
export interface SafeResponse {
  /** After redirects. */
  readonly url: string
  readonly status: number
  readonly contentType: string | undefined
  readonly body: Buffer
}

/** Fetches from the hosts of the allow-list, and from nowhere else. */
export interface SafeFetch {
  /**
   * Judges a URL before anything is resolved or sent.
   *
   * @throws UsineError ERR_TARGET_REFUSED
   */
  check(url: string): void
  fetch(url: string, request?: SafeRequest): Promise<SafeResponse>
  /** Closes all connections. */
  close(): Promise<void>
}

interface Limits {
  readonly maxRedirects: number
  readonly maxBytes: number
  readonly timeoutMs: number
}

/** How many connections one host gets at the same time. */
const MAX_CONNECTIONS = 4

const defaults: Limits = { maxRedirects: 5, maxBytes: 50_000_000, timeoutMs: 30_000 }

/** Makes a fetch that cannot be turned against the network that it runs in. */
export function createSafeFetch(options: SafeFetchOptions): SafeFetch {
  const allowed = options.allowedHosts.map(
    (text) => parseAllowedHost(text) ?? { host: text.toLowerCase() },
  )
  const allowedHosts = allowed.map(({ host }) => host)
  const limits = { ...defaults, ...definedLimits(options) }
  const lookup = createCheckedLookup({ ...options, known: listKnown(allowed) })
  const agent = new Agent({
    connect: { lookup, timeout: 10_000 },
    connections: MAX_CONNECTIONS,
    headersTimeout: limits.timeoutMs,
    bodyTimeout: limits.timeoutMs,
    maxHeaderSize: 16_384,
  })
  const task = { allowedHosts, limits, agent }
  return {
    check: (url) => {
      checkTarget(url, task)
    },
    fetch: (url, request = {}) => fetchWithin(url, request, task),
    close: () => agent.close(),
  }
}

/** The addresses of the hosts that have one in the allow-list. */
const listKnown = (allowed: readonly AllowedHost[]): ReadonlyMap<string, string> =>
  new Map(
    allowed.flatMap(({ host, address }) =>
      address === undefined ? [] : [[host.replace(/:\d+$/, ''), address.replace(/^\[|\]$/g, '')]],
    ),
  )

const definedLimits = ({ maxRedirects, maxBytes, timeoutMs }: SafeFetchOptions): Partial<Limits> =>
  Object.fromEntries(
    Object.entries({ maxRedirects, maxBytes, timeoutMs }).filter(
      ([, limit]) => limit !== undefined,
    ),
  )

interface Task {
  readonly allowedHosts: readonly string[]
  readonly limits: Limits
  readonly agent: Agent
}

async function fetchWithin(text: string, ask: SafeRequest, task: Task): Promise<SafeResponse> {
  const { limits } = task
  const timeout = AbortSignal.timeout(limits.timeoutMs)
  const signal = ask.signal ? AbortSignal.any([ask.signal, timeout]) : timeout
  let url = checkTarget(text, task)
  let sent = ask
  try {
    for (let redirects = 0; redirects <= limits.maxRedirects; redirects += 1) {
      const response = await send(url, sent, { task, signal })
      const location = findRedirect(response)
      if (location === undefined) return await readResponse(url, response, limits.maxBytes)
      await response.body.dump()
      if (!keepsMethod.includes(response.statusCode)) sent = asGet(sent)
      url = checkTarget(resolveLocation(location, url), task)
    }
  } catch (cause) {
    throw explain(url, cause, { timeout, asked: ask.signal })
  }
  throw failed(url, `it redirects more than ${limits.maxRedirects} times`)
}

function send(
  url: URL,
  { method = 'GET', accept = '*/*', contentType, body }: SafeRequest,
  { task, signal }: { readonly task: Task; readonly signal: AbortSignal },
): Promise<Dispatcher.ResponseData> {
  const headers = {
    accept,
    'user-agent': 'usine',
    ...(contentType && { 'content-type': contentType }),
  }
  return request(url, { method, headers, body: body ?? null, signal, dispatcher: task.agent })
}

const redirects: readonly number[] = [301, 302, 303, 307, 308]
/** After all others, what was sent is not sent again (RFC 9110, section 15.4). */
const keepsMethod: readonly number[] = [307, 308]

const asGet = ({ accept, signal }: SafeRequest): SafeRequest => ({
  ...(accept !== undefined && { accept }),
  ...(signal && { signal }),
})

function findRedirect({ statusCode, headers }: Dispatcher.ResponseData): string | undefined {
  const { location } = headers
  return redirects.includes(statusCode) && typeof location === 'string' ? location : undefined
}

const resolveLocation = (location: string, from: URL): string =>
  URL.canParse(location, from.href) ? new URL(location, from).href : location

async function readResponse(
  url: URL,
  { statusCode, headers, body }: Dispatcher.ResponseData,
  maxBytes: number,
): Promise<SafeResponse> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += (chunk as Buffer).length
    if (bytes > maxBytes) throw failed(url, `it answers more than ${maxBytes} bytes`)
    chunks.push(chunk as Buffer)
  }
  const { 'content-type': type } = headers
  const contentType = typeof type === 'string' ? type : undefined
  return { url: url.href, status: statusCode, contentType, body: Buffer.concat(chunks) }
}

interface Signals {
  readonly timeout: AbortSignal
  readonly asked: AbortSignal | undefined
}

function explain(url: URL, cause: unknown, { timeout, asked }: Signals): unknown {
  if (cause instanceof UsineError) return cause
  if (asked?.aborted) return asked.reason
  if (timeout.aborted) return failed(url, 'it takes too long')
  const { message } = cause instanceof Error ? cause : new Error(String(cause))
  return new UsineError('ERR_TARGET_FAILED', { target: url.origin, reason: message }, { cause })
}

const failed = (url: URL, reason: string): UsineError =>
  new UsineError('ERR_TARGET_FAILED', { target: url.origin, reason })
