/** A link of a Link header. */
export interface ParsedLink {
  readonly href: string
  readonly rels: readonly string[]
  readonly type?: string
  readonly anchor?: string
}

/**
 * Parses a Link header, or throws where it is malformed.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8288#appendix-B.2
 */
export function parseLinks(header: string): ParsedLink[] {
  const links: ParsedLink[] = []
  let rest = header.trim()
  while (rest !== '') {
    const match =
      /^<([^>]*)>((?:\s*;\s*[\w*-]+\s*(?:=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]+))?)*)\s*(?:,\s*|$)/.exec(
        rest,
      )
    if (!match) throw new Error(`Malformed: ${rest}`)
    const [whole, href = '', parameters = ''] = match
    const find = (name: string): string | undefined => {
      const pattern = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;,"]+))`, 'i')
      const found: readonly (string | undefined)[] = pattern.exec(parameters) ?? []
      return found[1] ?? found[2]
    }
    const type = find('type')
    const anchor = find('anchor')
    links.push({
      href,
      rels: (find('rel') ?? '').split(/\s+/).filter((rel) => rel !== ''),
      ...(type !== undefined && { type }),
      ...(anchor !== undefined && { anchor }),
    })
    rest = rest.slice(whole.length)
  }
  return links
}
