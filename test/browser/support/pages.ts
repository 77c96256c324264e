/** A page of the Flins site. */
export interface SitePage {
  readonly name: string
  readonly path: string
  /** What its main part says, with scripts and without. */
  readonly says: RegExp
}

const query = (text: string): string => `/sparql?query=${encodeURIComponent(text)}`

/** A page of each kind. */
export const sitePages: readonly SitePage[] = [
  { name: 'home', path: '/', says: /Flins/ },
  { name: 'home in French', path: '/?lang=fr', says: /Flins/ },
  { name: 'entity', path: '/page/flins', says: /Bernard Zehrfuss/ },
  { name: 'entity in French', path: '/page/flins?lang=fr', says: /Bernard Zehrfuss/ },
  { name: 'entity with little', path: '/page/size', says: /size/ },
  { name: 'questions', path: '/queries', says: /What was made here/ },
  { name: 'question with parameters', path: '/queries/models-made?year=1960', says: /Dauphine/ },
  { name: 'question with chart', path: '/queries/employees-by-year', says: /10,600/ },
  { name: 'question without rows', path: '/queries/models-made?year=1800', says: /made here/ },
  { name: 'query', path: '/sparql', says: /SPARQL/ },
  {
    name: 'query with answer',
    path: query('SELECT * { :flins ?property ?value } LIMIT 50'),
    says: /property/,
  },
  { name: 'query with mistake', path: query('SELECT * {\n  ?s ?p\n}'), says: /expect/i },
  { name: 'search with hits', path: '/search?q=renault', says: /Renault Zoe/ },
  { name: 'search without hits', path: '/search?q=qqqqqqqqqq', says: /qqqqqqqqqq/ },
  { name: 'browse', path: '/browse', says: /architect/ },
  { name: 'class', path: '/browse/class/car-model', says: /Renault 5/ },
  { name: 'property', path: '/browse/property/product', says: /Renault 5/ },
  { name: 'property with dates', path: '/browse/property/inception', says: /inception/ },
  { name: 'ontology', path: '/ontology', says: /architect/ },
  { name: 'class of the ontology', path: '/ontology/car-factory', says: /factory/ },
  { name: 'property of the ontology', path: '/ontology/employees', says: /employees/ },
  { name: 'unit', path: '/ontology/ha', says: /hectare/ },
  { name: 'data set', path: '/dataset', says: /CC0|Creative Commons/ },
  { name: 'limits', path: '/limits', says: /limit/i },
  { name: 'not found', path: '/page/nothing-like-it', says: /nothing-like-it/ },
]
