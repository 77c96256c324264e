import { parsed, quote, unparsed } from '../parsed.ts'
import type { Parsed } from '../parsed.ts'

/** The values that a template's variables have in one row. */
export type Variables = ReadonlyMap<string, string>

/** A URI template, ready to be filled. */
export interface UriTemplate {
  readonly text: string
  readonly variables: readonly string[]
  expand(variables: Variables): string
}

interface Operator {
  readonly first: string
  readonly separator: string
  readonly named: boolean
  readonly reserved: boolean
}

const simple: Operator = { first: '', separator: ',', named: false, reserved: false }
const operators: Readonly<Record<string, Operator>> = {
  '': simple,
  '+': { ...simple, reserved: true },
  '#': { ...simple, first: '#', reserved: true },
  '.': { ...simple, first: '.', separator: '.' },
  '/': { ...simple, first: '/', separator: '/' },
  ';': { ...simple, first: ';', separator: ';', named: true },
  '?': { ...simple, first: '?', separator: '&', named: true },
  '&': { ...simple, first: '&', separator: '&', named: true },
}

const expression = /\{([+#./;?&]?)([\w.%]+(?:,[\w.%]+)*)\}/g

/**
 * Parses a URI template; levels 1 to 3, without the modifiers `*` and `:3` of level 4.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6570
 */
export function parseUriTemplate(text: string): Parsed<UriTemplate> {
  const rest = text.replace(expression, '')
  if (/[{}\s]/.test(rest))
    return unparsed(`${quote(text)} is not a URI template such as entity/{factory}`)
  const names = [...text.matchAll(expression)].flatMap(([, , list = '']) => list.split(','))
  return parsed({
    text,
    variables: [...new Set(names)],
    expand: (variables) =>
      text.replace(expression, (_, operator: string, list: string) =>
        expandOne(operators[operator] ?? simple, list.split(','), variables),
      ),
  })
}

function expandOne(operator: Operator, names: readonly string[], variables: Variables): string {
  const { first, separator, named, reserved } = operator
  const parts = names.flatMap((name) => {
    const value = variables.get(name)
    if (value === undefined) return []
    const wellFormed = value.replace(/\p{Surrogate}/gu, '\ufffd')
    const encoded = reserved ? encodeURI(wellFormed) : encodeStrictly(wellFormed)
    return [named ? `${name}=${encoded}` : encoded]
  })
  return parts.length === 0 ? '' : first + parts.join(separator)
}

/** Leaves only the unreserved characters of RFC 3986 as they are. */
const encodeStrictly = (value: string): string =>
  encodeURIComponent(value).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
