import type { Literal, Quad } from '@rdfjs/types'
import { expandLiteral } from './expanded.ts'
import type { ExpandedNode, ExpandedValue } from './expanded.ts'
import { buildNodeMap } from './node-map.ts'
import type { MapNode, NodeId } from './node-map.ts'

/** How deep nodes lie in each other at most, so that neither we nor readers run out of stack. */
const MAX_DEPTH = 24

interface TreeOptions {
  /** The IRI of the node that comes first, with all that can be reached from it. */
  readonly root?: string | undefined
  /** Whether a blank node needs its label, because it is named a second time somewhere. */
  readonly needsLabel: (blankNode: NodeId) => boolean
}

/**
 * Arranges the quads of one graph as trees, in expanded JSON-LD. Every node appears once, as near to the root as it
 * can, and is referred to by `@id` elsewhere; what the root does not reach follows as further trees. Nothing is lost.
 *
 * This is `@embed: @once` of JSON-LD framing, without what framing drops: nodes the root does not reach, and texts that
 * look like its keywords (`@null`).
 *
 * @see https://www.w3.org/TR/json-ld11-framing/#object-embed-flag
 */
export function buildTrees(quads: Iterable<Quad>, options: TreeOptions): ExpandedNode[] {
  const nodes = buildNodeMap(quads)
  const plan = planEmbedding(nodes, options.root)
  return plan.roots.map((root) => expandNode(root, { nodes, hosts: plan.hosts, ...options }))
}

interface Plan {
  readonly roots: MapNode[]
  /** The place, subject and predicate, where a node is embedded. */
  readonly hosts: Map<NodeId, { readonly subject: NodeId; readonly predicate: string }>
}

type NodeMap = ReadonlyMap<NodeId, MapNode>

function planEmbedding(nodes: NodeMap, root: string | undefined): Plan {
  const plan: Plan = { roots: [], hosts: new Map() }
  const placed = new Set<NodeId>()
  for (const candidate of rootCandidates(nodes, root)) {
    const pending = [candidate]
    // Grows while it is walked: what lies too deep below one root is a root of its own.
    for (const next of pending) {
      if (placed.has(next.id)) continue
      placed.add(next.id)
      plan.roots.push(next)
      pending.push(...embedBelow(next, { nodes, plan, placed }))
    }
  }
  return plan
}

function* rootCandidates(nodes: NodeMap, root: string | undefined): Iterable<MapNode> {
  const first = root === undefined ? undefined : nodes.get(root)
  if (first !== undefined) yield first
  const mentioned = new Set<NodeId>()
  for (const node of nodes.values()) {
    for (const id of references(node)) if (id !== node.id) mentioned.add(id)
  }
  for (const node of nodes.values()) if (!mentioned.has(node.id)) yield node
  yield* nodes.values()
}

/** Embeds breadth first, so that a node lies as near to the root as it can; returns what lies too deep. */
function embedBelow(
  root: MapNode,
  { nodes, plan, placed }: { nodes: NodeMap; plan: Plan; placed: Set<NodeId> },
): MapNode[] {
  let level = [root]
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
    const next: MapNode[] = []
    for (const subject of level) {
      for (const [predicate, id] of links(subject)) {
        const node = nodes.get(id)
        if (node === undefined || placed.has(id)) continue
        placed.add(id)
        plan.hosts.set(id, { subject: subject.id, predicate })
        next.push(node)
      }
    }
    level = next
  }
  const beyond = level.flatMap((node) => [...references(node)])
  return beyond.flatMap((id) => nodes.get(id) ?? [])
}

function* links({ properties }: MapNode): Iterable<[predicate: string, id: NodeId]> {
  for (const { predicate, objects } of properties) {
    for (const object of objects) if (typeof object === 'string') yield [predicate, object]
  }
}

function* references(node: MapNode): Iterable<NodeId> {
  for (const [, id] of links(node)) yield id
}

interface Expansion extends TreeOptions {
  readonly nodes: NodeMap
  readonly hosts: Plan['hosts']
}

function expandNode({ id, types, properties }: MapNode, expansion: Expansion): ExpandedNode {
  const labelled = !id.startsWith('_:') || !expansion.hosts.has(id) || expansion.needsLabel(id)
  return {
    ...(labelled && { '@id': id }),
    ...(types.length > 0 && { '@type': types }),
    ...Object.fromEntries(
      properties.map(({ predicate, objects }) => [
        predicate,
        objects.map((object) => expandObject(object, { subject: id, predicate }, expansion)),
      ]),
    ),
  }
}

function expandObject(
  object: NodeId | Literal,
  place: { readonly subject: NodeId; readonly predicate: string },
  expansion: Expansion,
): ExpandedNode | ExpandedValue {
  if (typeof object !== 'string') return expandLiteral(object)
  const host = expansion.hosts.get(object)
  const node = expansion.nodes.get(object)
  const isHere = host?.subject === place.subject && host.predicate === place.predicate
  return isHere && node !== undefined ? expandNode(node, expansion) : { '@id': object }
}
