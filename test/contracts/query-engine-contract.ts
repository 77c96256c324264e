import { deepStrictEqual, match, ok, rejects, strictEqual } from 'node:assert/strict'
import type { Term } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { UsineError } from '../../src/errors.ts'
import type { ErrorCode } from '../../src/errors.ts'
import type { QueryEngine, QueryOptions } from '../../src/query/index.ts'
import { parseRdf } from '../../src/rdf/formats/index.ts'
import { createStore } from '../../src/store/index.ts'
import type { GraphStore } from '../../src/store/index.ts'
import { XSD } from '../../src/vocabulary.ts'
import { collect } from '../support/collect.ts'

const { literal, namedNode } = DataFactory

const example = 'http://example.org/'
const prefixes = { '': example, xsd: XSD }

/** Two named graphs that share triples, and one triple in the default graph. */
const data = `
  @prefix : <${example}> . @prefix xsd: <${XSD}> .
  :one { :a :made 1, 2 ; :label "colour"@en-gb . :b :made 2 ; :year 1960 . }
  :two { :a :made 1, 3 ; :year 1961 . :b :made 2 ; :partOf :a . }
  :c :partOf :b .`

/** States what every query engine keeps to. */
export function describeQueryEngine(
  name: string,
  create: (
    store: GraphStore,
    options: { prefixes: Record<string, string> },
  ) => QueryEngine | Promise<QueryEngine>,
): void {
  describe(`${name}, as a query engine`, () => {
    let engine: QueryEngine

    before(async function () {
      this.timeout(60_000)
      const store = createStore()
      await store.import(parseRdf(data, { format: 'trig' }))
      engine = await create(store, { prefixes })
      ok(await engine.queryBoolean('ASK {}'))
    })

    /** The solutions as text, one line each: values in the order of the variables. */
    const select = async (query: string, options?: QueryOptions): Promise<string[]> => {
      const solutions = await engine.queryBindings(query, options)
      const rows = await collect(solutions)
      const text = (term: Term | undefined) => term?.value.replace(example, ':') ?? '-'
      return rows.map((row) =>
        solutions.variables.map((variable) => text(row.get(variable))).join(' '),
      )
    }

    const values = (entries: Record<string, Term>): QueryOptions => ({
      bindings: new Map(Object.entries(entries)),
    })

    const fails =
      (code: ErrorCode, pattern: RegExp = /./) =>
      (error: unknown) => {
        ok(error instanceof UsineError, String(error))
        strictEqual(error.code, code)
        match(error.message, pattern)
        return true
      }

    const answers: [string, string, string[]][] = [
      ['counts a triple of two graphs once', 'SELECT (COUNT(*) AS ?n) { ?s :made ?o }', ['4']],
      ['counts all triples once', 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }', ['9']],
      ['sums over triples once', 'SELECT (SUM(?o) AS ?n) { ?s :made ?o }', ['8']],
      ['joins over graphs', 'SELECT ?s ?y { ?s :made 3 ; :year ?y ; :label ?l }', [':a 1961']],
      [
        'reaches a graph by name',
        'SELECT ?o { GRAPH :two { :a :made ?o } } ORDER BY ?o',
        ['1', '3'],
      ],
      [
        'lists the graphs of a triple',
        'SELECT ?g { GRAPH ?g { :b :made 2 } } ORDER BY ?g',
        [':one', ':two'],
      ],
      ['leaves the default graph out of GRAPH ?g', 'SELECT ?g { GRAPH ?g { :c ?p ?o } }', []],
      [
        'takes only the graphs of FROM',
        'SELECT ?o FROM :one { :a :made ?o } ORDER BY ?o',
        ['1', '2'],
      ],
      [
        'merges the graphs of FROM',
        'SELECT (COUNT(*) AS ?n) FROM :one FROM :two { ?s :made ?o }',
        ['4'],
      ],
      [
        'takes only the graphs of FROM NAMED',
        'SELECT ?g FROM NAMED :two { GRAPH ?g { :b :made 2 } }',
        [':two'],
      ],
      ['follows paths over graphs', 'SELECT ?x { :c :partOf+ ?x } ORDER BY ?x', [':a', ':b']],
      [
        'follows a sequence over graphs',
        'SELECT ?o { :c :partOf/:partOf/:made ?o } ORDER BY ?o',
        ['1', '2', '3'],
      ],
      [
        'finds a language tag in the case of the query',
        'SELECT ?s { ?s :label "colour"@en-GB }',
        [':a'],
      ],
      [
        'keeps the order of the variables',
        'SELECT ?y ?s { ?s :year ?y } ORDER BY ?y',
        ['1960 :b', '1961 :a'],
      ],
      [
        'keeps the order of use for *',
        'SELECT * { ?s :year ?a } ORDER BY ?a',
        [':b 1960', ':a 1961'],
      ],
      [
        'leaves out what is unbound',
        'SELECT ?s ?l { ?s :year ?y OPTIONAL { ?s :label ?l } } ORDER BY ?y',
        [':b -', ':a colour'],
      ],
      ['takes a subquery', 'SELECT ?n { { SELECT (COUNT(?o) AS ?n) { ?s :made ?o } } }', ['4']],
      ['subtracts', 'SELECT DISTINCT ?s { ?s :made ?o MINUS { ?s :label ?l } }', [':b']],
    ]
    for (const [fact, query, expected] of answers) {
      it(fact, async () => {
        deepStrictEqual(await select(query), expected)
      })
    }

    it('names the variables that are selected', async () => {
      const { variables } = await engine.queryBindings('SELECT ?b (1 AS ?a) { ?b ?c ?d } LIMIT 0')
      deepStrictEqual(
        variables.map(({ value }) => value),
        ['b', 'a'],
      )
    })

    const year = (text: string) => literal(text, namedNode(`${XSD}integer`))
    const [a, b] = [namedNode(`${example}a`), namedNode(`${example}b`)]
    const bound: [string, string, Record<string, Term>, string[]][] = [
      ['in a pattern', 'SELECT ?o { ?x :made ?o } ORDER BY ?o', { x: a }, ['1', '2', '3']],
      ['and selects them', 'SELECT ?x ?o { ?x :made ?o }', { x: b }, [':b 2']],
      ['and selects them by *', 'SELECT * { ?x :made ?o }', { x: b }, [':b 2']],
      [
        'in a filter',
        'SELECT ?s { ?s :year ?y FILTER(?y = ?year) }',
        { year: year('1960') },
        [':b'],
      ],
      [
        'in BOUND',
        'SELECT ?s { ?s :year ?y FILTER(!BOUND(?year) || ?y = ?year) }',
        { year: year('1961') },
        [':a'],
      ],
      [
        'in EXISTS',
        'SELECT ?s { ?s :made 1 FILTER EXISTS { ?s :year ?year } }',
        { year: year('1961') },
        [':a'],
      ],
      [
        'in NOT EXISTS',
        'SELECT DISTINCT ?s { ?s :made 2 FILTER NOT EXISTS { ?s :year ?year } }',
        { year: year('1961') },
        [':b'],
      ],
      [
        'in OPTIONAL',
        'SELECT ?s ?n { ?s :year ?y OPTIONAL { ?s :made ?n FILTER(?n = ?want) } } ORDER BY ?y',
        { want: year('3') },
        [':b -', ':a 3'],
      ],
      [
        'in a subquery that selects them',
        'SELECT ?x ?n { { SELECT ?x (COUNT(?o) AS ?n) { ?x :made ?o } GROUP BY ?x } }',
        { x: a },
        [':a 3'],
      ],
      [
        'in a subquery that does not',
        'SELECT ?n { { SELECT (COUNT(?o) AS ?n) { ?x :made ?o } } }',
        { x: a },
        ['3'],
      ],
      ['in GROUP BY', 'SELECT ?x (SUM(?o) AS ?n) { ?x :made ?o } GROUP BY ?x', { x: a }, [':a 6']],
      [
        'in HAVING',
        'SELECT ?s { ?s :made ?o } GROUP BY ?s HAVING(COUNT(?o) > ?least)',
        { least: year('1') },
        [':a'],
      ],
      ['in BIND', 'SELECT ?z { ?s :made 3 BIND(?year + 1 AS ?z) }', { year: year('1') }, ['2']],
      [
        'in a property path',
        'SELECT ?x { ?start :partOf+ ?x } ORDER BY ?x',
        { start: namedNode(`${example}c`) },
        [':a', ':b'],
      ],
      [
        'in the name of a graph',
        'SELECT ?o { GRAPH ?g { :a :made ?o } } ORDER BY ?o',
        { g: namedNode(`${example}two`) },
        ['1', '3'],
      ],
      [
        'in UNION',
        'SELECT ?o { { ?x :year ?o } UNION { ?x :partOf ?o } } ORDER BY ?o',
        { x: b },
        [':a', '1960'],
      ],
      [
        'in ORDER BY',
        'SELECT ?s { ?s :year ?y } ORDER BY (?y * ?sign)',
        { sign: year('-1') },
        [':a', ':b'],
      ],
      [
        'and keeps the order',
        'SELECT ?x ?o { ?x :made ?o } ORDER BY DESC(?o)',
        { x: a },
        [':a 3', ':a 2', ':a 1'],
      ],
      [
        'in MINUS',
        'SELECT DISTINCT ?s { ?s :made ?o MINUS { ?s :year ?year } }',
        { year: year('1960') },
        [':a'],
      ],
      [
        'that are literals in the place of a subject',
        'SELECT ?o { ?x :made ?o }',
        { x: literal('a') },
        [],
      ],
    ]
    for (const [where, query, entries, expected] of bound) {
      it(`takes values of variables ${where}`, async () => {
        deepStrictEqual((await select(query, values(entries))).toSorted(), expected.toSorted())
        if (query.includes('ORDER BY'))
          deepStrictEqual(await select(query, values(entries)), expected)
      })
    }

    const targets = ['BIND(1 AS ?x)', 'VALUES ?x { 1 }', '{ SELECT (1 AS ?x) {} }']
    for (const target of targets) {
      it(`refuses a value of a variable that ${target} binds`, async () => {
        await rejects(
          select(`SELECT * { ?s :made ?o ${target} }`, values({ x: a })),
          fails('ERR_QUERY_REFUSED', /\?x/),
        )
      })
    }

    it('answers ASK', async () => {
      strictEqual(await engine.queryBoolean('ASK { :a :made 3 }'), true)
      strictEqual(await engine.queryBoolean('ASK { :a :made 4 }'), false)
      strictEqual(await engine.queryBoolean('ASK { ?x :made 3 }', values({ x: b })), false)
    })

    it('constructs each triple once', async () => {
      const quads = await collect(
        await engine.queryQuads('CONSTRUCT { ?s a :Maker } { ?s :made ?o }'),
      )
      strictEqual(quads.length, 2)
    })

    it('puts values of variables into the template', async () => {
      const query = 'CONSTRUCT { ?x :is ?s } { ?s :year 1960 }'
      const [quad] = await collect(await engine.queryQuads(query, values({ x: a })))
      strictEqual(quad?.subject.value, a.value)
    })

    it('describes what all graphs say', async () => {
      const quads = await collect(await engine.queryQuads('DESCRIBE :a'))
      strictEqual(quads.length, 5)
    })

    const refused: [string, RegExp][] = [
      ['SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }', /SERVICE <http:\/\/127/],
      ['SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }', /SERVICE/],
      [
        'SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } }',
        /SERVICE/,
      ],
      ['SELECT * { { SELECT * { OPTIONAL { SERVICE ?s { ?s ?p ?o } } } } }', /SERVICE/],
      [
        'SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o }',
        /FROM <http:\/\/127.*known: <http:\/\/example.org\/one>/,
      ],
      ['SELECT * FROM NAMED <http://127.0.0.1:9/> { GRAPH ?g { ?s ?p ?o } }', /FROM/],
      ['LOAD <http://127.0.0.1:9/>', /updates/],
      ['INSERT DATA { :a :b :c }', /updates/],
      ['DELETE WHERE { ?s ?p ?o }', /updates/],
      ['CLEAR ALL', /updates/],
    ]
    for (const [query, pattern] of refused) {
      it(`refuses ${query}`, async () => {
        await rejects(select(query), fails('ERR_QUERY_REFUSED', pattern))
      })
    }

    const broken: [string, RegExp][] = [
      ['SELEC ?s { }', /^Line 1, column 1 of the query: unexpected "SELEC"/],
      [
        'SELECT ?s {\n  ?s :made ?o',
        /^Line 2, column 14 of the query: the query ends here, expected }/,
      ],
      [
        'SELECT ?s {\n  ?s foo:made ?o }',
        /^Line 2, column 6 of the query: the prefix "foo:" is not declared/,
      ],
      [
        'SELECT ?s { ?s :made ?o FILTER(?o > ) }',
        /^Line 1, column 37 of the query: unexpected "\)"/,
      ],
      ['SELECT ?s { ?s :made "open }', /^Line 1, column 22 of the query: unexpected ""open"/],
      ['SELECT ?s { ?s <a b> ?o }', /^Line 1, column 19 of the query: unexpected "b>"/],
      ['SELECT ?s { ?s :made ?o } }', /^Line 1, column 27 of the query: unexpected "}"/],
      [
        'SELECT ?s (COUNT(?o) AS ?n) { ?s :made ?o }',
        /neither in GROUP BY nor inside an aggregate/,
      ],
      ['', /^Line 1, column 1 of the query: the query is empty/],
      [`SELECT * { FILTER(${'('.repeat(100_000)}1${')'.repeat(100_000)}) }`, /nested too deeply/],
    ]
    for (const [query, pattern] of broken) {
      it(`names the place of the mistake in ${JSON.stringify(query.slice(0, 50))}`, async () => {
        await rejects(select(query), fails('ERR_QUERY_SYNTAX', pattern))
      })
    }

    it('refuses a query of another type', async () => {
      await rejects(select('ASK {}'), fails('ERR_QUERY_TYPE', /type ASK; expected SELECT/))
      await rejects(
        engine.queryQuads('ASK {}'),
        fails('ERR_QUERY_TYPE', /expected CONSTRUCT or DESCRIBE/),
      )
      await rejects(
        engine.queryBoolean('DESCRIBE :a'),
        fails('ERR_QUERY_TYPE', /DESCRIBE; expected ASK/),
      )
    })

    it('says which function it does not know', async () => {
      await rejects(
        select('SELECT (<http://f/>(?o) AS ?z) { ?s :made ?o }'),
        fails('ERR_QUERY_FAILED', /<http:\/\/f\/>/),
      )
    })

    /** Would take years. */
    const endless = `SELECT (COUNT(*) AS ?n) { ${Array.from({ length: 20 }, (_, i) => `?s${i} ?p${i} ?o${i} .`).join(' ')} }`

    const product = Array.from({ length: 6 }, (_, i) => `?s${i} ?p${i} ?o${i} .`).join(' ')
    const many = (name: string) =>
      `VALUES ?${name} { ${Array.from({ length: 200 }, (_, i) => i).join(' ')} }`
    const endlessQueries = [
      endless,
      `SELECT * { ${product} FILTER(?o0 = ?none) }`,
      `SELECT * { ${product} } ORDER BY ?o1`,
      `SELECT DISTINCT ?none { ${product} }`,
      `SELECT (COUNT(*) AS ?n) { ${['a', 'b', 'c', 'd', 'e'].map(many).join(' ')} }`,
      `SELECT (COUNT(*) AS ?n) { { ${product} } UNION { ${product} } MINUS { ?s1 ?p2 ?o3 } }`,
      `SELECT (COUNT(*) AS ?n) { ?a ?b ?c OPTIONAL { ${product} } }`,
    ]
    for (const query of endlessQueries) {
      // One that went on behind the scenes would soon fill the memory of the test run.
      it(`stops ${query.slice(0, 60)}… at the time limit`, async () => {
        await rejects(select(query, { timeoutMs: 50 }), fails('ERR_QUERY_TIMEOUT', /50 ms/))
      })
    }

    it('stops when it is told to', async () => {
      const controller = new AbortController()
      const reason = new Error('enough')
      const answer = select(endless, { signal: controller.signal })
      setTimeout(() => {
        controller.abort(reason)
      }, 20)
      await rejects(
        answer,
        (error) => fails('ERR_QUERY_ABORTED')(error) && (error as Error).cause === reason,
      )
    })

    it('does not start when it was told to stop before', async () => {
      await rejects(
        select('SELECT * {}', { signal: AbortSignal.abort() }),
        fails('ERR_QUERY_ABORTED'),
      )
    })

    it('gives as many results as allowed, and fails at one more', async () => {
      strictEqual((await select('SELECT * { ?s :made ?o }', { maxResults: 4 })).length, 4)
      await rejects(
        select('SELECT * { ?s :made ?o }', { maxResults: 3 }),
        fails('ERR_QUERY_LIMIT', /more than 3/),
      )
      const quads = await engine.queryQuads('DESCRIBE :a', { maxResults: 1 })
      await rejects(collect(quads), fails('ERR_QUERY_LIMIT'))
    })

    it('lets go of a query whose results are no longer wanted', async () => {
      for await (const row of await engine.queryBindings(
        'SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }',
      )) {
        ok(row.has('a'))
        break
      }
    })

    it('resolves the IRIs that a query makes against its base IRI', async () => {
      const query = 'SELECT (IRI("x") AS ?x) {}'
      deepStrictEqual(await select(query, { baseIri: example }), [':x'])
      deepStrictEqual(await select(`BASE <urn:> BASE <${example}y/> ${query}`), [':y/x'])
    })

    it('resolves relative IRIs against the base IRI', async () => {
      deepStrictEqual(await select('SELECT ?y { <b> :year ?y }', { baseIri: example }), ['1960'])
    })
  })
}
