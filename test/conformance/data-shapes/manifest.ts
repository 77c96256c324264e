import { readFileSync } from 'node:fs'
import type { DatasetCore, Term } from '@rdfjs/types'
import { DataFactory, Parser, Store } from 'n3'

const { namedNode } = DataFactory
const MF = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#'
const SHT = 'http://www.w3.org/ns/shacl-test#'
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'

/** A test of the SHACL test suite: which data against which shapes, and the report (or failure) to expect. */
export interface ShaclTest {
  /** The path of the test below the suite: `core/node/and-001`. */
  readonly name: string
  readonly data: DatasetCore
  readonly shapes: DatasetCore
  readonly expectsFailure: boolean
  /** The graph that holds the expected report, and its node. */
  readonly expected: DatasetCore
  readonly report: Term
}

/** Lists the tests of a manifest and of the manifests it includes. */
export function* listShaclTests(manifest: URL, root = manifest): Generator<ShaclTest> {
  const store = readTurtle(manifest)
  const [node] = store.getSubjects(`${RDF}type`, `${MF}Manifest`, null)
  if (!node) return
  for (const include of store.getObjects(node, `${MF}include`, null))
    yield* listShaclTests(new URL(include.value), root)
  for (const entries of store.getObjects(node, `${MF}entries`, null))
    for (const entry of listMembers(store, entries)) yield readTest(store, entry, root)
}

function readTest(store: Store, entry: Term, root: URL): ShaclTest {
  const action = getObject(store, entry, `${MF}action`)
  const report = getObject(store, entry, `${MF}result`)
  const read = (name: string) => readTurtle(new URL(getObject(store, action, SHT + name).value))
  return {
    name: entry.value.slice(new URL('.', root).href.length),
    data: read('dataGraph'),
    shapes: read('shapesGraph'),
    expectsFailure: report.equals(namedNode(`${SHT}Failure`)),
    expected: store,
    report,
  }
}

function getObject(store: Store, subject: Term, predicate: string): Term {
  const [object] = store.getObjects(subject, predicate, null)
  if (!object) throw new Error(`${subject.value} has no ${predicate}`)
  return object
}

function* listMembers(store: Store, list: Term): Generator<Term> {
  if (list.value === `${RDF}nil`) return
  yield getObject(store, list, `${RDF}first`)
  yield* listMembers(store, getObject(store, list, `${RDF}rest`))
}

const files = new Map<string, Store>()

/** Reads each file once, so that blank nodes of data and shapes in one file stay the same nodes. */
function readTurtle(url: URL): Store {
  const known = files.get(url.href)
  if (known) return known
  const store = new Store(new Parser({ baseIRI: url.href }).parse(readFileSync(url, 'utf8')))
  files.set(url.href, store)
  return store
}
