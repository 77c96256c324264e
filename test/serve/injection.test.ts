import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import fc from 'fast-check'
import { Parser } from 'n3'
import { styleSheet } from '../../src/serve/pages/style.ts'
import { createServer } from '../../src/serve/index.ts'
import type { UsineServer } from '../../src/serve/index.ts'
import { readSite } from '../../src/sources/index.ts'
import { rdfs } from '../../src/vocabulary.ts'
import {
  everything,
  facts,
  hostileBase as base,
  makeHostileSite,
  seed,
  texts,
} from './support/hostile-site.ts'
import { controls, hostileText } from './support/hostile-text.ts'
import { attribute, readHtml, readTsvLiteral, readXml } from './support/read-back.ts'

/** The one stylesheet, which no text gets into. */
const style = readHtml(styleSheet.element.text).texts('style')[0] ?? ''

/** Elements that a page of usine has; anything else came from the text. */
const allowed = new Set(
  'html head meta title style link body nav main a h1 h2 h3 p dl dt dd ul ol li table thead tbody tr th td caption form label input button details summary pre code bdi em strong small span div section article header footer time script aside br textarea select option optgroup output fieldset legend figure figcaption abbr cite q blockquote sup sub hr svg g path rect text desc'.split(
    ' ',
  ),
)

function checkPage(text: string): ReturnType<typeof readHtml> {
  const page = readHtml(text)
  for (const element of page.elements) {
    ok(allowed.has(element.tagName), `<${element.tagName}> is in the page`)
    for (const { name, value } of element.attrs) {
      ok(!name.startsWith('on'), `${name} is in the page`)
      ok(
        !/^\s*(?:javascript|data|vbscript):/i.test(value) || ['value', 'content'].includes(name),
        value,
      )
    }
  }
  for (const { type, source, text } of page.scripts) {
    if (type === 'module') match(`${source} ${text}`, /^(?:\.\.\/)*assets\/[\w.-]+\.js $/)
    else strictEqual(type, 'application/ld+json')
  }
  deepStrictEqual(page.texts('style'), [style])
  const titles = page.elements.filter(({ tagName }) => tagName === 'title')
  strictEqual(titles.filter(({ parentNode }) => parentNode?.nodeName === 'head').length, 1)
  return page
}

/** HTML cannot hold some characters, and makes one line end of two. */
const inHtml = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex -- these are what HTML forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Surrogate}/gu, '\ufffd')

describe('hostile text in facts', function () {
  this.timeout(180_000)
  let directory = ''
  let server: UsineServer

  before(async () => {
    directory = await makeHostileSite()
    server = await createServer({
      directory,
      host: '127.0.0.1',
      port: 0,
      allowedHosts: [],
      watch: false,
      workers: 1,
      programVersion: '0.0.0',
    })
    await server.app.ready()
  })
  after(async () => {
    await server.close()
    await rm(directory, { recursive: true })
  })

  async function get(url: string, accept = '*/*') {
    const response = await server.app.inject({ url, headers: { accept } })
    for (const [name, value] of Object.entries(response.headers)) {
      match(name, /^[\w-]+$/)
      // One header is one line of printable ASCII.
      for (const one of [value].flat()) match(String(one), /^[\t\x20-\x7e]*$/)
      ok(!/^set-cookie$/i.test(name))
    }
    return response
  }

  const things = () => texts.map((text, index) => ({ text, id: `thing-${index}` }))

  it('has the labels as they were written', () => {
    const found = new Map(
      server.context.current().site.entities.map(({ id, labels }) => [id, labels.get('en')]),
    )
    for (const { text, id } of things()) strictEqual(found.get(id), text)
  })

  it('stays text in the pages of entities, and in their JSON-LD', async () => {
    for (const { text, id } of things()) {
      const { body, statusCode } = await get(`/page/${id}`)
      strictEqual(statusCode, 200)
      const page = checkPage(body)
      ok(
        page.texts('h1').some((heading) => heading.includes(inHtml(text))),
        `${id} ${text}`,
      )
      ok(page.texts('bdi').includes(inHtml(text)), text)
      for (const script of page.scripts.filter(({ type }) => type !== 'module')) {
        const names = JSON.stringify(JSON.parse(script.text))
        ok(names.includes(JSON.stringify(text).slice(1, -1)), text)
      }
    }
  })

  for (const extension of ['ttl', 'nt', 'nq', 'trig']) {
    it(`stays one literal in .${extension}`, async () => {
      for (const { text, id } of things()) {
        const { body } = await get(`/data/${id}.${extension}`)
        const quads = new Parser().parse(body)
        const found = quads.filter(
          ({ subject, predicate }) =>
            subject.value === `${base}entity/${id}` && predicate.value === rdfs.label,
        )
        ok(found.length > 0)
        for (const { object } of found) strictEqual(object.value, text)
        ok(quads.every(({ predicate }) => /^https?:/.test(predicate.value)))
      }
    })
  }

  it('stays one string in JSON-LD, Wikibase JSON and RDF/XML', async () => {
    for (const { text, id } of things()) {
      const jsonLd = JSON.stringify(JSON.parse((await get(`/data/${id}.jsonld`)).body))
      ok(jsonLd.includes(`"${JSON.stringify(text).slice(1, -1)}"`), text)
      const { body } = await get(`/data/${id}.json`)
      const { entities } = JSON.parse(body) as {
        entities: Record<string, { labels: { en: { value: string } } }>
      }
      strictEqual(Object.values(entities)[0]?.labels.en.value, text)
      const rdfXml = await get(`/data/${id}.rdf`)
      // XML 1.0 cannot hold U+FFFE and the like; then there is no document rather than a broken one.
      if (rdfXml.statusCode === 200) ok(readXml(rdfXml.body)('rdfs:label').includes(text), text)
      else ok(rdfXml.statusCode >= 400)
    }
  })

  it('stays in its cell, field or element in the answers of queries', async () => {
    const expected = things()
      .map(({ text, id }) => [`${base}entity/${id}`, text])
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
    const json = JSON.parse((await get('/queries/labels.srj')).body) as {
      results: { bindings: Record<string, { value: string }>[] }
    }
    deepStrictEqual(
      json.results.bindings.map(({ thing, label }) => [thing?.value, label?.value]),
      expected,
    )
    const csv = parseCsv((await get('/queries/labels.csv')).body, { record_delimiter: '\r\n' })
    deepStrictEqual(csv.slice(1), expected)
    const [, ...lines] = (await get('/queries/labels.tsv')).body.trimEnd().split('\n')
    deepStrictEqual(
      lines.map((line) => readTsvLiteral(line.slice(line.indexOf('\t') + 1))),
      expected.map(([, text]) => text),
    )
    const xml = readXml((await get('/queries/labels.srx')).body)
    deepStrictEqual(
      xml('literal'),
      expected.map(([, text]) => text),
    )
    const page = checkPage((await get('/queries/labels.html')).body)
    const cells = page.texts('td')
    deepStrictEqual(
      cells.filter((_, index) => index % 2 === 1),
      expected.map(([, text]) => inHtml(text ?? '')),
    )
  })

  it('is one value of the parameters of queries, whatever it holds', async () => {
    const samples = [
      ...controls,
      ...fc.sample(hostileText, { seed, numRuns: 25 }),
      ...texts.slice(-15),
    ]
    for (const text of samples) {
      const query = `text=${encodeURIComponent(text)}`
      const expected = text
      const json = await get(`/queries/echo.srj?${query}`)
      strictEqual(json.statusCode, 200, json.body)
      const { results } = JSON.parse(json.body) as {
        results: { bindings: { echo: { value: string } }[] }
      }
      deepStrictEqual(
        results.bindings.map(({ echo: { value } }) => value),
        [expected],
      )
      const csv = await get(`/queries/echo.csv?${query}`)
      deepStrictEqual(parseCsv(csv.body, { record_delimiter: '\r\n' }), [['echo'], [expected]])
      const [, line = ''] = (await get(`/queries/echo.tsv?${query}`)).body.split('\n')
      strictEqual(readTsvLiteral(line), expected)
      const page = checkPage((await get(`/queries/echo.html?${query}`)).body)
      const field = page.elements.find((element) => attribute(element, 'name') === 'text')
      strictEqual(page.texts('td')[0]?.trim(), inHtml(expected).trim())
      ok(field)
    }
  })

  it('stays text on the query page: in the query, its answer and its mistakes', async () => {
    const samples = [...fc.sample(hostileText, { seed, numRuns: 25 }), ...texts]
    for (const text of samples) {
      for (const query of [`SELECT (${JSON.stringify(text)} AS ?echo) {}`, `SELECT ${text}`]) {
        const url = `/sparql?query=${encodeURIComponent(query)}`
        const { body } = await get(url, 'text/html')
        const page = checkPage(body)
        ok(page.texts('textarea').includes(inHtml(query)), query)
      }
    }
  })

  it('breaks neither the list of queries, nor OpenAPI, the data set, terms and the site map', async () => {
    const { queries } = JSON.parse((await get('/queries')).body) as {
      queries: { name: string; question: string }[]
    }
    strictEqual(queries[0]?.question, `Does ${everything} come back as it was?`)
    const api = JSON.parse((await get('/openapi.json')).body) as { info: { title: string } }
    strictEqual(api.info.title, everything)
    for (const path of [
      '/',
      '/browse',
      '/browse/class/car-factory',
      '/browse/class/car-factory?page=2',
      '/browse/property/officialName',
      '/browse/property/officialName?page=2',
      '/ontology',
      '/search?q=thing',
      ...texts.map((text) => `/search?q=${encodeURIComponent(text)}`),
      '/dataset',
      '/ontology/hogshead',
      '/ontology/hostility',
      '/queries',
      '/queries/echo?text=a',
      '/limits',
      '/sparql',
      '/sparql?example=echo',
    ]) {
      const { body, statusCode } = await get(path, 'text/html')
      strictEqual(statusCode, 200, path)
      checkPage(body)
    }
    for (const path of ['/dataset', '/ontology/hogshead']) {
      new Parser().parse((await get(path, 'text/turtle')).body)
      readXml((await get(path, 'application/rdf+xml')).body)
    }
    strictEqual(readXml((await get('/sitemap.xml')).body)('loc').length > 0, true)
  })

  it('stays text in what is said of addresses that lead nowhere', async () => {
    const words = [...texts, ...fc.sample(hostileText, { seed, numRuns: 40 })]
    const folders = [
      '/entity',
      '/data',
      '/page',
      '/linkset',
      '/statement',
      '/ontology',
      '/value',
      '/graph',
      '/queries',
    ]
    for (const [index, word] of words.entries()) {
      const folder = folders[index % folders.length] ?? ''
      const url = `${folder}/${encodeURIComponent(`x${word}`)}`
      const asJson = await get(url)
      ok(asJson.statusCode >= 400 && asJson.statusCode < 500, `${url} ${asJson.statusCode}`)
      strictEqual((JSON.parse(asJson.body) as { status: number }).status, asJson.statusCode)
      checkPage((await get(url, 'text/html')).body)
    }
  })

  it('is refused in facts where it is no text', async () => {
    for (const control of controls.filter((one) => one !== '\r\n')) {
      await writeFile(join(directory, 'data', 'hostile.yaml'), facts([`a${control}b`]))
      const { problems } = await readSite(directory)
      ok(
        problems.some(({ severity }) => severity === 'error'),
        JSON.stringify(control),
      )
    }
  })

  it('is refused in ids and IRIs', async () => {
    for (const text of texts.slice(0, 25)) {
      const id = { [`x ${text}`]: { type: 'car-factory', label: { en: 'x' } } }
      const iri = { x: { type: 'car-factory', sameAs: `https://a.example/ ${text}` } }
      for (const wrong of [id, iri]) {
        await writeFile(join(directory, 'data', 'hostile.yaml'), JSON.stringify(wrong))
        const { problems } = await readSite(directory)
        ok(
          problems.some(({ severity }) => severity === 'error'),
          JSON.stringify(wrong),
        )
      }
    }
  })
})
