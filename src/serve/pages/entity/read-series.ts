import { plainAmount } from '../../../rdf/index.ts'
import { isAboutStatement } from '../../../statements/index.ts'
import type { Snak, Statement } from '../../../statements/index.ts'
import { isDrawable, toMoment } from '../../charts/index.ts'
import type { Moment } from '../../charts/index.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { formatAmount } from '../values/amount.ts'
import { labelOf } from '../values/link.ts'
import { formatTime } from '../values/time.ts'
import { isPeriodEnd, isPointInTime, periodOf } from './period.ts'

/** An amount that a statement gives for a point in time. */
export interface StatedAmount {
  readonly when: Moment
  readonly amount: number
  readonly text: string
  /** The IRI of its unit. */
  readonly unit: string | undefined
  /** What its other qualifiers name, such as a product; amounts of one series have the same. */
  readonly label: string
}

/** Reads the amounts of one property that are known for a point in time. */
export const readSeries = (
  statements: readonly Statement[],
  context: PageContext,
): readonly StatedAmount[] =>
  statements.flatMap(({ mainSnak, qualifiers, rank }): StatedAmount[] => {
    if (rank === 'deprecated' || mainSnak.snakType !== 'value') return []
    const { value } = mainSnak
    const { at } = periodOf(qualifiers, context)
    if (value.type !== 'quantity' || !at) return []
    const when = toMoment(at, context.language)
    const amount = Number(value.amount)
    if (!when || !isDrawable(amount)) return []
    const text = formatAmount(plainAmount(value.amount), context.language)
    return [{ when, amount, text, unit: value.unit, label: labelSeries(qualifiers, context) }]
  })

function labelSeries(qualifiers: readonly Snak[], context: PageContext): string {
  const texts = qualifiers
    .filter((snak) => !isPeriodEnd(snak, context) && !isPointInTime(snak, context))
    .filter((snak) => !isAboutStatement(snak))
    .map((snak) => snakText(snak, context))
  return texts.length > 0 ? texts.join(', ') : messagesIn(context.language).charts.unspecified
}

function snakText(snak: Snak, context: PageContext): string {
  const { language } = context
  if (snak.snakType !== 'value') return messagesIn(language).unknownValue
  const { value } = snak
  switch (value.type) {
    case 'entityid':
      return labelOf(value.iri, context).text
    case 'string':
      return value.value
    case 'monolingualtext':
      return value.text
    case 'quantity':
      return `${labelOf(snak.property, context).text} ${formatAmount(plainAmount(value.amount), language)}`
    case 'time':
      return formatTime(value, language)
    case 'globecoordinate':
      return labelOf(snak.property, context).text
  }
}
