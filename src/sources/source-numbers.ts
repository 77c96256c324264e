import type { Snak, Statement } from '../statements/index.ts'

/**
 * Lists the numbers that the passage behind a statement should hold: its amounts from ten, since smaller ones are
 * mostly written as words, and the years of its times.
 */
export function numbersOf({ mainSnak, qualifiers }: Statement): string[] {
  return [...new Set([mainSnak, ...qualifiers].flatMap(numbersOfSnak))]
}

function numbersOfSnak(snak: Snak): string[] {
  if (snak.snakType !== 'value') return []
  const { value } = snak
  if (value.type === 'quantity') {
    const amount = trimAmount(value.amount)
    return Number(amount) < 10 ? [] : [amount]
  }
  if (value.type !== 'time' || value.precision < YEAR) return []
  const [, year = ''] = /^[+-]0*(\d+)-/.exec(value.time) ?? []
  return [year]
}

const YEAR = 9

/** An amount without its sign and without zeros at the end that change nothing. */
const trimAmount = (amount: string): string =>
  amount
    .replace(/^[+-]/, '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')

/** Whether a text holds a number as a whole, however its thousands and decimals are set apart. */
export function holdsNumber(text: string, number: string): boolean {
  return writtenNumbers(text).has(number)
}

/** The numbers in a text, read both ways where a mark may separate thousands or decimals. */
function writtenNumbers(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [written] of text.matchAll(/\d+(?:[.,'\u00a0\u202f\u2009 ]\d+)*/g)) {
    // "in 2009 125,400 Clios" holds two numbers, "16 850 000" one.
    for (const candidate of [written, ...written.split(/[\u00a0\u202f\u2009 ]/)]) {
      found.add(candidate.replace(/[^\d]/g, ''))
      found.add(trimAmount(candidate.replace(/[^\d.]/g, '')))
      found.add(trimAmount(candidate.replace(/[^\d,]/g, '').replace(',', '.')))
    }
  }
  return found
}
