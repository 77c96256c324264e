import { refuse } from './check-term.ts'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
}

/** Escapes text for XML, in elements and attributes; characters that XML 1.0 cannot hold are errors. */
export function escapeXml(text: string): string {
  const [bad] = notXml.exec(text) ?? []
  if (bad !== undefined)
    return refuse(`"${text.slice(0, 40)}"`, 'the text holds a character that XML 1.0 cannot')
  return text.replace(/[&<>"\t\n\r]/g, (character) => escapes[character] ?? character)
}

/** @see https://www.w3.org/TR/xml/#NT-Char */
// eslint-disable-next-line no-control-regex -- they are what XML does not allow
const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\p{Surrogate}\uFFFE\uFFFF]/u
