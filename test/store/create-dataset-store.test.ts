import { strictEqual } from 'node:assert/strict'
import rdf from 'rdf-ext'
import { createDatasetStore } from '../../src/store/index.ts'

describe('createDatasetStore', () => {
  it('holds the quads it is given', async () => {
    const node = rdf.namedNode('http://example.org/a')
    const store = await createDatasetStore([rdf.quad(node, node, node)])
    strictEqual(store.size, 1)
  })
})
