/** Markup that is safe to send: what `html` made, or what was trusted by name. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  toString(): string {
    return this.text
  }
}

/** What fits into markup: text, which is escaped, and markup, which is not. */
export type Fragment = string | number | Markup | false | undefined | readonly Fragment[]

/**
 * Writes markup. Only markup is put in as it is: text of any kind becomes text, in elements and in quoted attributes.
 *
 * @see https://html.spec.whatwg.org/multipage/parsing.html
 */
export function html(strings: TemplateStringsArray, ...fragments: Fragment[]): Markup {
  return new Markup(String.raw({ raw: strings }, ...fragments.map(toText)))
}

/** Writes a data block of JSON-LD, which no text in it can end. */
export const jsonLdBlock = (json: string): Markup =>
  new Markup(`<script type="application/ld+json">${escapeJson(json)}</script>`)

function toText(fragment: Fragment): string {
  if (fragment instanceof Markup) return fragment.text
  if (typeof fragment === 'object') return fragment.map(toText).join('')
  return fragment === undefined || fragment === false ? '' : escapeHtml(String(fragment))
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

/** Escapes text for elements and quoted attributes; characters that HTML cannot hold become U+FFFD. */
export const escapeHtml = (text: string): string =>
  text
    .replace(/[&<>"'`]/g, (character) => entities[character] ?? character)
    // eslint-disable-next-line no-control-regex -- these are what HTML forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Surrogate}/gu, '\ufffd')

const jsonEscapes: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/** Escapes JSON for a script element: what could end it, or open a comment in it, is written as a code. */
const escapeJson = (json: string): string =>
  json.replace(/[<>&\u2028\u2029]/g, (character) => jsonEscapes[character] ?? character)
