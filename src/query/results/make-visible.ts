/**
 * Makes the characters visible that would control a terminal or change the direction of the text around them:
 * an escape becomes `␛`, a line end `␊`, others their code, as in `U+202E`.
 */
export function makeVisible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (harmless.has(code)) return character
    if (code < 0x20) return String.fromCodePoint(0x2400 + code)
    if (code === 0x7f) return '\u2421'
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
  })
}

/** Soft hyphen and the joiners, which scripts and emoji are written with. */
const harmless = new Set([0xad, 0x200c, 0x200d])
