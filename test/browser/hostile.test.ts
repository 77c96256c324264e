import { deepStrictEqual } from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { useServer } from '../serve/support/live-server.ts'
import { everything, makeHostileSite, texts } from '../serve/support/hostile-site.ts'
import { useChromium } from './support/chromium.ts'
import { overflowOf } from './support/watched-page.ts'

const attack = `"'></script></style></title></textarea><img src=x onerror="window.__ran=1"><script>window.__ran=1</script>`
const long = 'Pneumonoultramicroscopic'.repeat(420)
const rightToLeft = 'مصنع السيارات في فلينس \u202e abc \u2066 def'

const reference = { referenceUrl: 'https://source.example/?q=%3C/script%3E%22javascript:alert(1)' }

/** A thing whose every text is one text. */
const thing = (text: string) => ({
  type: 'car-factory',
  label: { en: text, fr: text },
  description: { en: text },
  alias: { en: [`a ${text}`] },
  statements: [
    { officialName: { fr: text }, from: { ...reference, quotation: { en: text } } },
    { officialName: { fr: `${text}.` }, from: reference },
    { hostility: text, from: reference },
    { employees: 12, pointInTime: '1960', from: reference },
    { employees: 15, pointInTime: '1970', from: reference },
    { vileness: '12 hogshead', from: reference },
  ],
})

const hostile = {
  attack: thing(attack),
  everything: thing(everything),
  long: thing(long),
  'long-words': thing(`${attack} `.repeat(80).trim()),
  'right-to-left': thing(rightToLeft),
  unlabelled: {
    type: 'car-factory',
    statements: [{ officialName: { fr: attack }, from: reference }],
  },
}

/** The hostile site, with texts that try to run or to break the layout. */
async function makeSite(): Promise<string> {
  const directory = await makeHostileSite()
  await writeFile(join(directory, 'data', 'more.yaml'), JSON.stringify(hostile))
  return directory
}

const sample = texts.flatMap((_, index) => (index % 9 === 0 ? [`/page/thing-${index}`] : []))
const query = (text: string) => `/sparql?query=${encodeURIComponent(text)}`
const paths: readonly string[] = [
  ...Object.keys(hostile).map((id) => `/page/${id}`),
  ...sample,
  '/',
  '/browse',
  '/browse/class/car-factory',
  '/browse/class/car-factory?page=3',
  '/browse/property/officialName',
  '/browse/property/hostility',
  `/search?q=${encodeURIComponent(attack)}`,
  '/search?q=Pneumono',
  `/search?q=${encodeURIComponent(rightToLeft)}`,
  '/queries',
  `/queries/echo?text=${encodeURIComponent(attack)}`,
  `/queries/echo?text=${long.slice(0, 5000)}`,
  '/queries/labels',
  query('SELECT ?thing ?label { ?thing rdfs:label ?label } ORDER BY DESC(STRLEN(?label)) LIMIT 40'),
  query(`SELECT (${JSON.stringify(attack)} AS ?echo) {}`),
  query('CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 60'),
  query(`SELECT ${attack}`),
  '/ontology',
  '/ontology/hogshead',
  '/ontology/hostility',
  '/dataset',
  `/page/${encodeURIComponent(attack)}`,
]

describe('hostile facts in Chromium', () => {
  const open = useChromium()
  const server = useServer(makeSite)

  for (const width of [320, 1280]) {
    it(`run nothing, load nothing and break no layout at ${width} px`, async () => {
      const watched = await open({ viewport: { width, height: 800 } })
      const { page } = watched
      const found: string[] = []
      for (const path of paths) {
        await page.goto(server().url + path)
        const complaints = [...(await watched.complaints())]
        if (await page.evaluate<boolean>('"__ran" in window')) complaints.push('ran')
        const overflow = await overflowOf(page)
        if (overflow > 0) complaints.push(`${overflow} px too wide`)
        found.push(...complaints.map((complaint) => `${path.slice(0, 60)}: ${complaint}`))
      }
      deepStrictEqual(found, [])
    })
  }

  it('stay text in suggestions and in what the editor offers', async () => {
    const watched = await open()
    const { page } = watched
    await page.goto(server().url)
    await page.getByRole('combobox').first().fill('onerror')
    await page.getByRole('option').first().waitFor()
    await page.goto(`${server().url}/sparql`)
    await page.locator('.cm-content').click()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('onerror')
    await page.locator('.cm-tooltip-autocomplete li').first().waitFor()
    await page.keyboard.press('ArrowDown')
    deepStrictEqual(await watched.complaints(), [])
    deepStrictEqual(await page.evaluate<boolean>('"__ran" in window'), false)
  })
})
