import type { AmountAxis } from './amount-axis.ts'
import type { YearAxis } from './year-axis.ts'

/** The two axes that amounts over time are drawn between. */
export interface Plot {
  readonly years: YearAxis
  readonly amounts: AmountAxis
}
