import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict'
import { parse } from 'csv-parse/sync'
import { attribute, readHtml } from '../../support/read-back.ts'
import type { ReadPage } from '../../support/read-back.ts'
import { copyFlins } from '../../support/serve-flins.ts'
import { useServer } from '../../support/live-server.ts'

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8'
const areas = 'SELECT ?thing ?area WHERE { ?thing wdt:P2046 ?area }'
const slow =
  'SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?c = ?f && ?f != ?i) }'

describe('the query page', function () {
  this.timeout(60_000)
  const server = useServer(() => copyFlins())

  async function get(path: string, accept = browser, init: RequestInit = {}) {
    const response = await server().fetch(path, {
      ...init,
      headers: { accept, 'accept-language': 'en' },
    })
    const text = await response.text()
    return { response, text, page: readHtml(text) }
  }
  const ask = (query: string, more = '') => get(`/sparql?query=${encodeURIComponent(query)}${more}`)
  const byId = ({ elements }: ReadPage, id: string) =>
    elements.find((element) => attribute(element, 'id') === id)
  const typed = (page: ReadPage) => page.texts('textarea')[0]
  const statusOf = (page: ReadPage) => {
    const answer = byId(page, 'answer')
    return answer && attribute(answer, 'data-status')
  }
  const links = ({ elements }: ReadPage) =>
    elements.flatMap((element) => attribute(element, 'href') ?? [])

  it('has a form with a label, an example and saved queries, before anything is asked', async () => {
    const { page, response } = await get('/sparql')
    strictEqual(response.status, 200)
    match(typed(page) ?? '', /^SELECT/)
    ok(page.elements.some((element) => attribute(element, 'for') === 'query'))
    ok(links(page).includes('sparql?example=areas'))
  })

  it('shows rows as a table, with labels that lead to pages, and keeps the query', async () => {
    const { page, response } = await ask(areas)
    strictEqual(response.status, 200)
    match(response.headers.get('content-type') ?? '', /^text\/html/)
    match(response.headers.get('vary') ?? '', /Accept/)
    match(statusOf(page) ?? '', /^3 rows in \d/)
    strictEqual(typed(page), areas)
    ok(links(page).includes('page/flins'))
    const texts = page.texts('a').map((text) => text.trim())
    ok(texts.includes('Flins Renault Factory'))
    deepStrictEqual(page.texts('td').filter((text) => text.trim() === '237').length, 1)
  })

  it('links to itself and to the answer in each format', async () => {
    const { page } = await ask(areas)
    const share = page.elements.find((element) => attribute(element, 'data-share') !== undefined)
    ok(share)
    const again = await get(`/${attribute(share, 'href') ?? ''}`)
    strictEqual(typed(again.page), areas)
    for (const format of ['csv', 'json', 'tsv', 'xml']) {
      const href = links(page).find((link) => link.endsWith(`format=${format}`)) ?? ''
      const { response, text } = await get(`/${href}`)
      strictEqual(response.status, 200, format)
      if (format === 'csv') strictEqual(parse(text).length, 4)
    }
  })

  it('shows yes and no', async () => {
    const { page } = await ask('ASK { :flins wdt:P2046 ?area }')
    ok(page.texts('strong').includes('Yes'))
  })

  it('shows a graph as rows and in Turtle', async () => {
    const { page } = await ask(
      'CONSTRUCT { ?a rdfs:label ?l } WHERE { ?a wdt:P2046 ?v ; rdfs:label ?l }',
    )
    match(statusOf(page) ?? '', /^\d+ triples? in/)
    ok(page.texts('pre').some((text) => text.includes('rdfs:label')))
  })

  it('shows the first rows of many, and says so', async () => {
    const { page, text } = await ask('SELECT * { ?s ?p ?o }')
    strictEqual(page.texts('tr').length, 501)
    match(text, /The first 500 are shown/)
  })

  it('speaks French, and asks for labels in it', async () => {
    const { page } = await ask(areas, '&lang=fr')
    match(statusOf(page) ?? '', /^3 lignes en \d/)
  })

  it('says what is wrong at which line, with the status of it, and keeps the query', async () => {
    const wrong = 'SELECT ?a {\n  ?a foo:bar ?b }'
    const { page, response } = await ask(wrong)
    strictEqual(response.status, 400)
    strictEqual(typed(page), wrong)
    const answer = byId(page, 'answer')
    ok(answer)
    deepStrictEqual([attribute(answer, 'data-line'), attribute(answer, 'data-column')], ['2', '6'])
    strictEqual(page.texts('strong').includes('foo:bar'), true)
  })

  it('says on the same page that a query is refused', async () => {
    const update = 'DELETE WHERE { ?s ?p ?o }'
    const { page, response } = await ask(update)
    strictEqual(response.status, 403)
    strictEqual(typed(page), update)
  })

  it('answers a form, and offers no link to a query that is too long for one', async () => {
    const query = `${areas} # ${'x'.repeat(8000)}`
    const { page, response } = await get('/sparql', browser, {
      method: 'POST',
      body: new URLSearchParams({ query }),
    })
    strictEqual(response.status, 200)
    strictEqual(typed(page), query)
    ok(!links(page).some((link) => link.startsWith('sparql?query')))
    const formats = page.elements.filter((element) => attribute(element, 'name') === 'format')
    ok(formats.some((element) => attribute(element, 'value') === 'csv'))
    ok(page.texts('textarea').slice(1).includes(query))
  })

  it('keeps the graphs that are asked', async () => {
    const graph = 'https://flins.example/graph/schema'
    const { page } = await ask(areas, `&default-graph-uri=${encodeURIComponent(graph)}`)
    const hidden = page.elements.find(
      (element) => attribute(element, 'name') === 'default-graph-uri',
    )
    ok(hidden)
    strictEqual(attribute(hidden, 'value'), graph)
    ok(links(page).some((link) => link.includes('default-graph-uri=') && link.includes('csv')))
  })

  it('starts with a saved query that can be run as it is', async () => {
    for (const name of ['areas', 'timeline', 'models-made']) {
      const { page } = await get(`/sparql?example=${name}`)
      const text = typed(page) ?? ''
      match(text, /SELECT/)
      ok(!text.includes('?entity '), name)
      const { response } = await ask(text)
      strictEqual(response.status, 200, name)
    }
  })

  const programs: readonly (readonly [string | undefined, string])[] = [
    ['*/*', 'application/sparql-results+json'],
    ['text/csv', 'text/csv'],
    ['application/sparql-results+json, text/html', 'application/sparql-results+json'],
    ['text/html;q=0.5, text/csv', 'text/csv'],
    ['application/json', 'application/sparql-results+json'],
  ]
  for (const [accept, expected] of programs) {
    it(`answers programs that accept ${accept} with ${expected}`, async () => {
      const { response } = await get(`/sparql?query=${encodeURIComponent(areas)}`, accept)
      ok(response.headers.get('content-type')?.startsWith(expected))
    })
  }

  it('gives the format that is named to browsers too, and the page to who names it', async () => {
    const csv = await ask(areas, '&format=csv')
    match(csv.response.headers.get('content-type') ?? '', /^text\/csv/)
    const page = await get(`/sparql?format=html&query=${encodeURIComponent(areas)}`, '*/*')
    match(page.response.headers.get('content-type') ?? '', /^text\/html/)
  })

  it('tells editors the prefixes, properties and classes of the site', async () => {
    const { text } = await get('/query-terms', 'application/json')
    const { prefixes, terms } = JSON.parse(text) as {
      prefixes: Record<string, string>
      terms: { kind: string; name: string; label: string }[]
    }
    strictEqual(prefixes[''], 'https://flins.example/entity/')
    const area = terms.find(({ name }) => name === 'wdt:P2046')
    deepStrictEqual([area?.kind, area?.label], ['property', 'area'])
    ok(terms.some(({ kind }) => kind === 'class'))
  })
})

describe('the query page, where queries may take a second', function () {
  this.timeout(60_000)
  const server = useServer(() => copyFlins('limits: { queryTimeout: 1 }\n'))

  it('says that a query takes too long, and keeps it', async () => {
    const response = await server().fetch(`/sparql?query=${encodeURIComponent(slow)}`, {
      headers: { accept: browser },
    })
    strictEqual(response.status, 503)
    const page = readHtml(await response.text())
    strictEqual(page.texts('textarea')[0], slow)
    ok(page.texts('h2').includes('The query was not answered'))
  })
})
