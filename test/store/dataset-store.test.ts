import rdf from 'rdf-ext'
import { DatasetGraphStore } from '../../src/store/index.ts'
import { describeStore } from '../contracts/store-contract.ts'

describeStore('a dataset of rdf-ext', () => new DatasetGraphStore(rdf.dataset()))
