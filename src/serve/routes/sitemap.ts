import type { Routes, SiteVersion } from '../context.ts'
import { escapeXml } from '../../rdf/index.ts'
import { UsineError } from '../../errors.ts'
import { catalogueOf } from '../catalogue/index.ts'
import { classPath, propertyPath } from '../pages/browse/class-links.ts'
import { termPath } from '../pages/ontology/term-links.ts'
import { describeQueries } from '../queries/describe-query.ts'
import type { Representation } from '../respond/answer.ts'
import { encodePart } from '../respond/paths.ts'
import { getResponder } from '../respond/responder.ts'
import { pathPart } from './parameters.ts'

/** How many addresses one file of a site map may hold. */
const LIMIT = 50_000
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/**
 * Routes for those who crawl the site.
 *
 * @see https://www.sitemaps.org/protocol.html
 * @see https://www.rfc-editor.org/rfc/rfc9309
 */
export const sitemapRoutes: Routes = (app, context) => {
  const { handler } = getResponder(context)
  const method = ['GET', 'HEAD']
  app.route({
    method,
    url: '/sitemap.xml',
    handler: handler(
      (_, version) =>
        xml('sitemap', async () => {
          const pages = await listPages(version)
          return pages.length <= LIMIT
            ? writePages(pages, version)
            : writeIndex(pages.length, version)
        }),
      [],
    ),
  })
  app.route({
    method,
    url: '/sitemap-:number(^\\d{1,6}).xml',
    handler: handler((request, version) => {
      const number = Number(pathPart(request, 'number'))
      return xml(`sitemap ${number}`, async () => {
        const all = await listPages(version)
        const pages = all.slice((number - 1) * LIMIT, number * LIMIT)
        if (pages.length > 0) return writePages(pages, version)
        throw new UsineError('ERR_PATH_NOT_FOUND', { path: request.url.slice(0, 200) })
      })
    }, []),
  })
  app.route({
    method,
    url: '/robots.txt',
    handler: handler((_, { base }) => {
      const text = `User-agent: *\nDisallow: /sparql\nSitemap: ${base}sitemap.xml\n`
      const contentType = 'text/plain; charset=utf-8'
      return { kind: 'representation', key: 'robots', contentType, headers: {}, render: () => text }
    }, []),
  })
}

/** Every page there is but those that lists go on with. */
async function listPages(version: SiteVersion): Promise<string[]> {
  const { base, site } = version
  const { classes, properties } = await catalogueOf(version)
  const { ontology } = site
  const terms = [ontology.classes, ontology.properties, ontology.units, ontology.concepts]
  const filled = [...classes.values()].filter(({ count }) => count > 0)
  const paths = [
    '/dataset',
    '/browse',
    '/queries',
    '/ontology',
    ...site.entities.map(({ id }) => `/page/${encodePart(id)}`),
    ...filled.map(({ key }) => classPath(key)),
    ...[...properties.keys()].map(propertyPath),
    ...terms.flatMap((table) => [...table.keys()].map(termPath)),
    ...[...describeQueries(version).values()].map(({ path }) => path),
  ]
  return [base, ...paths.map((path) => base + path.slice(1))]
}

const xml = (key: string, render: () => Promise<string>): Representation => ({
  kind: 'representation',
  key,
  contentType: 'application/xml; charset=utf-8',
  headers: {},
  render,
})

const entry = (tag: string, loc: string, { modified }: SiteVersion): string =>
  `<${tag}><loc>${escapeXml(loc)}</loc><lastmod>${modified.toISOString()}</lastmod></${tag}>\n`

const wrap = (tag: string, entries: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${tag} xmlns="${NAMESPACE}">\n${entries.join('')}</${tag}>\n`

const writePages = (pages: readonly string[], version: SiteVersion): string =>
  wrap(
    'urlset',
    pages.map((page) => entry('url', page, version)),
  )

const writeIndex = (count: number, version: SiteVersion): string =>
  wrap(
    'sitemapindex',
    Array.from({ length: Math.ceil(count / LIMIT) }, (_, index) =>
      entry('sitemap', `${version.base}sitemap-${index + 1}.xml`, version),
    ),
  )
