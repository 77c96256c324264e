/** An entity stands for a namespace; one that grows longer is of no use, and may be a bomb. */
const LONGEST = 10_000

/** The entities of XML itself. */
const standard: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

const reference = /&(?:#(\d{1,7})|#x([\dA-Fa-f]{1,6})|([^\s;&#]+));/g

/**
 * Expands the entities that the entities of a document refer to. What has no end, is not declared, or holds markup is
 * refused with the words given.
 *
 * @see https://www.w3.org/TR/xml/#intern-replacement
 */
export function expandEntities(
  declared: Readonly<Record<string, string>>,
  refuse: (problem: string) => never,
): ReadonlyMap<string, string> {
  const expanded = new Map<string, string>(standard)
  const open = new Set<string>()
  const expand = (name: string): string => {
    const known = expanded.get(name)
    if (known !== undefined) return known
    const value = Object.hasOwn(declared, name) ? declared[name] : undefined
    if (value === undefined) return refuse(`the entity &${name}; is not declared`)
    if (value.includes('<')) return refuse(`the entity &${name}; holds markup, which is not read`)
    if (open.has(name)) return refuse(`the entity &${name}; refers to itself`)
    open.add(name)
    const text = value.replace(reference, (_, decimal?: string, hex?: string, other?: string) =>
      other === undefined ? toCharacter(decimal, hex, refuse) : expand(other),
    )
    if (text.length > LONGEST) return refuse(`the entity &${name}; is longer than ${LONGEST}`)
    open.delete(name)
    expanded.set(name, text)
    return text
  }
  for (const name of Object.keys(declared)) expand(name)
  return expanded
}

function toCharacter(
  decimal: string | undefined,
  hex: string | undefined,
  refuse: (problem: string) => never,
): string {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  return code > 0x10ffff ? refuse(`there is no character ${code}`) : String.fromCodePoint(code)
}
