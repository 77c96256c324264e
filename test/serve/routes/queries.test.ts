import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict'
import { resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { useServer } from '../support/live-server.ts'

const flins = resolve(import.meta.dirname, '../../..')

/** Path, Accept, expected status and media type. */
const cases: readonly (readonly [path: string, accept: string, status: number, type: string])[] = [
  ['/queries', '*/*', 200, 'application/json; charset=utf-8'],
  ['/queries', 'text/html', 200, 'text/html; charset=utf-8'],
  ['/queries?format=html', '*/*', 200, 'text/html; charset=utf-8'],
  ['/queries?format=json&format=html', '*/*', 200, 'application/json; charset=utf-8'],
  ['/queries?format=', 'text/html', 200, 'text/html; charset=utf-8'],
  ['/queries', 'image/png', 406, 'application/problem+json; charset=utf-8'],
  ['/queries/people', '*/*', 200, 'application/sparql-results+json'],
  ['/queries/people', 'application/json', 200, 'application/sparql-results+json'],
  ['/queries/people', 'application/sparql-results+xml', 200, 'application/sparql-results+xml'],
  ['/queries/people', 'text/csv', 200, 'text/csv; charset=utf-8'],
  ['/queries/people', 'text/tab-separated-values', 200, 'text/tab-separated-values; charset=utf-8'],
  ['/queries/people', 'text/html, */*;q=0.1', 200, 'text/html; charset=utf-8'],
  ['/queries/people', 'text/csv;q=0, text/html;q=0.2', 200, 'text/html; charset=utf-8'],
  ['/queries/people', 'image/png', 406, 'application/problem+json; charset=utf-8'],
  ['/queries/people', 'text/turtle', 406, 'application/problem+json; charset=utf-8'],
  ['/queries/people.csv', 'image/png', 200, 'text/csv; charset=utf-8'],
  ['/queries/people.srj', '*/*', 200, 'application/sparql-results+json'],
  ['/queries/people.rq', '*/*', 200, 'application/sparql-query; charset=utf-8'],
  ['/queries/people.xyz', '*/*', 406, 'application/problem+json; charset=utf-8'],
  ['/queries/people?format=tsv', '*/*', 200, 'text/tab-separated-values; charset=utf-8'],
  ['/queries/people?format=nonsense', '*/*', 406, 'application/problem+json; charset=utf-8'],
  ['/queries/peple', '*/*', 404, 'application/problem+json; charset=utf-8'],
  ['/queries/models-made?year=1960', '*/*', 200, 'application/sparql-results+json'],
  ['/queries/models-made?year=', '*/*', 200, 'application/sparql-results+json'],
  ['/queries/models-made?year=soon', '*/*', 400, 'application/problem+json; charset=utf-8'],
  [
    '/queries/models-made?year=1960&year=1961',
    '*/*',
    400,
    'application/problem+json; charset=utf-8',
  ],
  ['/queries/models-made?yaer=1960', '*/*', 400, 'application/problem+json; charset=utf-8'],
  ['/queries/models-made?entity=%22%7D', '*/*', 400, 'application/problem+json; charset=utf-8'],
]

describe('saved queries over HTTP', function () {
  this.timeout(60_000)
  const server = useServer(() => flins)

  for (const [path, accept, status, type] of cases) {
    it(`answers ${path} for ${accept} with ${status} ${type}`, async () => {
      const response = await server().fetch(path, { headers: { accept } })
      const text = await response.text()
      strictEqual(response.status, status, text)
      strictEqual(response.headers.get('content-type'), type)
      ok(response.headers.get('vary')?.includes('Accept') === true || path.endsWith('.rq'))
      ok(response.headers.get('x-request-id'))
    })
  }

  it('binds parameters as terms, so that the rows are those of the year', async () => {
    const response = await server().fetch('/queries/models-made.csv?year=1960')
    const rows = parse<Record<string, string>>(await response.text(), { columns: true })
    deepStrictEqual(
      rows.map(({ productLabel }) => productLabel),
      ['Renault Dauphine'],
    )
  })

  it('says of a wrong parameter what is expected, with an example', async () => {
    const response = await server().fetch('/queries/models-made?year=soon')
    const problem = (await response.json()) as {
      detail: string
      code: string
      parameters: { name: string; expected: string; example: string }[]
    }
    strictEqual(problem.code, 'ERR_PARAMETER_INVALID')
    match(problem.detail, /year is "soon"; expected a whole number/)
    const year = problem.parameters.find(({ name }) => name === 'year')
    deepStrictEqual([year?.expected, year?.example], ['a whole number, such as 2100', '1960'])
  })

  it('names the nearest query where there is none', async () => {
    const { detail } = (await (await server().fetch('/queries/peple')).json()) as { detail: string }
    match(detail, /did you mean "people"\?; \/queries names them all/)
  })

  it('answers 304 to who has the answer, and another answer to who asks for another', async () => {
    const first = await server().fetch('/queries/people.csv')
    const etag = first.headers.get('etag') ?? ''
    match(etag, /^"[\w-]+"$/)
    await first.text()
    const headers = { 'if-none-match': etag }
    const again = await server().fetch('/queries/people.csv', { headers })
    strictEqual(again.status, 304)
    strictEqual(again.headers.get('etag'), etag)
    for (const path of ['/queries/people.tsv', '/queries/people.csv?entity=bursa-factory']) {
      const other = await server().fetch(path, { headers })
      strictEqual(other.status, 200)
      await other.text()
    }
  })

  it('answers HEAD without asking the query', async () => {
    const response = await server().fetch('/queries/people', { method: 'HEAD' })
    strictEqual(response.status, 200)
    strictEqual(response.headers.get('content-type'), 'application/sparql-results+json')
  })

  it('sends what is accepted compressed', async () => {
    const headers = { 'accept-encoding': 'gzip' }
    const response = await server().fetch('/queries/people.csv', { headers })
    strictEqual(response.headers.get('content-encoding'), 'gzip')
    match(await response.text(), /^person,name/)
  })

  it('lists each query with its parameters and addresses that answer', async () => {
    const list = (await (await server().fetch('/queries')).json()) as {
      queries: { name: string; question: string; url: string; parameters: { example: string }[] }[]
    }
    ok(list.queries.length >= 10)
    for (const { question, url, parameters } of list.queries) {
      ok(question.length > 0)
      ok(parameters.every(({ example }) => example.length > 0))
      strictEqual((await server().fetch(`${url}.rq`)).status, 200)
    }
  })

  it('shows a page with a form and a table', async () => {
    const response = await server().fetch('/queries/models-made.html?year=1960')
    const page = await response.text()
    match(page, /name="year"[^>]*value="1960"/)
    match(page, /<td><a href="[^"]*page\/renault-dauphine"><bdi>Renault Dauphine<\/bdi><\/a><\/td>/)
    match(page, /<td>1956<\/td>/)
    match(page, /href="[^"]*models-made\.csv\?year=1960/)
    match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/)
  })
})
