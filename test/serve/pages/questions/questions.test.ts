import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { attribute, readHtml } from '../../support/read-back.ts'
import { copyFlins } from '../../support/serve-flins.ts'
import { useServer } from '../../support/live-server.ts'

const required = `# Which things have this property?
# param property: property - the property
# param exact: boolean optional - only exact ones
SELECT ?thing WHERE { ?thing ?property ?value . FILTER(BOUND(?exact) || true) } LIMIT 3
`
const slow = `# How many are there of everything?
SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?c = ?f && ?f != ?i) }
`

async function makeSite(): Promise<string> {
  const directory = await copyFlins('limits: { queryTimeout: 1 }\n')
  await writeFile(join(directory, 'queries', 'required.rq'), required)
  await writeFile(join(directory, 'queries', 'slow.rq'), slow)
  return directory
}

describe('pages of questions', function () {
  this.timeout(60_000)
  const server = useServer(makeSite)

  async function get(path: string) {
    const response = await server().fetch(path, { headers: { accept: 'text/html' } })
    const text = await response.text()
    return { response, text, page: readHtml(text) }
  }
  const field = (page: ReturnType<typeof readHtml>, name: string) =>
    page.elements.find((element) => attribute(element, 'name') === name)

  it('list each question in words, grouped by what it is about', async () => {
    const { page } = await get('/queries')
    const links = page.elements.filter(({ tagName }) => tagName === 'a')
    ok(page.texts('a').some((text) => text.trim() === 'Which models were made here longest?'))
    ok(links.some((link) => attribute(link, 'href') === 'queries/longest-production'))
    deepStrictEqual(
      page.texts('h2').map((text) => text.trim()),
      ['About the factory', 'About the entity', 'About the whole data set'],
    )
  })

  it('have a field for each parameter, of its type, filled in', async () => {
    const { page } = await get('/queries/models-made?year=1960')
    const factory = field(page, 'entity')
    const year = field(page, 'year')
    ok(factory && year)
    strictEqual(attribute(factory, 'value'), 'flins')
    ok(page.elements.some((element) => attribute(element, 'id') === attribute(factory, 'list')))
    deepStrictEqual([attribute(year, 'type'), attribute(year, 'value')], ['number', '1960'])
    for (const element of [factory, year]) {
      const id = attribute(element, 'id')
      ok(page.elements.some((label) => attribute(label, 'for') === id))
    }
  })

  it('choose a property from a list and tick what is true', async () => {
    const { page } = await get('/queries/required')
    strictEqual(field(page, 'property')?.tagName, 'select')
    const exact = field(page, 'exact')
    ok(exact)
    strictEqual(attribute(exact, 'type'), 'checkbox')
  })

  it('ask nothing before the form is sent', async () => {
    const { response, page } = await get('/queries/required')
    strictEqual(response.status, 200)
    strictEqual(page.texts('table').length, 0)
    const machine = await server().fetch('/queries/required')
    strictEqual(machine.status, 400)
    await machine.text()
  })

  it('show what is wrong beside its field, and keep the form', async () => {
    const { response, page } = await get('/queries/models-made?year=soon&entity=flins')
    strictEqual(response.status, 400)
    const year = field(page, 'year')
    ok(year)
    deepStrictEqual([attribute(year, 'value'), attribute(year, 'aria-invalid')], ['soon', 'true'])
    const error = page.elements.find(
      (element) => attribute(element, 'id') === attribute(year, 'aria-describedby'),
    )
    strictEqual(error && attribute(error, 'class'), 'field-error')
    match((await get('/queries/models-made?yaer=1')).text, /does not ask for “yaer”/)
    match((await get('/queries/models-made?year=soon&lang=fr')).text, /Attendu : un nombre entier/)
  })

  it('draw the answer where a chart fits it', async () => {
    for (const name of ['employees-by-year', 'production-by-year', 'longest-production']) {
      const { page } = await get(`/queries/${name}`)
      strictEqual(page.elements.filter(({ tagName }) => tagName === 'svg').length > 0, true, name)
    }
    const { page } = await get('/queries/evidence')
    strictEqual(
      page.elements.some(({ tagName }) => tagName === 'svg'),
      false,
    )
  })

  it('are as the query page in what is drawn', async () => {
    const query = 'SELECT ?name ?size { VALUES (?name ?size) { ("a" 1) ("b" 2) } }'
    const { page } = await get(`/sparql?query=${encodeURIComponent(query)}`)
    const bars = page.elements.filter(({ tagName }) => tagName === 'rect')
    strictEqual(bars.length, 2)
  })

  it('write numbers in the language of the page, and years as years', async () => {
    const { page } = await get('/queries/employees-by-year?lang=fr')
    const cells = page.texts('td').map((text) => text.trim())
    ok(cells.includes('10\u202f600') && cells.includes('1962'), cells.join())
  })

  it('say when there is no answer', async () => {
    match((await get('/queries/models-made?year=1800')).text, /Nothing that is known answers this/)
  })

  it('link files that have the same answer', async () => {
    const { page } = await get('/queries/models-made?year=1960&lang=fr')
    const link = page.elements.find(({ attrs }) => attrs.some(({ value }) => /\.csv\?/.test(value)))
    const href = new URL(link ? (attribute(link, 'href') ?? '') : '', `${server().url}/queries/x`)
    const rows = parse<Record<string, string>>(await (await fetch(href)).text(), { columns: true })
    deepStrictEqual(
      rows.map(({ productLabel }) => productLabel),
      ['Renault Dauphine'],
    )
  })

  it('link the query with its values, which gives the same answer', async () => {
    const { page } = await get('/queries/models-made?year=1960')
    const link = page.elements.find(({ attrs }) =>
      attrs.some(({ name, value }) => name === 'href' && value.includes('sparql?query=')),
    )
    const href = new URL(link ? (attribute(link, 'href') ?? '') : '', `${server().url}/queries/x`)
    const response = await fetch(href, { headers: { accept: 'text/csv' } })
    match(await response.text(), /Renault Dauphine/)
    match(href.searchParams.get('query') ?? '', /1960/)
  })

  it('tell in words that a query took too long', async () => {
    const { response, text, page } = await get('/queries/slow')
    strictEqual(response.status, 503)
    ok(response.headers.get('etag') === null)
    match(text, /took longer than a query may take/)
    strictEqual(page.texts('h1')[0]?.trim(), 'How many are there of everything?')
  })
})
