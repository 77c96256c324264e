import { monitorEventLoopDelay } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { catalogueOf, classMembers, propertyValues } from '../src/serve/catalogue/index.ts'
import { renderBrowsePage } from '../src/serve/pages/browse/browse-page.ts'
import { renderClassPage } from '../src/serve/pages/browse/class-page.ts'
import { layoutPlaces } from '../src/serve/pages/browse/place-layout.ts'
import { renderPropertyPage } from '../src/serve/pages/browse/property-page.ts'
import { renderHomePage } from '../src/serve/pages/home/home-page.ts'
import { renderSearchPage } from '../src/serve/pages/search/search-page.ts'
import { findEntities, searchIndexOf } from '../src/serve/search/index.ts'
import { largeVersion } from '../test/serve/support/large-site.ts'

/** No page may hold the loop for longer, in milliseconds; a few is what is aimed at. */
const MOST_PAGE_MS = 50

/**
 * Measures lists and search over many entities: how long each index takes and for how long it holds the loop that
 * answers requests, the memory it keeps, and what a page takes then. Tells whether no page takes longer than the bar.
 */
export async function benchBrowse(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: { entities: { type: 'string', default: '100000' } },
  })
  const version = await largeVersion(Number(values.entities))
  print(`${values.entities} entities`)
  const catalogue = await measure('catalogue', () => catalogueOf(version))
  const index = await measure('search index', () => searchIndexOf(version))
  const one = catalogue.classes.get('factory')
  if (!one) return false
  const of = { version, catalogue, language: 'en' }
  const members = await measure('class in the order of its labels', () =>
    classMembers({ ...of, one }),
  )
  const middle = Math.ceil(members.length / 60)
  const lists = new Map<string, Awaited<ReturnType<typeof propertyValues>>>()
  for (const [key, property] of catalogue.properties) {
    const list = await measure(`values of ${key}`, () => propertyValues({ ...of, property }))
    lists.set(key, list)
  }
  const layout = await measure('map of coordinates', () =>
    layoutPlaces(lists.get('coordinates') ?? []),
  )
  const context = (path: string) => ({ version, language: 'en', path })
  const pages: [string, () => unknown][] = [
    ['/', () => renderHomePage(catalogue, context('/'))],
    ['/browse', () => renderBrowsePage(catalogue, context('/browse'))],
    [
      'a page of /browse/class/factory',
      () =>
        renderClassPage(
          { catalogue, one, members, page: middle },
          context('/browse/class/factory'),
        ),
    ],
    ...[...catalogue.properties].map(([key, property]): [string, () => unknown] => [
      `/browse/property/${key}`,
      () =>
        renderPropertyPage(
          {
            catalogue,
            property,
            values: lists.get(key) ?? [],
            page: 1,
            layout: key === 'coordinates' ? layout : undefined,
          },
          context(`/browse/property/${key}`),
        ),
    ]),
    ...searches.map((text): [string, () => unknown] => [
      `/search?q=${text}`,
      () => renderSearchPage({ text, page: 1, index }, context('/search')),
    ]),
  ]
  for (const text of searches) print(`"${text}": ${findEntities(text, index).total} hits`)
  return pages.map(([name, render]) => timePage(name, render)).every((ms) => ms < MOST_PAGE_MS)
}

const searches = ['factory', 'f', 'usine de', 'boulonge', 'fctory', 'a b c d e f g h', 'thing-4711']

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const print = (line: string): boolean => process.stdout.write(`${line}\n`)

async function measure<T>(name: string, build: () => Promise<T>): Promise<T> {
  const before = await memory()
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const start = performance.now()
  const built = await build()
  const ms = performance.now() - start
  delay.disable()
  const kept = (await memory()) - before
  const held = `99 % ${(delay.percentile(99) / 1e6).toFixed(0)} ms, longest ${(delay.max / 1e6).toFixed(0)} ms`
  print(`${name}: ${ms.toFixed(0)} ms; loop held ${held}; ${kept.toFixed(1)} MB`)
  return built
}

/** What is in use after a collection, in megabytes. */
async function memory(): Promise<number> {
  collect()
  await new Promise(setImmediate)
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}

/** The median of several times, in milliseconds; the first ones are not counted, as the code is compiled then. */
function timePage(name: string, render: () => unknown): number {
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now()
    render()
    return performance.now() - start
  })
  const first = times[0] ?? 0
  const [median = 0] = times
    .slice(4)
    .sort((a, b) => a - b)
    .slice(5)
  print(`${name}: ${median.toFixed(2)} ms (the first time ${first.toFixed(1)} ms)`)
  return median
}
