import { deepStrictEqual, match, ok, rejects, strictEqual, throws } from 'node:assert/strict'
import { UsineError } from '../../../src/errors.ts'
import { catalogueOf, classMembers, propertyValues } from '../../../src/serve/catalogue/index.ts'
import { renderClassPage } from '../../../src/serve/pages/browse/class-page.ts'
import { layoutPlaces } from '../../../src/serve/pages/browse/place-layout.ts'
import { renderPropertyPage } from '../../../src/serve/pages/browse/property-page.ts'
import { paginate, readPage } from '../../../src/serve/pages/paging.ts'
import { largeVersion } from '../support/large-site.ts'
import { attribute, readHtml } from '../support/read-back.ts'
import { serveFlins } from '../support/serve-flins.ts'

const links = (page: ReturnType<typeof readHtml>, rel: string): string[] =>
  page.elements
    .filter((element) => attribute(element, 'rel') === rel)
    .map((element) => attribute(element, 'href') ?? '')

describe('lists of many entities', () => {
  const version = largeVersion(1000)

  async function classPage(page: number, language = 'en') {
    const site = await version
    const catalogue = await catalogueOf(site)
    const one = catalogue.classes.get('factory')
    ok(one)
    const members = await classMembers({ version: site, catalogue, one, language })
    const context = { version: site, language, path: '/browse/class/factory' }
    return readHtml(renderClassPage({ catalogue, one, members, page }, context))
  }
  const names = (page: ReturnType<typeof readHtml>): string[] =>
    page.elements
      .filter((element) => attribute(element, 'href')?.includes('/page/thing-'))
      .map((element) => attribute(element, 'href') ?? '')

  it('has each entity on one page, in the order of the labels', async () => {
    const seen: string[] = []
    const headings: string[] = []
    for (let page = 1; ; page += 1) {
      const read = await classPage(page)
      seen.push(...names(read))
      headings.push(...read.texts('bdi').filter((text) => text.startsWith('Factory of')))
      if (links(read, 'next').length === 0) break
    }
    const catalogue = await catalogueOf(await version)
    strictEqual(seen.length, catalogue.classes.get('factory')?.count)
    strictEqual(new Set(seen).size, seen.length)
    deepStrictEqual(headings, headings.toSorted(new Intl.Collator('en', { numeric: true }).compare))
  })

  it('tells which part it is, and leads to the others', async () => {
    const first = await classPage(1)
    ok(first.texts('p').some((text) => /^1–30 of \d+$/.test(text.trim())))
    deepStrictEqual(links(first, 'prev'), [])
    deepStrictEqual(new Set(links(first, 'next')), new Set(['?page=2']))
    const second = await classPage(2)
    deepStrictEqual(new Set(links(second, 'prev')), new Set(['?']))
    deepStrictEqual(new Set(links(second, 'next')), new Set(['?page=3']))
  })

  it('sorts by the labels of the language that is asked for', async () => {
    const french = (await classPage(1, 'fr'))
      .texts('bdi')
      .filter((text) => text.startsWith('Usine de'))
    strictEqual(french.length, 30)
  })

  it('has no page after the last, and none that is no number', async () => {
    await rejects(classPage(1000), UsineError)
    for (const text of ['0', '-1', '01', '1.5', '1e2', 'x', '9'.repeat(20)]) {
      throws(() => readPage(text, '/'), UsineError, text)
    }
    strictEqual(readPage(undefined, '/'), 1)
    deepStrictEqual(paginate(0, 1, '/'), { page: 1, pages: 1, total: 0, start: 0, end: 0 })
    deepStrictEqual(paginate(61, 3, '/'), { page: 3, pages: 3, total: 61, start: 60, end: 61 })
  })

  it('draws all places on one map of bounded size, every one counted', async () => {
    const site = await version
    const catalogue = await catalogueOf(site)
    const property = catalogue.properties.get('coordinates')
    ok(property)
    const values = await propertyValues({ version: site, catalogue, property, language: 'en' })
    const layout = await layoutPlaces(values)
    ok(layout)
    strictEqual(layout.places, values.length)
    strictEqual(
      layout.clusters.reduce((sum, { count }) => sum + count, 0),
      1000,
    )
    ok(layout.clusters.length < 800)
    for (const { x, y } of layout.clusters) {
      ok(x >= 0 && x <= layout.width && y >= 0 && y <= layout.height)
    }
    const context = { version: site, language: 'en', path: '/browse/property/coordinates' }
    const page = readHtml(
      renderPropertyPage({ catalogue, property, values, page: 1, layout }, context),
    )
    strictEqual(page.texts('circle').length, layout.clusters.length)
    strictEqual(page.texts('tbody')[0]?.match(/° [NS],/g)?.length, 30)
  })
})

describe('lists of Flins', () => {
  let server: Awaited<ReturnType<typeof serveFlins>>
  before(async () => {
    server = await serveFlins()
  })
  after(() => server.close())

  const get = async (url: string, headers: Record<string, string> = { accept: 'text/html' }) => {
    const { body, statusCode } = await server.app.inject({ url, headers })
    strictEqual(statusCode, 200, url)
    return readHtml(body)
  }

  it('leads from kinds to what there is of each, with as many as it says', async () => {
    const page = await get('/browse')
    const tree = page.elements.filter(
      ({ tagName, attrs }) =>
        tagName === 'a' && attrs.some(({ value }) => value.startsWith('browse/class/')),
    )
    ok(tree.length > 10)
    const list = await get('/browse/class/car-model')
    ok(list.texts('bdi').includes('Renault Dauphine'))
    match(page.texts('li').find((text) => text.includes('car model')) ?? '', /car model\s+9/)
    ok(list.texts('p').some((text) => text.includes('9 entries')))
  })

  it('tells who has a value, in the words of the language', async () => {
    const page = await get('/browse/property/area?lang=fr')
    deepStrictEqual(page.texts('h1'), ['superficie'])
    ok(page.texts('table')[0]?.includes('237'))
    ok(page.texts('table')[0]?.includes('Flins Renault Factory'))
  })

  it('describes every term of the vocabulary on a page', async () => {
    const { ontology } = server.context.current().site
    for (const table of [
      ontology.classes,
      ontology.properties,
      ontology.units,
      ontology.concepts,
    ]) {
      for (const { key, labels, comments } of table.values()) {
        const page = await get(`/ontology/${key}`)
        deepStrictEqual(page.texts('h1'), [labels.get('en')])
        ok(
          page.texts('p').some((text) => text.trim() === comments.get('en')),
          key,
        )
      }
    }
    const unit = await get('/ontology/ha')
    ok(unit.texts('dd').some((text) => /1\s+ha\s+=\s+10,000\s+m[2²]/.test(text)))
    const area = await get('/ontology/area')
    ok(area.texts('dd').some((text) => /in 3 statements on 1 entry/.test(text)))
    ok(area.texts('dd').some((text) => text.includes('P2046')))
  })

  it('tells on the home page what it holds, and gives lines to copy that are answered', async () => {
    const page = await get('/')
    const { entities } = server.context.current().site
    const statements = entities.reduce((sum, one) => sum + one.statements.length, 0)
    const figures = page.texts('dd').map((text) => text.trim())
    ok(figures.includes(String(entities.length)) && figures.includes(String(statements)))
    const commands = page.texts('pre')
    strictEqual(commands.length, 3)
    for (const command of commands) {
      const [, url = ''] = /(https:\/\/flins\.example\S*)/.exec(command) ?? []
      const [, accept = '*/*'] = /Accept: ([^']+)/.exec(command) ?? []
      const [, query] = /'query=([^']+)'/.exec(command) ?? []
      const answer = await server.app.inject({
        url: new URL(url).pathname,
        headers: {
          accept,
          ...(query !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        ...(query !== undefined && {
          method: 'POST',
          payload: new URLSearchParams({ query }).toString(),
        }),
      })
      ok([200, 303].includes(answer.statusCode), `${command} ${answer.body}`)
    }
  })

  it('tells the sizes and checksums of the downloads, and how to cite', async () => {
    const page = await get('/dataset')
    strictEqual(page.texts('tbody')[0]?.match(/[0-9a-f]{16}…/g)?.length, 6)
    const { version } = server.context.current()
    ok(page.texts('pre').some((text) => text.includes(`Version ${version.slice(0, 12)}`)))
  })

  it('has no link within the site that leads nowhere', async () => {
    const seen = new Set<string>()
    const queue = ['/']
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      if (seen.has(path)) continue
      seen.add(path)
      const answer = await server.app.inject({ url: path, headers: { accept: 'text/html' } })
      ok(answer.statusCode < 400, `${path} ${answer.statusCode}`)
      if (!String(answer.headers['content-type']).startsWith('text/html')) continue
      if (/^\/(?:page|queries|sparql)\b/.test(path)) continue
      for (const element of readHtml(answer.body).elements) {
        const href = attribute(element, 'href')
        if (href === undefined || element.tagName === 'link') continue
        const url = new URL(href, `http://site.example${path}`)
        if (url.host === 'site.example') queue.push(url.pathname + url.search)
      }
    }
    ok(seen.size > 250, String(seen.size))
  })
})

describe('search over HTTP', () => {
  let server: Awaited<ReturnType<typeof serveFlins>>
  before(async () => {
    server = await serveFlins()
  })
  after(() => server.close())

  const search = async (query: string, headers: Record<string, string> = {}) =>
    (await server.app.inject({ url: `/search?${query}`, headers })).json<{
      total: number
      isNearby: boolean
      pages: number
      hits: Record<string, string>[]
    }>()

  it('answers programs with what they need, with accents or without', async () => {
    const expected = {
      id: 'renault-fregate',
      iri: 'https://flins.example/entity/renault-fregate',
      label: 'Renault Frégate',
      language: 'en',
      class: 'car model',
      page: '/page/renault-fregate',
    }
    for (const text of ['fregate', 'Fr%C3%A9gate', 'FREGATE+renault']) {
      const { total, isNearby, pages, hits } = await search(`q=${text}`)
      deepStrictEqual({ total, isNearby, pages }, { total: 1, isNearby: false, pages: 1 })
      deepStrictEqual(hits, [expected])
    }
  })

  it('speaks the language of who asks', async () => {
    const { hits } = await search('q=fregate', { 'accept-language': 'fr' })
    strictEqual(hits[0]?.['class'], "modèle d'automobile")
  })

  it('shows people the same, and what to try where there is nothing', async () => {
    const page = async (url: string) =>
      readHtml((await server.app.inject({ url, headers: { accept: 'text/html' } })).body)
    ok((await page('/search?q=fregate')).texts('bdi').includes('Renault Frégate'))
    const nothing = await page('/search?q=fregate+zzzzzzzz')
    ok(nothing.elements.some((element) => attribute(element, 'href') === '?q=fregate'))
    const nearby = await page('/search?q=fregatte')
    match(nearby.texts('p').join(' '), /nearly so/)
    const field = nearby.elements.find((element) => attribute(element, 'id') === 'search')
    strictEqual(field && attribute(field, 'value'), 'fregatte')
  })
})
