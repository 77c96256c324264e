import { setTimeout as wait } from 'node:timers/promises'

/** What a client met. */
export interface Polled {
  /** How long each answer took, in milliseconds, the shortest first. */
  readonly times: readonly number[]
  /** What the first problem was; undefined where there was none. */
  readonly problem: string | undefined
  /** How often each status came. */
  readonly statuses: Readonly<Record<string, number>>
}

/** What is asked again and again, and what may come. */
export interface Asked {
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  /** Says what is wrong with an answer; undefined where it is right. */
  readonly judge: (response: Response, text: string) => string | undefined
}

/** How long nothing may come before an answer counts as missing. */
const PATIENCE_MS = 120_000

/** Asks every 100 ms, as people do who look at a site, until it is told to stop. */
export function poll({ url, headers = {}, judge }: Asked): () => Promise<Polled> {
  const times: number[] = []
  const statuses: Record<string, number> = {}
  let problem: string | undefined
  let isOver = false
  const once = async () => {
    const start = performance.now()
    try {
      const response = await fetch(url, { headers, signal: AbortSignal.timeout(PATIENCE_MS) })
      problem ??= judge(response, await response.text())
      statuses[response.status] = (statuses[response.status] ?? 0) + 1
    } catch (error) {
      problem ??= `${String(error)}${error instanceof Error ? ` (${String(error.cause)})` : ''}`
    }
    times.push(performance.now() - start)
  }
  const run = async () => {
    while (!isOver) {
      await once()
      await wait(100)
    }
  }
  const running = run()
  return async () => {
    isOver = true
    await running
    return { times: times.sort((a, b) => a - b), problem, statuses }
  }
}

/** How long it took in all but one of a hundred cases. */
export const percentile99 = ({ times }: Polled): number =>
  times[Math.floor(times.length * 0.99)] ?? 0
