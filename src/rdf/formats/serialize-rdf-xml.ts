import type { Quad_Object, Term } from '@rdfjs/types'
import { RDF, xsd } from '../../vocabulary.ts'
import { checkIri, checkLanguage, refuse, refuseTerm } from './check-term.ts'
import { escapeXml } from './escape-xml.ts'
import type { Quads, SerializeOptions } from './serialize-options.ts'
import { writeBatches } from './write-batches.ts'

/**
 * Writes RDF/XML; consecutive quads of one subject form one element. The graph of a quad is not written.
 * Errors are predicates that no XML name can stand for, and characters that XML 1.0 cannot hold.
 *
 * @see https://www.w3.org/TR/rdf-syntax-grammar/#section-Serialising
 */
export async function* serializeRdfXml(
  quads: Quads,
  { prefixes = {} }: SerializeOptions,
): AsyncGenerator<string> {
  const names = new Map(
    Object.entries(prefixes)
      .filter(([name]) => usablePrefix.test(name))
      .map(([name, iri]) => [iri, name]),
  )
  names.set(RDF, 'rdf')
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${declare(names)}>\n`
  let last: Term | undefined
  yield* writeBatches(quads, ({ subject, predicate, object }) => {
    const property = `    ${writeProperty(predicate, object, names)}\n`
    if (last?.equals(subject)) return property
    const end = last ? '  </rdf:Description>\n' : ''
    last = subject
    return `${end}  <rdf:Description ${writeNode(subject, 'rdf:about')}>\n${property}`
  })
  yield `${last ? '  </rdf:Description>\n' : ''}</rdf:RDF>\n`
}

/** Names that begin with xml are reserved, and rdf is ours. */
const usablePrefix = /^(?!xml|rdf$)[A-Za-z_][\w.-]*$/i

function declare(names: ReadonlyMap<string, string>): string {
  return [...names]
    .toSorted(([, a], [, b]) => (a < b ? -1 : 1))
    .map(([iri, name]) => ` xmlns:${name}="${escapeXml(iri)}"`)
    .join('\n   ')
}

function writeProperty(
  predicate: Term,
  object: Quad_Object,
  names: ReadonlyMap<string, string>,
): string {
  if (predicate.termType !== 'NamedNode') return refuseTerm(predicate)
  const [, namespace = '', local = ''] = qualifiedName.exec(checkIri(predicate.value)) ?? []
  if (namespace === '') {
    return refuse(
      `<${predicate.value}>`,
      'RDF/XML can write no predicate that does not end in an XML name',
    )
  }
  if (namespace === RDF && notProperties.has(local)) {
    return refuse(`<${predicate.value}>`, 'RDF/XML gives this name another meaning')
  }
  const prefix = names.get(namespace)
  const name = prefix === undefined ? `ns:${local}` : `${prefix}:${local}`
  const declaration = prefix === undefined ? ` xmlns:ns="${escapeXml(namespace)}"` : ''
  if (object.termType !== 'Literal')
    return `<${name}${declaration} ${writeNode(object, 'rdf:resource')}/>`
  const { language, datatype } = object
  const kind = language ? ` xml:lang="${checkLanguage(language)}"` : writeDatatype(datatype.value)
  return `<${name}${declaration}${kind}>${escapeXml(object.value)}</${name}>`
}

/** The longest XML name at the end of an IRI, and what is before it; any such split gives the IRI back. */
const qualifiedName = /^(.+?)([A-Za-z_][\w.-]*)$/u

/** @see https://www.w3.org/TR/rdf-syntax-grammar/#propertyElementURIs */
const notProperties = new Set(
  'RDF Description ID about parseType resource nodeID datatype li aboutEach aboutEachPrefix bagID'.split(
    ' ',
  ),
)

const writeDatatype = (datatype: string) =>
  datatype === xsd.string ? '' : ` rdf:datatype="${escapeXml(checkIri(datatype))}"`

function writeNode(term: Term, attribute: 'rdf:about' | 'rdf:resource'): string {
  if (term.termType === 'NamedNode') return `${attribute}="${escapeXml(checkIri(term.value))}"`
  if (term.termType !== 'BlankNode') return refuseTerm(term)
  return `rdf:nodeID="${toNodeId(term.value)}"`
}

/** Any label as an XML name, each as another one. */
const toNodeId = (label: string) =>
  `b${label.replace(/[^A-Za-z0-9]/gu, (character) => `_${character.codePointAt(0)?.toString(16) ?? ''}.`)}`
