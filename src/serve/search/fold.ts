/** Letters that decomposition leaves as they are, and what people write who do not have them. */
const plain: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  þ: 'th',
  ς: 'σ',
}

/** Writes a text without accents and in lower case, so that both sides of a search are alike. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[æœøßđðħıłþς]/g, (letter) => plain[letter] ?? letter)

/** Scripts that put no spaces between words: each character of theirs is searched by itself. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const words = new RegExp(`[${unspaced}]|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{Mc}])+`, 'gu')

/** Longer words are cut, on both sides of a search. */
const LENGTH = 40

/** Takes a text apart into folded words. */
export const wordsOf = (text: string): string[] =>
  [...fold(text).matchAll(words)].map(([word]) => word.slice(0, LENGTH))
