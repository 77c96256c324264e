import type { Quad } from '@rdfjs/types'
import { DatasetGraphStore } from './dataset-store.ts'

/**
 * Creates a store over a dataset of rdf-ext, for small graphs on which the operations of a dataset are wanted
 * as well (union, difference, canonical form). Loads rdf-ext, which takes half a second, at the first call.
 *
 * @see https://rdf.js.org/dataset-spec/#dataset-interface
 */
export async function createDatasetStore(quads: Iterable<Quad> = []): Promise<DatasetGraphStore> {
  const { default: rdf } = await import('rdf-ext')
  return new DatasetGraphStore(rdf.dataset([...quads]))
}
