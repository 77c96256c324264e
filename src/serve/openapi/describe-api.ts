import { pickLabel } from '../../rdf/index.ts'
import type { ParameterTypeName } from '../../query/index.ts'
import type { SiteVersion } from '../context.ts'
import { toProblem } from '../problem.ts'
import { UsineError } from '../../errors.ts'
import { describeQueries } from '../queries/describe-query.ts'
import type { DescribedParameter, DescribedQuery } from '../queries/describe-query.ts'
import { basePath } from '../respond/paths.ts'
import { realExample } from './real-example.ts'
import { routeDescriptions } from './route-descriptions.ts'
import type { RouteDescription } from './route-description.ts'

/** What the description of an API is made from. */
export interface ApiOptions {
  /** The paths that there are, as templates. */
  readonly routes: readonly string[]
  readonly programVersion: string
}

/**
 * Describes what a server answers: its routes, and each saved query with its parameters, with examples of the site.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html
 */
export function describeApi(version: SiteVersion, { routes, programVersion }: ApiOptions): object {
  const { site, base } = version
  const { title, description, license, languages } = site.config
  const language = languages[0] ?? 'en'
  const known = routes.filter((route) => Object.hasOwn(routeDescriptions, route))
  const paths: [string, object][] = [
    ...known.map((route): [string, object] => [route, describeRoute(route, version)]),
    ...[...describeQueries(version).values()].flatMap(describeQueryPaths),
  ]
  return {
    openapi: '3.1.0',
    info: {
      title: pickLabel(title, language) ?? base,
      summary: 'Linked data: entities, SPARQL and saved queries',
      description: pickLabel(description, language) ?? '',
      version: programVersion,
      license: { name: license, url: license },
    },
    servers: [{ url: basePath(base) === '' ? '/' : basePath(base) }],
    tags: tags.map((name) => ({ name })),
    paths: Object.fromEntries(paths),
    components: { responses: { problem: problemResponse }, headers, schemas },
  }
}

const tags = ['entities', 'data set', 'SPARQL', 'queries', 'operation'] as const

const headers = {
  'X-Request-Id': { description: 'Names the request in the log', schema: { type: 'string' } },
  ETag: { description: 'Changes with the answer', schema: { type: 'string' } },
}

const schemas = {
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'detail'],
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
      instance: { type: 'string' },
      code: { type: 'string' },
    },
  },
}

const problemResponse = {
  description: 'What is wrong, as RFC 9457 has it',
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      example: toProblem(new UsineError('ERR_PATH_NOT_FOUND', { path: '/nothing' }), '/nothing'),
    },
  },
}

function describeRoute(route: string, version: SiteVersion): object {
  const description = routeDescriptions[route]
  if (!description) return {}
  const { query = {}, methods = [], sent } = description
  const inQuery = Object.entries(query).map(([name, [meaning, example]]) => ({
    name,
    in: 'query',
    description: meaning,
    schema: { type: 'string' },
    example: realExample(example, version),
  }))
  const inPath = pathParameters(route, description, version)
  const operation = (method: string) => ({
    operationId: operationId(method, route),
    summary: description.summary,
    tags: [description.tag],
    ...(sent && method !== 'get'
      ? {
          // What is asked is in the body.
          parameters: [...inPath, ...inQuery.filter(({ name }) => name !== 'query')],
          ...(method !== 'delete' && { requestBody: bodyOf(sent.bodies) }),
          responses: responsesOf({ ...description, ...sent }),
        }
      : { parameters: [...inPath, ...inQuery], responses: responsesOf(description) }),
  })
  return Object.fromEntries(['get', ...methods].map((method) => [method, operation(method)]))
}

const bodyOf = (mediaTypes: readonly string[]) => ({
  required: true,
  content: Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, bodySchema(mediaType)])),
})

const bodySchema = (mediaType: string): object => {
  const text = { type: 'string' }
  if (mediaType === 'application/sparql-query') return { schema: text, example: 'ASK { ?s ?p ?o }' }
  if (mediaType !== 'application/x-www-form-urlencoded') return {}
  return {
    schema: { type: 'object', properties: { query: text, update: text } },
    example: { query: 'ASK { ?s ?p ?o }' },
  }
}

const operationId = (method: string, route: string): string =>
  `${method}${route.replace(/[^a-zA-Z0-9]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}${route.endsWith('/') ? 'Slash' : ''}`

function pathParameters(route: string, { path = {} }: RouteDescription, version: SiteVersion) {
  return [...route.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
    example: realExample(path[name] ?? name, version),
  }))
}

function responsesOf({ mediaTypes, statuses = [] }: RouteDescription): object {
  const ok = mediaTypes.length > 0 ? { 200: contentResponse(mediaTypes), 304: notModified } : {}
  const others = [...statuses, 405, 500].map((status): [string, object] => [
    String(status),
    responseFor(status),
  ])
  return Object.assign(ok, Object.fromEntries(others))
}

const notModified = { description: 'What the client has is still what there is' }

const contentResponse = (mediaTypes: readonly string[]) => ({
  description: 'The answer',
  headers: {
    ETag: { $ref: '#/components/headers/ETag' },
    'X-Request-Id': { $ref: '#/components/headers/X-Request-Id' },
  },
  content: Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, {}])),
})

const withoutProblem: Readonly<Record<number, string>> = {
  201: 'Made',
  204: 'Done',
  206: 'The part that was asked for',
  301: 'It has moved for good, to Location',
  303: 'It is described by the document at Location',
}

const responseFor = (status: number): object =>
  withoutProblem[status] === undefined
    ? { $ref: '#/components/responses/problem' }
    : { description: withoutProblem[status] }

function describeQueryPaths(described: DescribedQuery): [string, object][] {
  const { query, formats, path, parameters } = described
  const mediaTypes = formats.map(({ mediaTypes: [mediaType] }) => mediaType)
  const operation = {
    operationId: operationId('get', path),
    summary: query.question,
    tags: ['queries'],
    parameters: parameters.map(describeParameter),
    responses: responsesOf({
      summary: '',
      tag: 'queries',
      mediaTypes,
      statuses: [400, 406, 413, 503],
    }),
  }
  const text = {
    operationId: `${operationId('get', path)}Text`,
    summary: `The text of the query: ${query.question}`,
    tags: ['queries'],
    responses: responsesOf({
      summary: '',
      tag: 'queries',
      mediaTypes: ['application/sparql-query'],
    }),
  }
  return [
    [path, { get: operation }],
    [`${path}.rq`, { get: text }],
  ]
}

const describeParameter = (parameter: DescribedParameter): object => {
  const { name, type, meaning, expected, optional, defaultValue, example } = parameter
  const schema = valueSchemas[type]
  const value = typed(example, schema.type)
  return {
    name,
    in: 'query',
    required: !optional && defaultValue === undefined && type !== 'language',
    description: `${meaning}; expected ${expected}`,
    schema: {
      ...schema,
      ...(defaultValue !== undefined && { default: typed(defaultValue, schema.type) }),
    },
    example: value,
  }
}

const valueSchemas: Readonly<
  Record<ParameterTypeName, { readonly type: string; readonly format?: string }>
> = {
  entity: { type: 'string' },
  property: { type: 'string' },
  year: { type: 'integer' },
  date: { type: 'string', format: 'date' },
  integer: { type: 'integer' },
  decimal: { type: 'number' },
  string: { type: 'string' },
  language: { type: 'string' },
  boolean: { type: 'boolean' },
  iri: { type: 'string', format: 'iri' },
}

function typed(text: string, type: string): string | number | boolean {
  if (type === 'integer' || type === 'number') return Number(text)
  return type === 'boolean' ? text === 'true' : text
}
