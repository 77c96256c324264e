import type { JsonAnswer, JsonTerm } from './json-answer.ts'
import { isNumber, isTime, yearOf } from './term-kinds.ts'

/** What all terms of a column are; `year` are whole numbers that count years. */
export type ColumnKind = 'time' | 'year' | 'number' | 'name'

/** A column of a table of answers. */
export interface Column {
  /** The variable whose terms it shows. */
  readonly variable: string
  /** The variable that has the labels of what the terms name. */
  readonly label?: string
  /** Its heading. */
  readonly title: string
  readonly kind: ColumnKind
}

/** One solution of an answer. */
export type Row = Readonly<Record<string, JsonTerm>>

const LABEL = 'Label'

/** Decides the columns of an answer: `x` and `xLabel` become one, where what is named is linked by its label. */
export function columnsOf({ head: { vars = [] }, results }: JsonAnswer): readonly Column[] {
  const rows = results?.bindings ?? []
  const known = new Set(vars)
  const isLabelOfOther = (name: string): boolean =>
    name.endsWith(LABEL) && known.has(name.slice(0, -LABEL.length))
  return vars
    .filter((name) => !isLabelOfOther(name))
    .map((variable) => {
      const label = `${variable}${LABEL}`
      const title = titleOf(variable)
      const kind = kindOf(rows, variable, title)
      return { variable, title, kind, ...(known.has(label) && { label }) }
    })
}

/** Writes the name of a variable in words: `productLabel` is "product", `squareMetres` "square metres". */
export function titleOf(variable: string): string {
  const name = variable.length > LABEL.length ? variable.replace(/Label$/, '') : variable
  const words = name.replace(/_+/g, ' ').replace(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, ' ')
  const text = words.trim().replace(/(?<=\s)\p{Lu}(?!\p{Lu})/gu, (letter) => letter.toLowerCase())
  return text === '' ? variable : text
}

/** Words in the names of variables whose whole numbers are years. */
const yearWords =
  /(?:^|\s)(?:year|from|until|since|till|as of|annee|année|depuis|jusqu\S*|jahr|seit|von|bis)(?:\s|$)/i

function kindOf(rows: readonly Row[], variable: string, title: string): ColumnKind {
  const terms = rows.flatMap((row) => row[variable] ?? [])
  if (terms.length === 0) return 'name'
  if (terms.every(isTime)) return 'time'
  if (!terms.every(isNumber)) return 'name'
  const areYears = yearWords.test(title) && terms.every((term) => yearOf(term) !== undefined)
  return areYears ? 'year' : 'number'
}
