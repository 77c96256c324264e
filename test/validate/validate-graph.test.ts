import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import { DataFactory, Parser, Store } from 'n3'
import { validateGraph } from '../../src/validate/index.ts'
import { base, goodGraph, ontology } from './shapes/examples.ts'

const { namedNode, quad } = DataFactory

/** A dataset with some Turtle in each graph. */
function load(graphs: Readonly<Record<string, string>>): Store {
  const quads = Object.entries(graphs).flatMap(([name, turtle]) =>
    new Parser()
      .parse(turtle)
      .map(({ subject, predicate, object }) =>
        quad(subject, predicate, object, namedNode(`${base}graph/${name}`)),
      ),
  )
  return new Store(quads)
}

const place = '<https://site.example/entity/flins> a <http://schema.org/Place>'
const shapes = `
@prefix sh: <http://www.w3.org/ns/shacl#> .
<named> a sh:NodeShape ; sh:targetClass <http://wikiba.se/ontology#Item> ; sh:property <name> .
<name> a sh:PropertyShape ; sh:path <https://site.example/prop/direct/motto> ; sh:minCount 1 ; sh:message "A site has a motto" .`

const validate = (dataset: Store, text = '') =>
  validateGraph({
    dataset,
    ontology,
    ontologyDocuments: [{ file: 'shapes.ttl', text }],
    base,
    languages: ['en'],
    factory: DataFactory,
  })

describe('validateGraph', () => {
  it('finds nothing in a good site', async () => {
    const dataset = load({ wikibase: goodGraph(), schema: `${place} .` })
    deepStrictEqual(await validate(dataset), { conforms: true, results: [] })
  })

  it('checks each graph by its own rules', async () => {
    const dataset = load({
      wikibase: '<https://site.example/entity/x> a <http://wikiba.se/ontology#Item> .',
      schema: `${place} ; <http://schema.org/adress> "Flins" .`,
      ontology: '<https://site.example/o> <http://schema.org/unknown> "not looked at" .',
    })
    const { results } = await validate(dataset)
    deepStrictEqual([...new Set(results.map(({ check }) => check))].sort(), ['schema.org', 'shacl'])
    strictEqual(
      results.some(({ message }) => message.includes('unknown')),
      false,
    )
  })

  it('checks the shapes that the ontology brings', async () => {
    const dataset = load({ wikibase: goodGraph(), schema: `${place} .` })
    const { results } = await validate(dataset, shapes)
    deepStrictEqual([...new Set(results.map(({ message }) => message))], ['A site has a motto'])
  })
})
