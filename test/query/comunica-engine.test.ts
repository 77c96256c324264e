import { createQueryEngine } from '../../src/query/index.ts'
import { createDatasetStore } from '../../src/store/index.ts'
import { describeQueryEngine } from '../contracts/query-engine-contract.ts'

describeQueryEngine('Comunica', createQueryEngine)

describeQueryEngine('Comunica over a dataset of rdf-ext', async (store, options) =>
  createQueryEngine(await createDatasetStore(store), options),
)
