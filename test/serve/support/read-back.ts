import { parse } from 'parse5'
import type { DefaultTreeAdapterMap } from 'parse5'
import { SaxesParser } from 'saxes'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

/** A `<script>` element. */
interface Script {
  readonly type: string | undefined
  readonly source: string
  readonly text: string
}

/** A page as a browser sees it. */
export interface ReadPage {
  readonly elements: readonly Element[]
  /** The text of the elements with a name. */
  readonly texts: (name: string) => readonly string[]
  /** What is in `<script>` elements, with their type. */
  readonly scripts: readonly Script[]
}

/** Parses HTML as browsers do. */
export function readHtml(text: string): ReadPage {
  const elements: Element[] = []
  collect(parse(text), elements)
  return {
    elements,
    texts: (name) => elements.filter(({ tagName }) => tagName === name).map(textOf),
    scripts: elements
      .filter(({ tagName }) => tagName === 'script')
      .map((element) => ({
        type: attribute(element, 'type'),
        source: attribute(element, 'src') ?? '',
        text: textOf(element),
      })),
  }
}

/** The value of an attribute. */
export const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((attr) => attr.name === name)?.value

function collect(node: Node, elements: Element[]): void {
  if ('tagName' in node) elements.push(node)
  if ('childNodes' in node) for (const child of node.childNodes) collect(child, elements)
}

function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterMap['textNode']).value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

/** Parses XML strictly; gives the texts of the elements with a name. */
export function readXml(text: string): (name: string) => readonly string[] {
  const found: (readonly [name: string, text: string])[] = []
  const open: { name: string; text: string }[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => open.push({ name, text: '' }))
  const add = (piece: string) => {
    for (const element of open) element.text += piece
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => {
    const closed = open.pop()
    if (closed) found.push([closed.name, closed.text])
  })
  parser.write(text).close()
  return (name) => found.filter(([known]) => known === name).map(([, content]) => content)
}

/** Reads a field of SPARQL's TSV: a literal in Turtle's syntax. */
export function readTsvLiteral(field: string): string {
  const [, quoted = ''] = /^"((?:[^"\\]|\\.)*)"(?:@[\w-]+|\^\^\S+)?$/s.exec(field) ?? []
  const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  return quoted.replace(
    /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/gs,
    (_, short: string | undefined, long: string | undefined, sign = '') =>
      short !== undefined || long !== undefined
        ? String.fromCodePoint(parseInt(short ?? long ?? '', 16))
        : (escapes[sign as string] ?? (sign as string)),
  )
}
