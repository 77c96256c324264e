import { expectMap, expectText, oneOrMore } from '../facts/expect.ts'
import type { FactNode } from '../facts/tree.ts'
import { quote } from '../parsed.ts'
import type { Report } from '../report.ts'

/** What became of ids that entities had once. */
export interface Moves {
  /** Old ids, each with the id that took its place. */
  readonly redirects: ReadonlyMap<string, string>
  /** Ids of entities that were deleted for good. */
  readonly gone: ReadonlySet<string>
}

/** Reads `redirects: { old-id: new-id }` and `gone: [id]` of `usine.yaml`. */
export function readMoves(
  nodes: { readonly redirects: FactNode | undefined; readonly gone: FactNode | undefined },
  report: Report,
): Moves {
  const redirects = new Map<string, string>()
  const map =
    nodes.redirects &&
    expectMap(nodes.redirects, { what: 'a map from old ids to new ones', report })
  for (const { key, value } of map?.entries ?? []) {
    const id = expectText(value, { what: 'the id that took its place', report })
    if (id) redirects.set(key, id.text)
  }
  const gone = new Set<string>()
  for (const item of nodes.gone
    ? oneOrMore(nodes.gone, { what: 'ids of deleted entities', report })
    : []) {
    const id = expectText(item, { what: 'the id of a deleted entity', report })
    if (id) gone.add(id.text)
    if (id && redirects.has(id.text)) {
      report.error(id.origin, `${quote(id.text)} is both redirected and gone: keep one`)
    }
  }
  return { redirects: followRedirects(redirects, nodes.redirects, report), gone }
}

/** Makes each old id point to the last one of its chain. */
function followRedirects(
  redirects: ReadonlyMap<string, string>,
  node: FactNode | undefined,
  report: Report,
): ReadonlyMap<string, string> {
  const followed = new Map<string, string>()
  for (const [old, first] of redirects) {
    const seen = new Set([old])
    let id = first
    for (
      let next = redirects.get(id);
      next !== undefined && !seen.has(id);
      next = redirects.get(id)
    ) {
      seen.add(id)
      id = next
    }
    if (!seen.has(id)) followed.set(old, id)
    else if (node) report.error(node.origin, `The redirect of ${quote(old)} leads back to itself`)
  }
  return followed
}
