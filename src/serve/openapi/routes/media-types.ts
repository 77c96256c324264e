/** The formats of RDF documents. */
export const rdf = [
  'text/turtle',
  'application/ld+json',
  'application/n-triples',
  'application/n-quads',
  'application/trig',
  'application/rdf+xml',
]

export const rdfAndPage = [...rdf, 'text/html']

/** The parameter that names a format. */
export const format = { format: ['a format by name, instead of Accept', 'turtle'] } as const
