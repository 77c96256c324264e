import type { RouteDescription } from '../route-description.ts'
import { format, rdf, rdfAndPage } from './media-types.ts'

/** Routes of the site as a whole: its pages, its vocabulary, its description and its dumps. */
export const datasetRoutes: Readonly<Record<string, RouteDescription>> = {
  '/': {
    summary: 'The home page; the data set for who wants data',
    tag: 'data set',
    mediaTypes: ['text/html'],
    statuses: [303],
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
}
