import { parse } from 'parse5'
import type { DefaultTreeAdapterMap } from 'parse5'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

/** A statement as a reader of a page finds it. */
export interface ReadStatement {
  readonly property: string
  readonly value: string
  readonly qualifiers: string
  /** One for each reference. */
  readonly sources: readonly string[]
  /** Whether it stands among those that are marked as disagreeing. */
  readonly isDisputed: boolean
}

/** The page about an entity as a reader finds it. */
export interface ReadEntityPage {
  readonly heading: string
  readonly text: string
  readonly statements: readonly ReadStatement[]
  readonly jsonLd: string
}

/** Parses the page about an entity. */
export function readEntityPage(html: string): ReadEntityPage {
  const page = parse(html)
  const groups = find(page, (element) => element.tagName === 'section' && isGroup(element))
  const main = find(page, ({ tagName }) => tagName === 'main')[0]
  const [script] = find(page, (element) => attribute(element, 'type') === 'application/ld+json')
  return {
    heading: textOf(find(page, ({ tagName }) => tagName === 'h1')[0]),
    text: textOf(main),
    statements: groups.flatMap(readGroup),
    jsonLd: script ? rawText(script) : '',
  }
}

const isGroup = (element: Element): boolean => find(element, hasClass('statement')).length > 0

function readGroup(group: Element): ReadStatement[] {
  const [heading] = find(group, ({ tagName }) => tagName === 'h3')
  // The section of all groups has a heading of its own.
  if (find(group, ({ tagName }) => tagName === 'h2').length > 0) return []
  const disputed = new Set(
    find(group, hasClass('disputed')).flatMap((box) => find(box, hasClass('statement'))),
  )
  return find(group, hasClass('statement')).map((statement) => ({
    property: textOf(heading),
    value: textOf(find(statement, hasClass('value'))[0]),
    qualifiers: textOf(find(statement, hasClass('qualifiers'))[0]),
    sources: find(statement, ({ tagName }) => tagName === 'summary').map(textOf),
    isDisputed: disputed.has(statement),
  }))
}

const hasClass =
  (name: string) =>
  (element: Element): boolean =>
    (attribute(element, 'class') ?? '').split(' ').includes(name)

const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((attr) => attr.name === name)?.value

function find(node: Node, fits: (element: Element) => boolean): Element[] {
  const below = 'childNodes' in node ? node.childNodes.flatMap((child) => find(child, fits)) : []
  return 'tagName' in node && fits(node) ? [node, ...below] : below
}

const textOf = (node: Node | undefined): string =>
  node ? rawText(node).replace(/\s+/g, ' ').trim() : ''

function rawText(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterMap['textNode']).value
  return 'childNodes' in node ? node.childNodes.map(rawText).join('') : ''
}
