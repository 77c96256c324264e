declare module 'rdf-ext' {
  import type { DataFactory, Dataset, DatasetFactory, Quad } from '@rdfjs/types'

  /** What is used here of the environment of rdf-ext: its factories of terms and of datasets. */
  interface Environment
    extends DataFactory, DatasetFactory<Quad, Quad, Dataset & { toCanonical(): string }> {}

  const rdf: Environment
  // eslint-disable-next-line no-restricted-exports -- so is rdf-ext
  export default rdf
}
