import type { View } from '../../export/index.ts'
import { schemaClassesOf } from '../../rdf/index.ts'
import type { Entity } from '../../statements/index.ts'
import { SCHEMA } from '../../vocabulary.ts'
import type { SiteVersion } from '../context.ts'
import { basePath, encodePart } from '../respond/paths.ts'
import { htmlFormat, rdfDocumentFormats, wikibaseJsonFormat } from './document-formats.ts'
import type { DocumentFormat } from './document-formats.ts'
import { profilesOf } from './views.ts'

/** A link as a header or a link set has it. */
export interface WebLink {
  readonly href: string
  readonly rel: string
  readonly type?: string
  readonly profile?: string
}

/**
 * Writes links as the value of a Link header. What a header or an IRI cannot hold is percent-encoded.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8288
 */
export const writeLinks = (links: readonly WebLink[]): string =>
  links.map((link) => writeLink(link)).join(', ')

/** Writes one link, with what it is a link of where that is something else than what was asked for. */
export const writeLink = ({ href, rel, type, profile }: WebLink, anchor?: string): string =>
  [
    `<${safe(href)}>`,
    `rel="${rel}"`,
    ...(type === undefined ? [] : [`type="${type}"`]),
    ...(profile === undefined ? [] : [`profile="${safe(profile)}"`]),
    ...(anchor === undefined ? [] : [`anchor="${safe(anchor)}"`]),
  ].join('; ')

/** Encodes what could end a link, a quoted text or a header. */
const safe = (iri: string): string =>
  iri.replace(/[^\x21-\x7e]|["<>\\^`{|}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0
    return code >= 0xd800 && code <= 0xdfff ? '%EF%BF%BD' : encodeURIComponent(character)
  })

/** Every format that the data about an entity comes in. */
export const entityFormats: readonly DocumentFormat[] = [...rdfDocumentFormats, wikibaseJsonFormat]

/** The entity whose links are told. */
export interface EntityLinks {
  readonly entity: Entity
  readonly version: SiteVersion
}

/** The addresses of what there is about an entity, as paths. */
export function entityPaths({ entity, version }: EntityLinks) {
  const root = basePath(version.base)
  const id = encodePart(entity.id)
  return {
    page: `${root}/page/${id}`,
    data: `${root}/data/${id}`,
    linkset: `${root}/linkset/${id}`,
    dataset: `${root}/dataset`,
  }
}

/** What is typed and licensed alike in all documents about an entity. */
function shared({ entity, version }: EntityLinks): WebLink[] {
  const { ontology, config } = version.site
  return [
    { href: entity.iri, rel: 'cite-as' },
    { href: config.license, rel: 'license' },
    ...schemaClassesOf(entity, ontology).map((href) => ({ href, rel: 'type' })),
    ...(config.publisher?.url === undefined ? [] : [{ href: config.publisher.url, rel: 'author' }]),
  ]
}

const linksetLinks = (href: string): WebLink[] =>
  ['application/linkset+json', 'application/linkset'].map((type) => ({
    href,
    rel: 'linkset',
    type,
  }))

/**
 * Links of the page about an entity, by which programs find everything else.
 *
 * @see https://signposting.org/FAIR/
 */
export function pageLinks(of: EntityLinks): WebLink[] {
  const { data, linkset, dataset } = entityPaths(of)
  return [
    ...shared(of),
    { href: `${SCHEMA}AboutPage`, rel: 'type' },
    ...entityFormats.flatMap(({ extension, mediaTypes: [type] }): WebLink[] => [
      { href: `${data}.${extension}`, rel: 'alternate describedby item', type },
    ]),
    { href: dataset, rel: 'collection', type: 'text/html' },
    ...linksetLinks(linkset),
  ]
}

/** Links of the data about an entity. */
export function dataLinks(of: EntityLinks & { readonly view: View }): WebLink[] {
  const { page, data, linkset } = entityPaths(of)
  const query = of.view === 'all' ? '' : `?view=${of.view}`
  return [
    ...shared(of),
    ...profilesOf(of.view).map((href) => ({ href, rel: 'profile' })),
    ...entityFormats.flatMap(({ name, extension, mediaTypes: [type] }): WebLink[] =>
      name === 'wikibase-json' && of.view === 'schema'
        ? []
        : [{ href: `${data}.${extension}${query}`, rel: 'alternate', type }],
    ),
    { href: page, rel: 'alternate collection describedby', type: htmlFormat.mediaTypes[0] },
    ...linksetLinks(linkset),
  ]
}

/** Makes the published IRI of a path; IRIs stay what they are. */
export const absoluteIn =
  ({ base }: SiteVersion) =>
  (href: string): string =>
    href.startsWith('/') ? base + href.slice(basePath(base).length + 1) : href
