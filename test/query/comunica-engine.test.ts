import { createQueryEngine } from '../../src/query/index.ts'
import { describeQueryEngine } from '../contracts/query-engine-contract.ts'

describeQueryEngine('Comunica', (store, options) => createQueryEngine(store, options))
