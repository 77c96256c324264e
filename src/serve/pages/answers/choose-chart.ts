import type { Column } from './columns.ts'

/** Which columns of an answer a chart is drawn from. */
export type ChartChoice =
  | {
      readonly kind: 'timeline'
      readonly name: Column
      readonly from?: Column
      readonly until?: Column
      readonly at?: Column
    }
  | {
      readonly kind: 'series'
      readonly when: Column
      readonly amount: Column
      readonly name?: Column
    }
  | { readonly kind: 'bars'; readonly name: Column; readonly amount: Column }

/** The choice of one kind of chart. */
export type ChoiceOf<Kind extends ChartChoice['kind']> = Extract<ChartChoice, { kind: Kind }>

const startWords = /(?:^|\s)(?:from|since|start|begin|depuis|de|d[ée]but|von|seit)(?:\s|$)/i
const endWords = /(?:^|\s)(?:until|till|to|end|jusqu\S*|fin|bis)(?:\s|$)/i

/** Numbers that are no amounts: places in a text, ranks, coordinates, identifiers. */
const notAmounts =
  /(?:^|\s)(?:id|start|end|offset|position|rank|precision|lat|latitude|long|longitude|page|line)(?:\s|$)/i

/**
 * Chooses a chart by what the columns are, or none:
 *
 * 1. a name, with a time called a start or an end (`from`, `until`, …): a timeline;
 * 2. a time that is neither and a number: amounts over time, told apart by the first name;
 * 3. a name and a number, without any time: bars.
 *
 * Times are dates and years; the number is the first that is an amount.
 */
export function chooseChart(columns: readonly Column[]): ChartChoice | undefined {
  const times = columns.filter(({ kind }) => kind === 'time' || kind === 'year')
  const from = times.find(({ title }) => startWords.test(title))
  const until = times.find((column) => column !== from && endWords.test(column.title))
  const at = times.find((column) => column !== from && column !== until)
  const [name] = columns.filter(({ kind }) => kind === 'name')
  if (name && (from ?? until)) {
    return {
      kind: 'timeline',
      name,
      ...(from && { from }),
      ...(until && { until }),
      ...(at && { at }),
    }
  }
  const amount = columns.find(({ kind, title }) => kind === 'number' && !notAmounts.test(title))
  if (!amount) return undefined
  if (at) return { kind: 'series', when: at, amount, ...(name && { name }) }
  return name && { kind: 'bars', name, amount }
}
