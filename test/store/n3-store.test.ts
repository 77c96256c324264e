import { ok, strictEqual } from 'node:assert/strict'
import rdf from 'rdf-ext'
import { createStore } from '../../src/store/index.ts'
import { describeStore } from '../contracts/store-contract.ts'

describeStore('n3', () => createStore())

describe('n3, with terms of another factory', () => {
  const node = rdf.namedNode('http://example.org/a')
  const quad = rdf.quad(node, node, rdf.literal('colour', 'en-GB'))

  it('keeps language tags in lower case, as their values are compared', () => {
    const [kept] = createStore([quad])
    strictEqual(kept?.object.termType === 'Literal' && kept.object.language, 'en-gb')
  })

  it('finds a language tag in whatever case', () => {
    const store = createStore([quad])
    ok(store.has(quad))
    strictEqual(store.countQuads(null, null, quad.object), 1)
    strictEqual([...store.match(null, null, rdf.literal('colour', 'EN-gb'))].length, 1)
  })
})
