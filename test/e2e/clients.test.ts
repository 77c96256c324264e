import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { QueryEngine } from '@comunica/query-sparql'
import type { Quad, Term } from '@rdfjs/types'
import { SparqlEndpointFetcher } from 'fetch-sparql-endpoint'
import rdfDereference from 'rdf-dereference'
import { ParsingClient } from 'sparql-http-client'
import { startServer } from '../serve/support/live-server.ts'
import type { LiveServer } from '../serve/support/live-server.ts'
import { usine } from './usine.ts'

/** Takes a port that is free, so that the base IRI of a site can name it. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => {
        resolve(port)
      })
    })
  })
}

const labels = `
  PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
  PREFIX wikibase: <http://wikiba.se/ontology#>
  SELECT ?item ?label WHERE { ?item a wikibase:Item ; rdfs:label ?label } ORDER BY ?item ?label`
const construct = `
  PREFIX schema: <http://schema.org/>
  CONSTRUCT { ?thing schema:name ?name } WHERE { ?thing schema:name ?name }`

const python = '/usr/bin/python3'
const hasWrapper = (): boolean =>
  spawnSync(python, ['-c', 'import SPARQLWrapper'], { stdio: 'ignore' }).status === 0

const wrapperProgram = `
import json, sys
from SPARQLWrapper import SPARQLWrapper, JSON, XML, CSV, TURTLE, POST
endpoint, select, construct = sys.argv[1:]
def ask(query, form, method=None):
    wrapper = SPARQLWrapper(endpoint)
    wrapper.setQuery(query)
    wrapper.setReturnFormat(form)
    if method: wrapper.setMethod(method)
    return wrapper.query()
rows = ask(select, JSON).convert()["results"]["bindings"]
posted = ask(select, JSON, POST).convert()["results"]["bindings"]
xml = ask(select, XML).convert().getElementsByTagName("result").length
csv = ask(select, CSV).convert().decode("utf-8").strip().count("\\r\\n")
turtle = ask(construct, TURTLE).convert().decode("utf-8")
print(json.dumps([len(rows), len(posted), xml, csv, "schema.org" in turtle]))
`

/** Clients that people use, none of which knows usine. */
describe('clients', function () {
  this.timeout(300_000)
  let directory = ''
  let server: LiveServer | undefined
  let endpoint = ''
  let rows = 0
  let base = ''

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'usine-clients-'))
    const { code, stderr } = await usine(['init', directory])
    strictEqual(code, 0, stderr)
    const port = await freePort()
    base = `http://127.0.0.1:${port}/`
    const file = join(directory, 'usine.yaml')
    const config = await readFile(file, 'utf8')
    await writeFile(file, config.replace(/^base: .*$/m, `base: ${base}`))
    server = await startServer(directory, { port })
    endpoint = `${base}sparql`
    const { engineRows } = await countRows()
    rows = engineRows
  })
  after(async () => {
    await server?.close()
    await rm(directory, { recursive: true })
  })

  async function countRows(): Promise<{ engineRows: number }> {
    const url = `${endpoint}?query=${encodeURIComponent(labels)}`
    const { results } = (await (await fetch(url)).json()) as { results: { bindings: unknown[] } }
    ok(results.bindings.length > 1)
    return { engineRows: results.bindings.length }
  }

  it('sparql-http-client reads rows, answers and graphs', async () => {
    const client = new ParsingClient({ endpointUrl: endpoint })
    const solutions = await client.query.select(labels)
    strictEqual(solutions.length, rows)
    strictEqual(solutions[0]?.['item']?.termType, 'NamedNode')
    strictEqual(await client.query.ask('ASK { ?a ?b ?c }'), true)
    ok((await client.query.construct(construct)).size > 0)
    const posted = await client.query.select(labels, { operation: 'postDirect' })
    strictEqual(posted.length, rows)
  })

  it('fetch-sparql-endpoint reads rows, answers and graphs', async () => {
    const fetcher = new SparqlEndpointFetcher()
    const solutions = await fetcher.fetchBindings(endpoint, labels)
    const found: Record<string, Term>[] = []
    for await (const row of solutions) found.push(row as unknown as Record<string, Term>)
    strictEqual(found.length, rows)
    strictEqual(await fetcher.fetchAsk(endpoint, 'ASK { ?a ?b ?c }'), true)
    const quads: Quad[] = []
    for await (const quad of (await fetcher.fetchTriples(
      endpoint,
      construct,
    )) as AsyncIterable<Quad>) {
      quads.push(quad)
    }
    ok(quads.length > 0)
  })

  it('rdf-dereference gets from the IRI of an entity to the data about it', async () => {
    const entity = server?.context.current().site.entities[0]
    const iri = `${base}entity/${entity?.id ?? ''}`
    const { data } = await rdfDereference.rdfDereferencer.dereference(iri)
    const quads: Quad[] = []
    for await (const quad of data) quads.push(quad as Quad)
    ok(quads.some(({ subject }) => subject.value === iri))
  })

  it('another Comunica takes it as a source', async () => {
    const engine = new QueryEngine()
    const sources: [{ type: string; value: string }] = [{ type: 'sparql', value: endpoint }]
    const solutions = await (await engine.queryBindings(labels, { sources })).toArray()
    strictEqual(solutions.length, rows)
  })

  it("Python's SPARQLWrapper reads JSON, XML, CSV and Turtle, by GET and POST", async function () {
    if (!hasWrapper()) {
      console.log('      python3-sparqlwrapper is not installed')
      this.skip()
    }
    const args = ['-c', wrapperProgram, endpoint, labels, construct]
    const { stdout } = await promisify(execFile)(python, args)
    deepStrictEqual(JSON.parse(stdout), [rows, rows, rows, rows, true])
  })
})
