import type { RouteDescription } from '../route-description.ts'
import { format, rdf, rdfAndPage } from './media-types.ts'

const results = [
  'application/sparql-results+json',
  'application/sparql-results+xml',
  'text/csv',
  'text/tab-separated-values',
]

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

/** Routes of queries, but for the saved ones themselves. */
export const queryRoutes: Readonly<Record<string, RouteDescription>> = {
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
    summary:
      'What an editor of queries completes: prefixes, properties and classes with their labels',
    tag: 'SPARQL',
    query: { lang: ['the language of the labels, instead of Accept-Language', 'fr'] },
    mediaTypes: ['application/json'],
  },
}
