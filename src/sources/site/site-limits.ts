/** The limits that `usine.yaml` may set, as whole numbers; times are in seconds. */
export const limitNames = [
  'queryTimeout',
  'queryResults',
  'queryBytes',
  'queryMemory',
  'queryLength',
  'queuedQueries',
  'queueTimeout',
  'headersTimeout',
  'requestTimeout',
  'connections',
] as const

/** The name of a limit. */
export type LimitName = (typeof limitNames)[number]

/** The limits that are given; the others have the defaults of what keeps to them. */
export interface SiteLimits extends Readonly<Partial<Record<LimitName, number>>> {
  /** In seconds. */
  readonly queryTimeout: number
  /** Solutions or quads. */
  readonly queryResults: number
}

/** What holds for every command that asks queries. */
export const defaultLimits: SiteLimits = { queryTimeout: 60, queryResults: 1_000_000 }
