import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import { parseFragment } from 'parse5'
import type { DefaultTreeAdapterTypes } from 'parse5'
import { html, jsonLdBlock } from '../../../src/serve/html/html.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '</script><script>alert(1)</script>',
    '<!--',
    ']]>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '&lt;script&gt;',
    '\u202e\u0000\u2028',
    '${7*7}{{7*7}}',
    'javascript:alert(1)',
  ),
)

/** What HTML cannot hold, or reads as something else, is replaced before comparing. */
const kept = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- these are replaced
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Surrogate}/gu, '\ufffd')
    .replace(/\r\n?/g, '\n')

const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : [])
const first = (markup: string): Element => parseFragment(markup).childNodes[0] as Element
const textOf = (node: Node): string =>
  'value' in node ? node.value : childrenOf(node).map(textOf).join('')

describe('html', () => {
  it('keeps any text text in an element', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const element = first(html`<p>${text}</p>`.text)
        ok(element.childNodes.every(({ nodeName }) => nodeName === '#text'))
        strictEqual(textOf(element), kept(text))
      }),
    )
  })

  it('keeps any text a value in a quoted attribute', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { attrs, childNodes } = first(html`<p title="${text}"></p>`.text)
        deepStrictEqual(attrs, [{ name: 'title', value: kept(text) }])
        strictEqual(childNodes.length, 0)
      }),
    )
  })

  it('puts markup in as it is, also from lists', () => {
    const items = ['a<', 'b'].map((item) => html`<li>${item}</li>`)
    const { text } = html`<ul>
      ${items}${undefined}
    </ul>`
    strictEqual(text.replace(/\s+/g, ''), '<ul><li>a&lt;</li><li>b</li></ul>')
  })
})

describe('jsonLdBlock', () => {
  it('is one script element whose text is the same JSON, whatever the texts in it', () => {
    fc.assert(
      fc.property(fc.dictionary(hostile, hostile), (object) => {
        const json = JSON.stringify(object)
        const fragment = parseFragment(jsonLdBlock(json).text)
        strictEqual(fragment.childNodes.length, 1)
        const script = fragment.childNodes[0] as Element
        strictEqual(script.nodeName, 'script')
        deepStrictEqual(JSON.parse(textOf(script)), JSON.parse(json))
      }),
    )
  })
})
