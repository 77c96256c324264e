import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { run } from '../../cli/support/run.ts'
import { hostileLine, pieces } from './hostile-text.ts'

/** The base of the site. */
export const hostileBase = 'https://hostile.example/'
/** The texts are the same in every run, so that what fails fails again. */
export const seed = 20_260_203

/** Texts of random pieces, and each piece alone: `thing-0` is called by the first, and so on. */
export const texts = [...new Set([...pieces, ...fc.sample(hostileLine, { seed, numRuns: 40 })])]
  .map((text) => text.trim())
  .filter((text) => text !== '')

/** The facts in JSON, which is YAML. */
export const facts = (lines: readonly string[]): string =>
  JSON.stringify(
    Object.fromEntries(
      lines.map((text, index) => [
        `thing-${index}`,
        {
          type: 'car-factory',
          label: { en: text },
          description: { en: text },
          alias: { en: [`a ${text}`] },
          statements: [
            {
              officialName: { fr: text },
              from: { referenceUrl: `https://source.example/?q=${encodeURIComponent(text)}'()` },
            },
          ],
        },
      ]),
    ),
  )

const turtleString = (text: string): string =>
  JSON.stringify(text).replace(/[\u007f-\uffff]/g, (sign) => sign)

/** All pieces at once, as they are in labels of a unit and a property, and in a query. */
export const everything = pieces
  .filter((piece) => !piece.includes('\ufeff'))
  .join('')
  .trim()
const ontology = `@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix qudt: <http://qudt.org/schema/qudt/> .
@prefix wikibase: <http://wikiba.se/ontology#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<hogshead> a qudt:Unit ; rdfs:label ${turtleString(everything)}@en ; rdfs:comment ${turtleString(everything)}@en ;
  qudt:symbol "hogshead" .
<hostility> a wikibase:Property ; rdfs:label ${turtleString(everything)}@en ; rdfs:comment ${turtleString(everything)}@en ;
  wikibase:propertyType wikibase:String .
<vileness> a wikibase:Property ; rdfs:label ${turtleString(everything)}@en ; rdfs:comment "How vile it is."@en ;
  wikibase:propertyType wikibase:Quantity ; qudt:applicableUnit <hogshead> .
`
/** A query that gives back what it is given. */
const echo = `# Does ${everything} come back as it was?
# param text: string - the ${everything}
SELECT ?echo WHERE { BIND(?text AS ?echo) }
`
const labels = `# Which things are there?
SELECT ?thing ?label WHERE { ?thing a wikibase:Item ; rdfs:label ?label } ORDER BY ?thing
`

/** Makes a folder of a site whose every text is hostile. */
export async function makeHostileSite(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'usine-hostile-'))
  await run(['init', directory])
  await rm(join(directory, 'data'), { recursive: true })
  await rm(join(directory, 'queries'), { recursive: true })
  await mkdir(join(directory, 'data'))
  await mkdir(join(directory, 'queries'))
  const title = { en: everything }
  const config = { base: hostileBase, title, description: title, publisher: { name: everything } }
  await writeFile(join(directory, 'usine.yaml'), JSON.stringify(config))
  await writeFile(join(directory, 'ontology', 'hostile.ttl'), ontology)
  await writeFile(join(directory, 'data', 'hostile.yaml'), facts(texts))
  await writeFile(join(directory, 'queries', 'echo.rq'), echo)
  await writeFile(join(directory, 'queries', 'labels.rq'), labels)
  return directory
}
