import type { RouteDescription } from './route-description.ts'

const rdf = [
  'text/turtle',
  'application/ld+json',
  'application/n-triples',
  'application/n-quads',
  'application/trig',
  'application/rdf+xml',
]
const rdfAndPage = [...rdf, 'text/html']
const results = [
  'application/sparql-results+json',
  'application/sparql-results+xml',
  'text/csv',
  'text/tab-separated-values',
]
const format = { format: ['a format by name, instead of Accept', 'turtle'] } as const
const view = { view: ['one view of the statements only: wikibase or schema', 'schema'] } as const

const sparqlBody = {
  bodies: [
    'application/x-www-form-urlencoded',
    'application/sparql-query',
    'application/sparql-update',
  ],
  mediaTypes: [...results, ...rdf],
  statuses: [204, 400, 401, 403, 406, 413, 415, 429, 503],
}
const graphBody = {
  bodies: [...rdf, 'multipart/form-data'],
  mediaTypes: [],
  statuses: [201, 204, 400, 401, 403, 404, 412, 413, 415],
}

/** Every route but those of the saved queries, by its pattern; a test compares them with those that there are. */
export const routeDescriptions: Readonly<Record<string, RouteDescription>> = {
  '/': {
    summary: 'The home page; the data set for who wants data',
    tag: 'data set',
    mediaTypes: ['text/html'],
    statuses: [303],
  },
  '/entity/{id}': {
    summary: 'A thing: see the page or the data about it',
    tag: 'entities',
    path: { id: 'ENTITY' },
    query: { ...format, ...view },
    mediaTypes: [],
    statuses: [301, 303, 404, 406, 410],
  },
  '/data/{name}': {
    summary: 'The data about a thing, in the format that is accepted or that the extension names',
    tag: 'entities',
    path: { name: 'ENTITY.ttl' },
    query: { ...format, ...view },
    mediaTypes: [...rdf, 'application/json'],
    statuses: [301, 303, 404, 406, 410, 412],
  },
  '/page/{id}': {
    summary: 'The page about a thing',
    tag: 'entities',
    path: { id: 'ENTITY' },
    mediaTypes: ['text/html'],
    statuses: [301, 404, 410],
  },
  '/linkset/{id}': {
    summary: 'The links of a thing and its documents, for FAIR Signposting',
    tag: 'entities',
    path: { id: 'ENTITY' },
    mediaTypes: ['application/linkset+json', 'application/linkset'],
    statuses: [404, 406, 410],
  },
  '/statement/{name}': {
    summary: 'A statement: see the data about its entity',
    tag: 'entities',
    path: { name: 'STATEMENT' },
    mediaTypes: [],
    statuses: [303, 404],
  },
  '/value/{path}': {
    summary: 'A value node',
    tag: 'entities',
    path: { path: 'VALUE' },
    mediaTypes: rdfAndPage,
    statuses: [404, 406],
  },
  '/reference/{path}': {
    summary: 'A reference node',
    tag: 'entities',
    path: { path: 'REFERENCE' },
    mediaTypes: rdfAndPage,
    statuses: [404, 406],
  },
  '/prop/{path}': {
    summary: 'A predicate of an own property',
    tag: 'entities',
    path: { path: 'direct/OWNPROPERTY' },
    mediaTypes: rdfAndPage,
    statuses: [404, 406],
  },
  '/.well-known/genid/{path}': {
    summary: 'What stands for an unknown value',
    tag: 'entities',
    path: { path: 'some-hash' },
    mediaTypes: rdfAndPage,
    statuses: [404, 406],
  },
  '/search': {
    summary: 'The entities with a name that has all words of a text, or their starts; best first',
    tag: 'data set',
    query: {
      q: ['what to search for', 'factory'],
      page: ['a page of the hits, from 1', '1'],
      lang: ['the language of labels, instead of Accept-Language', 'en'],
      format: ['json or html, instead of Accept', 'json'],
    },
    mediaTypes: ['application/json', 'text/html'],
    statuses: [404, 406],
  },
  '/browse': {
    summary: 'All classes and properties, with how many entities have them',
    tag: 'data set',
    mediaTypes: ['text/html'],
  },
  '/browse/class/{key}': {
    summary: 'The entities of a class and of the classes below it, by label',
    tag: 'data set',
    path: { key: 'CLASS' },
    query: { page: ['a page of the list, from 1', '1'] },
    mediaTypes: ['text/html'],
    statuses: [404],
  },
  '/browse/property/{key}': {
    summary: 'The values of a property, with the entities that have them',
    tag: 'data set',
    path: { key: 'TERM' },
    query: { page: ['a page of the list, from 1', '1'] },
    mediaTypes: ['text/html'],
    statuses: [404],
  },
  '/ontology': {
    summary: 'The ontology',
    tag: 'data set',
    query: format,
    mediaTypes: rdfAndPage,
    statuses: [406],
  },
  '/ontology/{path}': {
    summary: 'A class, property, unit or concept of the ontology',
    tag: 'data set',
    path: { path: 'TERM' },
    query: format,
    mediaTypes: rdfAndPage,
    statuses: [404, 406],
  },
  '/graph/{path}': {
    summary: 'A named graph',
    tag: 'data set',
    path: { path: 'schema' },
    query: format,
    mediaTypes: rdfAndPage,
    statuses: [404, 406],
  },
  '/dataset': {
    summary: 'The description of the data set: DCAT, VoID and schema.org',
    tag: 'data set',
    query: format,
    mediaTypes: rdfAndPage,
    statuses: [406],
  },
  '/.well-known/void': {
    summary: 'Where the description of the data set is',
    tag: 'data set',
    mediaTypes: [],
    statuses: [303],
  },
  '/dump.{name}': {
    summary: 'The whole graph as one file; ranges of it too',
    tag: 'data set',
    path: { name: 'nq.gz' },
    mediaTypes: [...rdf, 'application/gzip'],
    statuses: [206, 404, 412, 416],
  },
  '/context.jsonld': {
    summary: 'The JSON-LD context of the site',
    tag: 'data set',
    mediaTypes: ['application/ld+json'],
  },
  '/shapes.ttl': {
    summary: 'The SHACL shapes of the site',
    tag: 'data set',
    mediaTypes: ['text/turtle'],
  },
  '/facts.schema.json': {
    summary: 'The JSON Schema of the facts files',
    tag: 'data set',
    mediaTypes: ['application/schema+json'],
  },
  '/sitemap.xml': {
    summary: 'The site map for search engines',
    tag: 'data set',
    mediaTypes: ['application/xml'],
  },
  '/sitemap-{number}.xml': {
    summary: 'A part of the site map',
    tag: 'data set',
    path: { number: '1' },
    mediaTypes: ['application/xml'],
    statuses: [404],
  },
  '/robots.txt': { summary: 'What robots may fetch', tag: 'data set', mediaTypes: ['text/plain'] },
  '/sparql': {
    summary:
      'SPARQL 1.1: a query in the URL, in a form, or as the body; without one, the description of the service',
    tag: 'SPARQL',
    query: {
      query: [
        'a query in SPARQL 1.1',
        'SELECT ?thing ?name WHERE { ?thing a wikibase:Item ; rdfs:label ?name } LIMIT 3',
      ],
      'default-graph-uri': ['a graph to query; may be repeated', 'GRAPH'],
      'named-graph-uri': ['a named graph to query; may be repeated', 'GRAPH'],
      ...format,
    },
    mediaTypes: [...results, ...rdfAndPage],
    statuses: [400, 403, 406, 413, 429, 503],
    methods: ['post'],
    sent: sparqlBody,
  },
  '/sparql/': {
    summary: 'The same as /sparql',
    tag: 'SPARQL',
    mediaTypes: [...results, ...rdfAndPage],
    statuses: [400, 403, 406, 413, 429, 503],
    methods: ['post'],
    sent: sparqlBody,
  },
  '/graph-store': {
    summary: 'The graphs of a writable copy, by ?default or ?graph=',
    tag: 'SPARQL',
    query: { graph: ['the IRI of a graph', 'GRAPH'] },
    mediaTypes: rdf,
    statuses: [400, 403, 404, 406, 412],
    methods: ['put', 'post', 'delete'],
    sent: graphBody,
  },
  '/graph-store/{path}': {
    summary: 'A graph of a writable copy by its own path',
    tag: 'SPARQL',
    path: { path: 'example' },
    mediaTypes: rdf,
    statuses: [400, 403, 404, 406, 412],
    methods: ['put', 'post', 'delete'],
    sent: graphBody,
  },
  '/queries': {
    summary: 'The saved queries',
    tag: 'queries',
    mediaTypes: ['application/json', 'text/html'],
    statuses: [406],
  },
  '/query-terms': {
    summary: 'What an editor of queries completes: prefixes, properties and classes with their labels',
    tag: 'SPARQL',
    query: { lang: ['the language of the labels, instead of Accept-Language', 'fr'] },
    mediaTypes: ['application/json'],
  },
  '/openapi.json': {
    summary: 'This description',
    tag: 'operation',
    mediaTypes: ['application/vnd.oai.openapi+json'],
  },
  '/health': {
    summary: 'Whether the server can do its work',
    tag: 'operation',
    mediaTypes: ['application/json'],
    statuses: [503],
  },
  '/metrics': {
    summary: 'What happened since the start, for Prometheus',
    tag: 'operation',
    mediaTypes: ['text/plain'],
  },
  '/limits': {
    summary: 'The limits in force',
    tag: 'operation',
    mediaTypes: ['application/json', 'text/html'],
    statuses: [406],
  },
}
