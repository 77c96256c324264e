import type { RouteDescription } from '../route-description.ts'
import { format, rdf, rdfAndPage } from './media-types.ts'

const view = { view: ['one view of the statements only: wikibase or schema', 'schema'] } as const

/** Routes of entities and of the nodes that belong to them. */
export const entityRoutes: Readonly<Record<string, RouteDescription>> = {
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
}
