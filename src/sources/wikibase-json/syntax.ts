// eslint-disable-next-line no-control-regex -- IRIREF of Turtle excludes control characters
const IRI = /^[A-Za-z][A-Za-z0-9+.-]*:[^\u0000-\u0020<>"{}|^`\\]*$/
const LANGUAGE_TAG = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/

/** Tells whether a text is an absolute IRI. */
export const isIri = (text: string): boolean => IRI.test(text)

/**
 * Tells whether a text has the shape of a language tag, as RDF wants it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5646
 */
const isLanguageTag = (text: string): boolean => LANGUAGE_TAG.test(text)

/** The one code of Wikimedia that is no language tag (a part is too long), and the tag it has now. */
const WELL_FORMED: Readonly<Record<string, string>> = { 'zh-classical': 'lzh' }

/** Gives the language tag of a language code of Wikimedia, if it has one. */
export function toLanguageTag(code: string): string | undefined {
  const tag = Object.hasOwn(WELL_FORMED, code) ? WELL_FORMED[code] : code
  return tag !== undefined && isLanguageTag(tag) ? tag : undefined
}
