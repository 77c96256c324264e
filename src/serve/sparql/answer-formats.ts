import { UsineError } from '../../errors.ts'
import { getFormat, getResultFormat, listFormats, listResultFormats } from '../../formats.ts'
import type { RdfFormat, ResultFormat } from '../../formats.ts'
import type { QueryType } from '../context.ts'
import { negotiate } from '../negotiate.ts'

/** The formats in which an endpoint can answer a type of query, the first where the client has no wish. */
export function formatsFor(type: QueryType): readonly (ResultFormat | RdfFormat)[] {
  if (type === 'CONSTRUCT' || type === 'DESCRIBE') return listFormats()
  // The table is for terminals.
  const formats = listResultFormats().filter(({ iri }) => iri !== undefined)
  return type === 'ASK' ? formats.filter(({ boolean }) => boolean) : formats
}

/** What a client says about the format of the answer. */
export interface Wish {
  readonly accept: string | undefined
  /** From the URL or the form; it wins. */
  readonly format: string | undefined
}

/** Makes the function that picks the format for a type of query; it throws where the client accepts none. */
export function chooseFormat({ accept, format }: Wish): (type: QueryType) => string {
  return (type) => {
    const known = formatsFor(type)
    if (format !== undefined) return findNamed(format, type, known)
    const chosen = negotiate(accept, known)
    if (chosen) return chosen.name
    throw new UsineError('ERR_NOT_ACCEPTABLE', {
      header: `Accept, for the answer of ${type === 'ASK' ? 'an' : 'a'} ${type} query`,
      value: accept ?? '',
      known: known.map(({ mediaTypes }) => mediaTypes[0]).join(', '),
    })
  }
}

function findNamed(
  name: string,
  type: QueryType,
  known: readonly (ResultFormat | RdfFormat)[],
): string {
  const isGraph = type === 'CONSTRUCT' || type === 'DESCRIBE'
  const found = isGraph ? getFormat(name) : getResultFormat(name)
  if (known.some((format) => format.name === found.name)) return found.name
  throw new UsineError('ERR_FORMAT_UNFIT', {
    title: found.title,
    what: `the answer of ${type} queries here`,
    known: known.map((format) => format.name).join(', '),
  })
}
