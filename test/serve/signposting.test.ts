import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { writeLinks } from '../../src/serve/documents/links.ts'
import { serveFlins } from './support/serve-flins.ts'
import { parseLinks } from './support/parse-links.ts'

const benchmark = join(import.meta.dirname, '../../../shared/conformance/signposting/benchmark')

describe('signposting', () => {
  let server: Awaited<ReturnType<typeof serveFlins>>
  before(async () => {
    server = await serveFlins()
  })
  after(() => server.close())

  const linksOf = async (url: string, accept = '*/*') => {
    const { headers } = await server.app.inject({ url, headers: { accept } })
    return parseLinks(String(headers.link))
  }
  const targets = (links: ReturnType<typeof parseLinks>, rel: string) =>
    links.filter((link) => link.rels.includes(rel))

  for (const url of [
    '/page/flins',
    '/data/flins',
    '/data/flins.jsonld',
    '/entity/flins',
    '/linkset/flins',
  ]) {
    it(`says in the headers of ${url} how to cite the entity, once`, async () => {
      const citations = targets(await linksOf(url), 'cite-as')
      deepStrictEqual(
        citations.map(({ href }) => href),
        ['https://flins.example/entity/flins'],
      )
    })
  }

  it('links the page with its data, licence, types, collection and link set', async () => {
    const links = await linksOf('/page/flins')
    const types = targets(links, 'type').map(({ href }) => href)
    ok(types.includes('http://schema.org/AboutPage') && types.length >= 2, types.join(' '))
    strictEqual(
      targets(links, 'license')[0]?.href,
      'https://creativecommons.org/publicdomain/zero/1.0/',
    )
    strictEqual(targets(links, 'describedby').length, 7)
    strictEqual(targets(links, 'item').length, 7)
    strictEqual(targets(links, 'collection')[0]?.href, '/dataset')
    deepStrictEqual(
      targets(links, 'linkset').map(({ type }) => type),
      ['application/linkset+json', 'application/linkset'],
    )
  })

  it('links to documents that have the type the link says', async () => {
    for (const url of ['/page/flins', '/data/flins', '/dataset', '/']) {
      for (const { href, type } of await linksOf(url)) {
        if (type === undefined || !/^[/?]/.test(href)) continue
        const path = href.startsWith('?') ? url + href : href
        const answer = await server.app.inject({ url: path, headers: { accept: type } })
        strictEqual(answer.statusCode, 200, path)
        match(
          String(answer.headers['content-type']),
          new RegExp(`^${type.replace(/[+.]/g, '\\$&')}`),
        )
      }
    }
  })

  it('says the same in the head of the page', async () => {
    const { body } = await server.app.inject('/page/flins')
    for (const { rels, href } of await linksOf('/page/flins')) {
      const local = href.startsWith('/') ? `..${href}` : href
      ok(
        body.includes(`<link rel="${rels.join(' ')}" href="${local}"`),
        `${rels.join(' ')} ${local}`,
      )
    }
  })

  it('leads from the data back to the page', async () => {
    const links = await linksOf('/data/flins.ttl')
    ok(targets(links, 'collection').some(({ href }) => href === '/page/flins'))
    ok(targets(links, 'profile').length === 2)
  })

  it('gives a link set with the same relations for page and data', async () => {
    const answer = await server.app.inject('/linkset/flins')
    const { linkset } = answer.json<{ linkset: Record<string, unknown>[] }>()
    const page = linkset.find(({ anchor }) => anchor === 'https://flins.example/page/flins')
    for (const rel of ['cite-as', 'describedby', 'item', 'license', 'type', 'collection']) {
      ok(Array.isArray(page?.[rel]), rel)
    }
    strictEqual(linkset.length, 9)
  })

  it('says the same in a link set that is no JSON', async () => {
    const [json, plain] = await Promise.all(
      ['application/linkset+json', 'application/linkset'].map((accept) =>
        server.app.inject({ url: '/linkset/flins', headers: { accept } }),
      ),
    )
    const { linkset } = json?.json<{ linkset: Record<string, { href: string }[]>[] }>() ?? {}
    const expected = (linkset ?? []).flatMap(({ anchor, ...relations }) =>
      Object.entries(relations).flatMap(([rel, links]) =>
        links.map(({ href }) => `${JSON.stringify(anchor)} ${rel} ${href}`),
      ),
    )
    const found = parseLinks(plain?.body.replaceAll(',\n', ', ') ?? '').flatMap((link) =>
      link.rels.map((rel) => `${JSON.stringify(link.anchor)} ${rel} ${link.href}`),
    )
    deepStrictEqual(found.sort(), expected.sort())
  })

  it('reads the headers of the signposting benchmark by the same rules', function () {
    if (!existsSync(benchmark)) this.skip()
    const files = readdirSync(benchmark, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.htaccess'),
    )
    const values = files.flatMap((file) =>
      [...readFileSync(join(benchmark, file), 'utf8').matchAll(/Header add Link (<.*)$/gm)].map(
        ([, value = '']) => value,
      ),
    )
    ok(values.length > 20, String(values.length))
    for (const value of values) {
      for (const { href, rels } of parseLinks(value)) ok(href !== '' && rels.length > 0, value)
    }
  })

  it('writes links that no IRI can end or break', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }), (iris) => {
        const text = writeLinks(iris.map((href) => ({ href, rel: 'item', profile: href })))

        ok(!/[^\x20-\x7e]/.test(text))
        strictEqual(parseLinks(text).length, iris.length)
      }),
    )
  })
})
