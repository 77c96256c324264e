import type { Term } from '@rdfjs/types'
import { termToSparql } from './sparql.ts'

/** What can hold something that looks like a variable, and variables; the text between is left as it is. */
const tokens =
  /#[^\n\r]*|"""(?:[^"\\]|\\.|"(?!""))*"""|'''(?:[^'\\]|\\.|'(?!''))*'''|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'|<[^<>"{}|^`\\\s]*>|\bBOUND\s*\(\s*[?$](?<bound>\w+)\s*\)|[?$](?<variable>\w+)/gis

/**
 * Writes the values of variables into the text of a query, for people to go on from. Where a value cannot stand, as in
 * SELECT, what comes out is no query; parse it before it is used.
 */
export const bindText = (text: string, bindings: ReadonlyMap<string, Term>): string =>
  text.replace(tokens, (token, ...rest: readonly unknown[]) => {
    const { bound, variable } = rest.at(-1) as Readonly<Record<string, string | undefined>>
    if (bound !== undefined) return bindings.has(bound) ? 'true' : token
    const term = variable === undefined ? undefined : bindings.get(variable)
    return term ? termToSparql(term) : token
  })
