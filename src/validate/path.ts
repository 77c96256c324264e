import type { BlankNode, DataFactory, DatasetCore, NamedNode, Quad, Term } from '@rdfjs/types'
import { rdf, sh } from './terms.ts'

/**
 * A property path of SHACL.
 *
 * @see https://www.w3.org/TR/shacl/#property-paths
 */
export type Path =
  | { readonly kind: 'predicate'; readonly iri: string }
  | { readonly kind: 'sequence'; readonly paths: readonly Path[] }
  | { readonly kind: 'alternative'; readonly paths: readonly Path[] }
  | { readonly kind: keyof typeof wrappers; readonly path: Path }

const wrappers = {
  inverse: sh.inversePath,
  zeroOrMore: sh.zeroOrMorePath,
  oneOrMore: sh.oneOrMorePath,
  zeroOrOne: sh.zeroOrOnePath,
} as const

/** Writes the path of one predicate. */
export const predicatePath = (iri: string): Path => ({ kind: 'predicate', iri })

/** Reads a path from a shapes graph. */
export function readPath(dataset: DatasetCore, term: Term): Path {
  if (term.termType !== 'BlankNode') return predicatePath(term.value)
  if (findObject(dataset, term, rdf.first))
    return { kind: 'sequence', paths: readPaths(dataset, term) }
  const alternative = findObject(dataset, term, sh.alternativePath)
  if (alternative) return { kind: 'alternative', paths: readPaths(dataset, alternative) }
  for (const [kind, predicate] of Object.entries(wrappers)) {
    const inner = findObject(dataset, term, predicate)
    if (inner) return { kind: kind as keyof typeof wrappers, path: readPath(dataset, inner) }
  }
  return { kind: 'sequence', paths: [] }
}

function readPaths(dataset: DatasetCore, list: Term): Path[] {
  const first = findObject(dataset, list, rdf.first)
  const rest = findObject(dataset, list, rdf.rest)
  if (!first || !rest) return []
  return [readPath(dataset, first), ...readPaths(dataset, rest)]
}

function findObject(dataset: DatasetCore, subject: Term, predicate: string): Term | undefined {
  for (const quad of dataset.match(subject))
    if (quad.predicate.value === predicate) return quad.object
  return undefined
}

const suffixes = { zeroOrMore: '*', oneOrMore: '+', zeroOrOne: '?' } as const

/** Writes a path as SPARQL does: `^schema:isPartOf/rdfs:label`. */
export function pathToText(path: Path, shorten: (iri: string) => string): string {
  const nested = (inner: Path) => {
    const text = pathToText(inner, shorten)
    return inner.kind === 'predicate' ? text : `(${text})`
  }
  switch (path.kind) {
    case 'predicate':
      return shorten(path.iri)
    case 'sequence':
      return path.paths.map(nested).join('/')
    case 'alternative':
      return path.paths.map(nested).join('|')
    case 'inverse':
      return `^${nested(path.path)}`
    default:
      return `${nested(path.path)}${suffixes[path.kind]}`
  }
}

/** Writes a path as quads; returns the node that stands for it. */
export function pathToQuads(
  path: Path,
  quads: Quad[],
  factory: DataFactory,
): NamedNode | BlankNode {
  if (path.kind === 'predicate') return factory.namedNode(path.iri)
  if (path.kind === 'sequence') return listToQuads(path.paths, quads, factory)
  const node = factory.blankNode()
  const [predicate, object] =
    path.kind === 'alternative'
      ? ([sh.alternativePath, listToQuads(path.paths, quads, factory)] as const)
      : ([wrappers[path.kind], pathToQuads(path.path, quads, factory)] as const)
  quads.push(factory.quad(node, factory.namedNode(predicate), object))
  return node
}

function listToQuads(
  [first, ...rest]: readonly Path[],
  quads: Quad[],
  factory: DataFactory,
): NamedNode | BlankNode {
  if (!first) return factory.namedNode(rdf.nil)
  const cell = factory.blankNode()
  const member = pathToQuads(first, quads, factory)
  const tail = listToQuads(rest, quads, factory)
  quads.push(factory.quad(cell, factory.namedNode(rdf.first), member))
  quads.push(factory.quad(cell, factory.namedNode(rdf.rest), tail))
  return cell
}
