import { escapeXml, quote } from '../rdf/index.ts'
import { DCTERMS, RDF } from '../vocabulary.ts'
import type { ProblemDetails } from './problem.ts'

/** The vocabulary of HTTP messages. */
const HTTP = 'http://www.w3.org/2011/http#'

/**
 * Writes an error as triples about the response, which are N-Triples and so Turtle, TriG and N-Quads too: who asks for
 * RDF can read that something is not there, and does not take it for a fact about it.
 *
 * @see https://www.w3.org/TR/HTTP-in-RDF10/
 */
export const problemToTriples = ({ status, title, detail }: ProblemDetails): string =>
  [
    `<${RDF}type> <${HTTP}Response>`,
    `<${HTTP}statusCodeValue> ${quote(String(status))}`,
    `<${HTTP}reasonPhrase> ${quote(title)}`,
    `<${DCTERMS}description> ${quote(writable(detail))}`,
  ]
    .map((said) => `_:response ${said} .\n`)
    .join('')

/** Writes an error as JSON-LD. */
export const problemToJsonLd = ({ status, title, detail }: ProblemDetails): string =>
  `${JSON.stringify(
    {
      '@context': { http: HTTP, dcterms: DCTERMS },
      '@type': 'http:Response',
      'http:statusCodeValue': String(status),
      'http:reasonPhrase': title,
      'dcterms:description': detail,
    },
    undefined,
    2,
  )}\n`

/** Writes an error as RDF/XML. */
export const problemToRdfXml = ({ status, title, detail }: ProblemDetails): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="${RDF}" xmlns:http="${HTTP}" xmlns:dcterms="${DCTERMS}">
  <http:Response>
    <http:statusCodeValue>${status}</http:statusCodeValue>
    <http:reasonPhrase>${escapeXml(title)}</http:reasonPhrase>
    <dcterms:description>${escapeXml(writable(detail))}</dcterms:description>
  </http:Response>
</rdf:RDF>
`

/** Replaces what neither Turtle nor XML can hold; controls and halves of characters were made visible before. */
const writable = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- these are what XML forbids
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
