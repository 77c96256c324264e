import { deepStrictEqual, ok } from 'node:assert/strict'
import { DataFactory, Parser, Store } from 'n3'
import { shapesFromOntology, validateShapes } from '../../../src/validate/index.ts'
import { sh } from '../../../src/validate/terms.ts'
import { base, brokenExamples, goodGraph, ontology } from './examples.ts'

const shapes = new Store(
  shapesFromOntology(ontology, { base, factory: DataFactory, languages: ['en', 'fr'] }),
)
const parse = (turtle: string) => new Store(new Parser().parse(turtle))

describe('shapesFromOntology', () => {
  it('meets a good graph with no result', async () => {
    const { results } = await validateShapes(parse(goodGraph()), shapes, DataFactory)
    deepStrictEqual(
      results.map(({ focusNode, message }) => `${focusNode.value}: ${message}`),
      [],
    )
  })

  for (const [shape, turtle] of brokenExamples) {
    it(`finds what breaks ${shape}`, async () => {
      const { results } = await validateShapes(parse(turtle), shapes, DataFactory)
      const broken = results.map(({ sourceShape }) => sourceShape?.value)
      ok(broken.includes(`${base}shape/${shape}`), broken.join(' '))
    })
  }

  it('has a broken example for each shape with a message or a query', () => {
    const described = shapes.getSubjects(sh.message, null, null).map(({ value }) => value)
    const names = described.map((iri) => iri.slice(`${base}shape/`.length).replace(/\/query$/, ''))
    const covered = new Set(brokenExamples.map(([shape]) => shape))
    deepStrictEqual(
      names.filter((name) => !covered.has(name)),
      [],
    )
  })

  it('names every shape, and leaves only the nodes of paths blank', () => {
    const blank = shapes
      .getQuads(null, null, null, null)
      .filter(({ subject }) => subject.termType === 'BlankNode')
      .map(({ predicate }) => predicate.value)
    ok(blank.every((predicate) => /#(first|rest|alternativePath)$/.test(predicate)))
    for (const shape of shapes.getSubjects(sh.path, null, null))
      ok(shape.value.startsWith(`${base}shape/`), shape.value)
  })
})
