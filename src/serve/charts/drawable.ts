/**
 * Leaves out what cannot be drawn: characters that XML forbids, and those that turn the direction of what follows.
 * Joiners stay, since Persian and emoji are written with them.
 */
export const drawable = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\p{Cn}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
