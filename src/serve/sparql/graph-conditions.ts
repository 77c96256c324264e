import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { ContentCoding } from '../negotiate.ts'
import { failed, holds, matches } from '../respond/conditional.ts'

/** A graph of the writable copy as it is sent. */
export interface SentGraph {
  /** The state of the copy. */
  readonly revision: string
  /** Its IRI; the default graph has none. */
  readonly graph: string | undefined
  readonly format: string
  readonly coding: ContentCoding
}

/** Makes the strong validator of a graph; it changes with every change of the copy, whatever graph that is of. */
export const graphEtag = ({ revision, graph, format, coding }: SentGraph): string =>
  `"${tagStart(revision, graph)}${format}.${coding}"`

const tagStart = (revision: string, graph = ''): string =>
  `${revision}.${createHash('sha256').update(graph).digest('base64url').slice(0, 12)}.`

/** What must hold for a graph to be changed. */
export interface WriteConditions {
  /** Whether the graph must be there, or must not. */
  readonly onlyIf?: 'present' | 'absent'
  /** Throws unless the copy is in the state that the client knows. */
  readonly check: (revision: string) => void
}

/**
 * Reads under which conditions a graph may be changed, so that no one loses what another has written meanwhile. Tags of
 * all formats of a graph say the same. Graphs have no date: conditions with one count for nothing.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13.1
 */
export function readConditions(
  headers: IncomingHttpHeaders,
  graph: string | undefined,
): WriteConditions {
  const wanted = headers['if-match']
  const unwanted = headers['if-none-match']
  return {
    ...(unwanted?.trim() === '*' && { onlyIf: 'absent' }),
    ...(wanted?.trim() === '*' && { onlyIf: 'present' }),
    check: (revision) => {
      const isThis = (tag: string) => tag.startsWith(`"${tagStart(revision, graph)}`)
      if (wanted !== undefined && !matches(wanted, isThis)) throw failed('If-Match')
      if (unwanted !== undefined && holds(unwanted, isThis)) throw failed('If-None-Match')
    },
  }
}
