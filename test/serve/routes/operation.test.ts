import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { toTemplate } from '../../../src/serve/openapi/collect-routes.ts'
import { routeDescriptions } from '../../../src/serve/openapi/route-descriptions.ts'
import { useServer } from '../support/live-server.ts'

const flins = resolve(import.meta.dirname, '../../..')

interface Api {
  readonly openapi: string
  readonly paths: Readonly<
    Record<
      string,
      { readonly get: Operation } & Readonly<Record<'put' | 'post', Operation | undefined>>
    >
  >
}

interface Operation {
  readonly parameters?: readonly ApiParameter[]
  readonly operationId: string
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> }
}

interface ApiParameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly example: string | number
}

describe('operation', function () {
  this.timeout(60_000)
  const server = useServer(() => flins)
  const json = async (path: string) => (await server().fetch(path)).json()

  it('describes its API in valid OpenAPI 3.1', async () => {
    const validator = new Validator()
    const api = (await json('/openapi.json')) as Api
    const { valid, errors } = await validator.validate(
      structuredClone<Record<string, unknown>>({ ...api }),
    )
    deepStrictEqual(errors ?? [], [])
    strictEqual(valid, true)
    match(api.openapi, /^3\.1\./)
  })

  it('names each operation once', async () => {
    const { paths } = (await json('/openapi.json')) as Api
    const ids = Object.values(paths).map(({ get }) => get.operationId)
    strictEqual(new Set(ids).size, ids.length)
  })

  it('describes each route that there is, and no other', async () => {
    const { paths } = (await json('/openapi.json')) as Api
    const described = Object.keys(paths).filter((path) => !path.startsWith('/queries/'))
    deepStrictEqual(described.sort(), Object.keys(routeDescriptions).sort())
    const routes = server().app.printRoutes({ commonPrefix: false }).split('\n')
    ok(routes.length > 20)
  })

  it('gives examples that are answered', async () => {
    const { paths } = (await json('/openapi.json')) as Api
    for (const [path, { get }] of Object.entries(paths)) {
      if (/^\/(?:graph-store|queries\/|\.well-known\/genid)/.test(path)) continue
      const parameters = (get.parameters ?? []).filter((parameter) => parameter.in === 'path')
      const url = parameters.reduce(
        (text, { name, example }) => text.replace(`{${name}}`, String(example)),
        path,
      )
      const response = await server().fetch(url)
      await response.arrayBuffer()
      ok(response.status < 400, `${url} is answered with ${response.status}`)
    }
  })

  it('says what may be sent', async () => {
    const { paths } = (await json('/openapi.json')) as Api
    const sent = (path: string, method: 'put' | 'post' | 'get') =>
      Object.keys(paths[path]?.[method]?.requestBody?.content ?? {})
    deepStrictEqual(sent('/sparql', 'post'), [
      'application/x-www-form-urlencoded',
      'application/sparql-query',
      'application/sparql-update',
    ])
    deepStrictEqual(sent('/sparql', 'get'), [])
    ok(sent('/graph-store', 'put').includes('text/turtle'))
  })

  it('says in docs/reference/http.md what each route is', async () => {
    const page = readFileSync(resolve(flins, 'docs/reference/http.md'), 'utf8')
    const { paths } = (await json('/openapi.json')) as Api
    for (const path of Object.keys(paths)) {
      if (path.startsWith('/queries/')) continue
      ok(page.includes(`\`${path}\``), `${path} is not in docs/reference/http.md`)
    }
    for (const path of ['/queries/{name}', '/queries/{name}.rq']) ok(page.includes(`\`${path}\``))
  })

  it('writes paths as OpenAPI does', () => {
    strictEqual(toTemplate('/entity/:id'), '/entity/{id}')
    strictEqual(toTemplate('/sitemap-:number(^\\d{1,6}).xml'), '/sitemap-{number}.xml')
    strictEqual(toTemplate('/graph/*'), '/graph/{path}')
  })

  it('says that it is well', async () => {
    const response = await server().fetch('/health')
    strictEqual(response.status, 200)
    const { status, version } = (await response.json()) as Record<string, string>
    strictEqual(status, 'ok')
    strictEqual(version, server().context.current().version)
    strictEqual(response.headers.get('cache-control'), 'no-store')
  })

  it('measures requests by route and status, and queries by outcome', async () => {
    await (await server().fetch('/page/nobody')).text()
    await (await server().fetch('/queries/people.csv')).text()
    const response = await server().fetch('/metrics')
    match(response.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/)
    const text = await response.text()
    match(
      text,
      /^usine_http_request_duration_seconds_count\{method="GET",route="\/page\/:id",status="404"\} 1$/m,
    )
    match(text, /^usine_query_duration_seconds_count\{outcome="ok"\} 1$/m)
    match(text, /^usine_query_queued 0$/m)
    match(text, /^usine_query_workers \d+$/m)
    match(text, /^usine_site_info\{version="[0-9a-f]+"\} 1$/m)
    match(text, /^process_resident_memory_bytes \d+$/m)
  })

  it('shows the limits in force', async () => {
    const limits = (await json('/limits')) as Record<string, unknown>
    strictEqual(limits['queryTimeout'], server().context.queries.limits.timeoutMs / 1000)
    strictEqual(limits['allowedHosts'], 'none')
    const page = await server().fetch('/limits', { headers: { accept: 'text/html' } })
    match(await page.text(), /<th scope="row">queryTimeout<\/th>\s*<td>\d+<\/td>/)
  })

  const ids: readonly (readonly [given: string, kept: boolean])[] = [
    ['abc-123', true],
    ['00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', true],
    ['a b', false],
    ['x"y', false],
    ['a'.repeat(101), false],
    ['<script>', false],
  ]
  for (const [given, kept] of ids) {
    it(`${kept ? 'keeps' : 'replaces'} the request id ${given.slice(0, 20)}`, async () => {
      const response = await server().fetch('/health', { headers: { 'x-request-id': given } })
      const answered = response.headers.get('x-request-id') ?? ''
      strictEqual(answered === given, kept)
      match(answered, /^[\w.:+/=@-]{1,100}$/)
    })
  }

  it('logs paths without what follows the question mark', async () => {
    await (await server().fetch('/queries/models-made?year=1960&token=hush-hush')).text()
    await (
      await server().fetch('/page/flins', { headers: { authorization: 'Bearer hush-hush' } })
    ).text()
    const lines = server().log().trim().split('\n')
    for (const line of lines) JSON.parse(line)
    ok(lines.some((line) => line.includes('"path":"/queries/models-made"')))
    ok(!server().log().includes('hush-hush'))
  })
})
