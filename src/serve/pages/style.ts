import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Markup } from '../html/html.ts'

const text = readFileSync(new URL('./style.css', import.meta.url), 'utf8')

/**
 * The stylesheet, which each page holds, so that it is painted with what came first; its hash lets the
 * Content-Security-Policy allow it and no other one.
 *
 * @see https://www.w3.org/TR/CSP3/#framework-directive-source-list
 */
export const styleSheet = {
  element: new Markup(`<style>${text}</style>`),
  source: `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
} as const
