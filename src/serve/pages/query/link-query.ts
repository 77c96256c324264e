import { relativePath } from '../../respond/paths.ts'
import type { PageContext } from '../page-context.ts'

/** A query as it is sent again: in links, and in forms where it is too long for one. */
export interface SentQuery {
  readonly text: string
  readonly defaultGraphs: readonly string[]
  readonly namedGraphs: readonly string[]
}

/** Longer addresses are cut by some programs, and refused by servers. */
const LONGEST_LINK = 7000

/** The fields of a form that sends what belongs to a query beside its text. */
export const graphFields = ({
  defaultGraphs,
  namedGraphs,
}: Pick<SentQuery, 'defaultGraphs' | 'namedGraphs'>): readonly (readonly [string, string])[] => [
  ...defaultGraphs.map((iri) => ['default-graph-uri', iri] as const),
  ...namedGraphs.map((iri) => ['named-graph-uri', iri] as const),
]

/** Links to the answer of a query, in a format or as a page; undefined where the link would be too long. */
export function linkQuery(
  query: SentQuery,
  { path, format }: { readonly path: PageContext['path']; readonly format?: string },
): string | undefined {
  const parameters = new URLSearchParams([
    ['query', query.text],
    ...graphFields(query).map(([name, value]): [string, string] => [name, value]),
    ...(format === undefined ? [] : [['format', format] as [string, string]]),
  ])
  const link = `${relativePath(path, '/sparql')}?${parameters.toString()}`
  return link.length > LONGEST_LINK ? undefined : link
}
