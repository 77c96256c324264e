import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { Parser } from 'n3'
import { predicatePath } from '../../src/validate/index.ts'
import { SCHEMA } from '../../src/vocabulary.ts'
import { checkWithPublishedShapes, publishedShapesFile } from './schemaorg-shapes.ts'

const prefixes = `@prefix : <https://site.example/> . @prefix schema: <${SCHEMA}> .`

/** Turtle, and the properties at which the published shapes find something. */
const cases: readonly (readonly [what: string, turtle: string, found: readonly string[]])[] = [
  ['a literal for Text', ':x a schema:Place ; schema:name "Flins" .', []],
  ['a literal for Date', ':x a schema:Organization ; schema:foundingDate "1952" .', []],
  ['a literal for Number', ':x a schema:GeoCoordinates ; schema:latitude 48.98 .', []],
  ['a literal for Duration', ':x a schema:Event ; schema:duration "PT4H" .', []],
  ['an IRI for URL', ':x a schema:Thing ; schema:sameAs :y .', []],
  ['a node for a class', ':x a schema:Place ; schema:containedInPlace :y .', []],
  [
    'a literal for a class',
    ':x a schema:Place ; schema:containedInPlace "Yvelines" .',
    ['containedInPlace'],
  ],
  [
    'a literal for a class, at a node of a subclass',
    ':x a schema:AutomotiveBusiness ; schema:containedInPlace "Yvelines" .',
    ['containedInPlace'],
  ],
  [
    'a value that is wrong itself',
    ':x a schema:Place ; schema:containedInPlace :y . :y schema:geo "48.98 1.86" .',
    ['containedInPlace'],
  ],
  [
    'what the shapes do not judge: an unknown property',
    ':x a schema:Place ; schema:adress "a" .',
    [],
  ],
  ['what the shapes do not judge: domains', ':x a schema:Place ; schema:birthDate "1952" .', []],
  [
    'what the shapes do not judge: the class of a node',
    ':x a schema:Place ; schema:containedInPlace :y . :y a schema:Person .',
    [],
  ],
]

describe("schema.org's published shapes", function () {
  before(function () {
    if (!existsSync(publishedShapesFile)) this.skip() // ../shared/conformance is not on this machine
  })

  it('have 1,014 node shapes, all for http://schema.org/ or classes equal to its own', () => {
    const text = readFileSync(publishedShapesFile, 'utf8')
    strictEqual(text.match(/ a sh:NodeShape /g)?.length, 1014)
    strictEqual(text.includes('https://schema.org/'), false)
  })

  for (const [what, turtle, found] of cases) {
    it(`${found.length > 0 ? 'refuse' : 'accept'} ${what}`, async () => {
      const { results } = await checkWithPublishedShapes(new Parser().parse(prefixes + turtle))
      deepStrictEqual(
        results.map(({ path }) => path),
        found.map((name) => predicatePath(SCHEMA + name)),
      )
    })
  }
})
