import { makeVisible } from '../../errors.ts'

const LONGEST = 500

/** Makes text of clients fit for a log: on one line, cut, and without characters that control a terminal. */
export function logText(text: string, longest = LONGEST): string {
  const visible = makeVisible(text.slice(0, longest).replace(/\s+/g, ' '), '')
  return text.length > longest ? `${visible} … (${text.length} characters)` : visible
}

/** The path of a URL: query strings may hold secrets, so they are never logged. */
export function logPath(url: string): string {
  const [path = ''] = url.split('?', 1)
  return logText(path)
}
