import { parsed, quote, unparsed } from '../parsed.ts'
import type { Parsed } from '../parsed.ts'
import type { Span } from './facts-index.ts'

/**
 * Reads offsets into a text: `210-245`, in Unicode code points from 0, the end exclusive.
 *
 * @see https://www.w3.org/TR/annotation-model/#text-position-selector
 */
export function parseSpan(text: string): Parsed<Span> {
  const [, start, end] = /^(\d{1,15})-(\d{1,15})$/.exec(text) ?? []
  if (start === undefined || end === undefined)
    return unparsed(`${quote(text)} are not offsets: expected start and end, such as 210-245`)
  const span = { start: Number(start), end: Number(end) }
  return span.start < span.end
    ? parsed(span)
    : unparsed(`The offsets ${text} end before they start`)
}

/** Tells what is wrong with offsets that lie outside of a section or document. */
export function checkSpan(
  { start, end }: Span,
  { length, section }: { length?: number | undefined; section?: Span | undefined },
): string | undefined {
  if (section && (start < section.start || end > section.end))
    return `The offsets ${start}-${end} are not in the section, which is ${section.start}-${section.end}`
  if (length !== undefined && end > length)
    return `The offsets ${start}-${end} are not in the document, which is ${length} long`
  return undefined
}
