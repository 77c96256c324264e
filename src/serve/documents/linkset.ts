import { htmlFormat } from './document-formats.ts'
import { absoluteIn, dataLinks, entityFormats, entityPaths, pageLinks, writeLink } from './links.ts'
import type { EntityLinks, WebLink } from './links.ts'

/** The links of one document. */
export interface LinkContext {
  /** Which document it is. */
  readonly anchor: string
  readonly links: readonly WebLink[]
}

/** The links of the page and of all data about an entity; all addresses are published ones. */
export function entityLinkset(of: EntityLinks): readonly LinkContext[] {
  const { page, data } = entityPaths(of)
  const absolute = absoluteIn(of.version)
  const contexts: [string, readonly WebLink[]][] = [
    [page, pageLinks(of)],
    [data, dataLinks({ ...of, view: 'all' })],
    ...entityFormats.map(({ extension }): [string, WebLink[]] => [
      `${data}.${extension}`,
      [
        { href: of.entity.iri, rel: 'cite-as' },
        { href: page, rel: 'collection', type: htmlFormat.mediaTypes[0] },
      ],
    ]),
  ]
  return contexts.map(([anchor, links]) => ({
    anchor: absolute(anchor),
    links: links.map((link) => ({ ...link, href: absolute(link.href) })),
  }))
}

/**
 * The two formats of link sets, the one without wish first.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9264
 */
export const linksetFormats = [
  { mediaType: 'application/linkset+json', write: writeJson },
  { mediaType: 'application/linkset', write: writeText },
] as const

function writeJson(contexts: readonly LinkContext[]): string {
  const linkset = contexts.map(({ anchor, links }) => ({ anchor, ...groupByRelation(links) }))
  return `${JSON.stringify({ linkset }, undefined, 2)}\n`
}

function writeText(contexts: readonly LinkContext[]): string {
  const links = contexts.flatMap(({ anchor, links }) =>
    links.map((link) => writeLink(link, anchor)),
  )
  return `${links.join(',\n')}\n`
}

function groupByRelation(links: readonly WebLink[]): Record<string, object[]> {
  const groups: Record<string, object[]> = {}
  for (const { href, rel, type } of links) {
    for (const name of rel.split(' ')) {
      const target = { href, ...(type !== undefined && { type }) }
      groups[name] = [...(groups[name] ?? []), target]
    }
  }
  return groups
}
