/** A method that the table uses. */
export type Method = 'GET' | 'HEAD' | 'OPTIONS' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** A request and what must be answered. */
export interface Row {
  readonly method?: Method
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly status: number
  /** The start of the Content-Type. */
  readonly type?: string
  /** Headers by name: the whole value, or a pattern; undefined where there must be none. */
  readonly has?: Readonly<Record<string, string | RegExp | undefined>>
}

const accept = (value: string) => ({ headers: { accept: value } })
const profile = (value: string) => ({ headers: { 'accept-profile': value } })
const problem = 'application/problem+json'
const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8'

const seeOther = (path: string, location: string, more: Partial<Row> = {}): Row => ({
  path,
  status: 303,
  has: { location, vary: /Accept/, 'content-length': '0' },
  ...more,
})

const entity: Row[] = [
  seeOther('/entity/flins', '/data/flins'),
  seeOther('/entity/flins', '/page/flins', accept('text/html')),
  seeOther('/entity/flins', '/page/flins', accept(browser)),
  seeOther('/entity/flins', '/page/flins', accept('application/xhtml+xml')),
  seeOther('/entity/flins', '/data/flins', accept('*/*')),
  seeOther('/entity/flins', '/data/flins', accept('text/turtle')),
  seeOther('/entity/flins', '/data/flins', accept('application/json')),
  seeOther('/entity/flins', '/data/flins', accept('text/html;q=0.4, text/turtle;q=0.5')),
  seeOther('/entity/flins', '/page/flins', accept('text/html;q=0.5, text/turtle;q=0.4')),
  seeOther('/entity/flins', '/data/flins', accept('text/html;q=0, */*')),
  seeOther('/entity/flins?view=schema', '/data/flins?view=schema'),
  seeOther('/entity/flins?format=jsonld', '/data/flins?format=jsonld'),
  seeOther('/entity/flins?format=html', '/page/flins?format=html', accept('text/turtle')),
  seeOther('/entity/%66lins', '/data/flins'),
  seeOther('/entity/flins', '/data/flins', { method: 'HEAD' }),
  seeOther('/entity/flins', '/data/flins', { headers: { host: 'evil.example' } }),
  seeOther('/entity/flins', '/data/flins', { headers: { 'x-forwarded-host': 'evil.example' } }),
  {
    path: '/entity/flins',
    ...accept('image/png'),
    status: 406,
    type: problem,
    has: { vary: /Accept/, link: /rel="alternate"/ },
  },
  { path: '/entity/nothing', status: 404, type: problem, has: { vary: /Accept/ } },
  {
    path: '/entity/nothing',
    ...accept('text/html'),
    status: 404,
    type: 'text/html',
    has: { vary: /Accept/, 'content-security-policy': /default-src 'none'/ },
  },
  { path: '/entity/old-flins', status: 301, has: { location: '/entity/flins' } },
  { path: '/entity/older-flins', status: 301, has: { location: '/entity/flins' } },
  {
    path: '/entity/old-flins?view=schema',
    status: 301,
    has: { location: '/entity/flins?view=schema' },
  },
  { path: '/entity/lost', status: 410, type: problem },
  { path: '/entity/lost', ...accept('text/html'), status: 410, type: 'text/html' },
  { path: '/entity/', status: 404, type: problem },
  { path: '/entity', status: 404, type: problem },
  { path: '/entity/flins/', status: 301, has: { location: '/entity/flins' } },
  { path: '/entity/%', status: 400, type: problem },
  { path: '/entity/%E9', status: 400, type: problem },
  { path: '/entity/%2566lins', status: 404, type: problem },
  { path: '/entity/flins%00', status: 404, type: problem },
  {
    path: '/entity/flins%0d%0aset-cookie:a=b',
    status: 404,
    type: problem,
    has: { 'set-cookie': undefined },
  },
  { path: '/entity/..%2f..%2fetc%2fpasswd', status: 404, type: problem },
  { path: `/entity/${'a'.repeat(5000)}`, status: 404, type: problem },
]

const fixed = (extension: string, type: string): Row[] => [
  {
    path: `/data/flins.${extension}`,
    status: 200,
    type,
    has: {
      etag: /^"[\w-]+"$/,
      vary: /Accept-Encoding/,
      'last-modified': /GMT$/,
      'content-location': `/data/flins.${extension}`,
      'content-length': /^\d+$/,
    },
  },
  { method: 'HEAD', path: `/data/flins.${extension}`, status: 200, type },
  { path: `/data/flins.${extension}`, ...accept('text/html'), status: 200, type },
]

const negotiated = (mediaType: string, extension: string, type = mediaType): Row => ({
  path: '/data/flins',
  ...accept(mediaType),
  status: 200,
  type,
  has: {
    'content-location': `/data/flins.${extension}`,
    vary: /^Accept, Accept-Profile/,
    link: /rel="cite-as"/,
  },
})

const data: Row[] = [
  ...fixed('ttl', 'text/turtle; charset=utf-8'),
  ...fixed('nt', 'application/n-triples'),
  ...fixed('nq', 'application/n-quads'),
  ...fixed('trig', 'application/trig'),
  ...fixed('jsonld', 'application/ld+json'),
  ...fixed('rdf', 'application/rdf+xml'),
  { path: '/data/flins.json', status: 200, type: 'application/json' },
  { path: '/data/flins', status: 200, type: 'text/turtle' },
  negotiated('text/turtle', 'ttl'),
  negotiated('application/n-triples', 'nt'),
  negotiated('application/n-quads', 'nq'),
  negotiated('application/trig', 'trig'),
  negotiated('application/ld+json', 'jsonld'),
  negotiated('application/rdf+xml', 'rdf'),
  negotiated('application/json', 'json'),
  negotiated('application/x-turtle', 'ttl', 'text/turtle'),
  negotiated('application/ld+json;q=0.1, */*;q=0.05', 'jsonld', 'application/ld+json'),
  negotiated('text/turtle;q=0, */*', 'jsonld', 'application/ld+json'),
  negotiated('nonsense', 'ttl', 'text/turtle'),
  { path: '/data/flins?format=turtle', ...accept('image/png'), status: 200, type: 'text/turtle' },
  { path: '/data/flins?format=ttl', status: 200, type: 'text/turtle' },
  { path: '/data/flins?format=application/ld%2Bjson', status: 200, type: 'application/ld+json' },
  { path: '/data/flins?format=application/ld+json', status: 200, type: 'application/ld+json' },
  { path: '/data/flins?format=JSON', status: 200, type: 'application/json' },
  { path: '/data/flins?format=jsonld&format=ttl', status: 200, type: 'application/ld+json' },
  { path: '/data/flins?format=', status: 200, type: 'text/turtle' },
  { path: '/data/flins?format=png', status: 406, type: problem, has: { link: /rel="alternate"/ } },
  {
    path: '/data/flins',
    ...accept('image/png'),
    status: 406,
    type: problem,
    has: { vary: /Accept/, link: /flins\.ttl/ },
  },
  seeOther('/data/flins', '/page/flins', accept('text/html')),
  seeOther('/data/flins', '/page/flins', accept(browser)),
  seeOther('/data/flins?format=html', '/page/flins'),
  seeOther('/data/flins.html', '/page/flins'),
  negotiated('text/html;q=0.5, text/turtle', 'ttl', 'text/turtle'),
  { path: '/data/flins.ttl?view=neither', ...accept('text/html'), status: 406, type: 'text/html' },
  { path: '/data/flins', ...accept('*/*;q=0'), status: 406, type: problem },
  { path: '/data/flins.png', status: 404, type: problem, has: { link: /flins\.ttl/ } },
  {
    path: '/data/flins.ttl?view=schema',
    status: 200,
    type: 'text/turtle',
    has: {
      'content-profile': '<http://schema.org/>',
      'content-location': '/data/flins.ttl?view=schema',
    },
  },
  {
    path: '/data/flins.ttl?view=wikibase',
    status: 200,
    type: 'text/turtle',
    has: {
      'content-profile': '<http://wikiba.se/ontology#>',
      link: /<http:\/\/wikiba\.se\/ontology#>; rel="profile"/,
    },
  },
  {
    path: '/data/flins.ttl?_profile=schema',
    status: 200,
    has: { 'content-profile': '<http://schema.org/>' },
  },
  { path: '/data/flins.ttl?view=neither', status: 406, type: problem },
  {
    path: '/data/flins',
    ...profile('<http://schema.org/>'),
    status: 200,
    has: { 'content-profile': '<http://schema.org/>' },
  },
  {
    path: '/data/flins',
    ...profile('<https://schema.org/>;q=0.5, <http://wikiba.se/ontology#>;q=0.4'),
    status: 200,
    has: { 'content-profile': '<http://schema.org/>' },
  },
  {
    path: '/data/flins',
    ...profile('<http://schema.org/>;q=0, *'),
    status: 200,
    has: { 'content-profile': '<http://wikiba.se/ontology#>' },
  },
  { path: '/data/flins', ...profile('<urn:example:other>'), status: 406, type: problem },
  { path: '/data/flins.json?view=schema', status: 406, type: problem },
  { path: '/data/old-flins', status: 301, has: { location: '/data/flins' } },
  { path: '/data/old-flins.ttl', status: 301, has: { location: '/data/flins.ttl' } },
  { path: '/data/lost', status: 410, type: problem },
  { path: '/data/lost.jsonld', status: 410, type: 'application/ld+json' },
  {
    path: '/data/nothing',
    ...accept('application/ld+json'),
    status: 404,
    type: 'application/ld+json',
  },
  { path: '/data/nothing', ...accept('text/turtle'), status: 404, type: 'text/turtle' },
  { path: '/data/nothing', ...accept('application/json'), status: 404, type: problem },
  { path: '/data/nothing.ttl', status: 404, type: 'text/turtle' },
  { path: '/data/nothing.rdf', ...accept('*/*'), status: 404, type: 'application/rdf+xml' },
  {
    path: '/data/lost',
    ...accept('application/n-quads'),
    status: 410,
    type: 'application/n-quads',
  },
  { path: '/data/lost.trig', status: 410, type: 'application/trig' },
  { path: '/data/flins/', status: 301, has: { location: '/data/flins' } },
  { path: '/data/%zz', status: 400, type: problem },
  { path: '/data/%zz', ...accept('text/html'), status: 400, type: 'text/html' },
  {
    path: '/data/flins',
    headers: { 'accept-encoding': 'gzip' },
    status: 200,
    has: { 'content-encoding': 'gzip', vary: /Accept-Encoding/ },
  },
  {
    path: '/data/flins',
    headers: { 'accept-encoding': 'br, gzip' },
    status: 200,
    has: { 'content-encoding': 'br' },
  },
  {
    path: '/data/flins',
    headers: { 'accept-encoding': 'gzip;q=0' },
    status: 200,
    has: { 'content-encoding': undefined },
  },
  {
    path: '/data/flins',
    headers: { 'if-none-match': '*' },
    status: 304,
    has: { etag: /./, vary: /Accept/, 'content-type': undefined, 'content-length': undefined },
  },
  { path: '/data/flins', headers: { 'if-none-match': '"other"' }, status: 200 },
  {
    path: '/data/flins',
    headers: { 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' },
    status: 304,
  },
  {
    path: '/data/flins',
    headers: { 'if-modified-since': 'Sat, 01 Jan 2000 00:00:00 GMT' },
    status: 200,
  },
  { path: '/data/flins', headers: { 'if-modified-since': 'yesterday' }, status: 200 },
  {
    path: '/data/flins',
    headers: { 'if-none-match': '"other"', 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' },
    status: 200,
  },
  {
    path: '/data/flins',
    headers: { origin: 'https://evil.example' },
    status: 200,
    has: { 'access-control-allow-origin': '*', 'access-control-allow-credentials': undefined },
  },
  { path: '/data/flins', headers: { range: 'bytes=0-9' }, status: 200 },
  {
    path: '/data/flins',
    headers: { 'accept-encoding': 'br;q=0, gzip;q=0, identity;q=0' },
    status: 200,
    has: { 'content-encoding': undefined },
  },
  {
    path: '/data/flins',
    headers: { 'if-match': '"other"' },
    status: 412,
    type: problem,
    has: { etag: /./ },
  },
  { path: '/data/flins', headers: { 'if-match': '*' }, status: 200 },
  { path: '/data/flins', headers: { 'if-match': '*', 'if-none-match': '*' }, status: 304 },
  {
    path: '/data/flins',
    headers: { 'if-unmodified-since': 'Sat, 01 Jan 2000 00:00:00 GMT' },
    status: 412,
    type: problem,
  },
  {
    path: '/data/flins',
    headers: { 'if-unmodified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' },
    status: 200,
  },
  { path: '/data/flins', headers: { 'if-unmodified-since': 'yesterday' }, status: 200 },
  { path: '/queries/areas', headers: { 'if-match': '"other"' }, status: 412, type: problem },
  { path: '/dump.nq', headers: { 'if-match': '"other"' }, status: 412, type: problem },
]

const refused = (method: Method, path: string): Row => ({
  method,
  path,
  status: 405,
  type: problem,
  has: { allow: /GET, HEAD/ },
})

const methods: Row[] = [
  ...(['POST', 'PUT', 'PATCH', 'DELETE'] as const).map((method) => refused(method, '/data/flins')),
  refused('POST', '/entity/flins'),
  refused('DELETE', '/page/flins'),
  refused('PUT', '/dataset'),
  refused('POST', '/'),
  { method: 'OPTIONS', path: '/data/flins', status: 204, has: { allow: 'GET, HEAD, OPTIONS' } },
  {
    method: 'OPTIONS',
    path: '/data/flins',
    headers: { origin: 'https://a.example', 'access-control-request-method': 'GET' },
    status: 204,
    has: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': /GET/,
      'access-control-allow-headers': /Accept-Profile/,
    },
  },
]

const pages: Row[] = [
  {
    path: '/',
    status: 200,
    type: 'text/html',
    has: {
      'content-language': 'en',
      'content-security-policy': /default-src 'none'/,
      vary: /Accept-Language/,
    },
  },
  seeOther('/', '/dataset', accept('text/turtle')),
  {
    path: '/page/flins',
    status: 200,
    type: 'text/html; charset=utf-8',
    has: {
      vary: /Accept-Language/,
      link: /rel="linkset"/,
      'x-content-type-options': 'nosniff',
      'referrer-policy': /./,
      'content-security-policy': /frame-ancestors 'none'/,
    },
  },
  { method: 'HEAD', path: '/page/flins', status: 200, type: 'text/html' },
  {
    path: '/page/flins',
    headers: { 'accept-language': 'fr' },
    status: 200,
    has: { 'content-language': /^en|^fr/ },
  },
  { path: '/page/old-flins', status: 301, has: { location: '/page/flins' } },
  { path: '/page/lost', ...accept('text/html'), status: 410, type: 'text/html' },
  { path: '/page/nothing', ...accept('text/html'), status: 404, type: 'text/html' },
  {
    path: '/linkset/flins',
    status: 200,
    type: 'application/linkset+json',
    has: { vary: /^Accept,/, link: /rel="alternate"; type="application\/linkset"/ },
  },
  {
    path: '/linkset/flins',
    ...accept('application/linkset'),
    status: 200,
    type: 'application/linkset',
  },
  { path: '/linkset/flins', ...accept('text/html'), status: 406, type: 'text/html' },
  { path: '/linkset/nothing', status: 404, type: problem },
  { path: '/nowhere', ...accept('text/html'), status: 404, type: 'text/html' },
  { path: '/nowhere', ...accept('text/plain'), status: 404, type: 'text/plain' },
  { path: '/nowhere', status: 404, type: problem },
  { path: '//evil.example/', status: 301, has: { location: '/evil.example' } },
]

const lists: Row[] = [
  ...['/browse', '/browse/class/factory', '/browse/property/area'].map((path) => ({
    path,
    status: 200,
    type: 'text/html; charset=utf-8',
    has: { vary: /Accept-Language/, 'content-security-policy': /default-src 'none'/ },
  })),
  { path: '/browse/class/factory?page=1', status: 200, type: 'text/html' },
  { path: '/browse/class/factory?page=2', status: 404, type: problem },
  { path: '/browse/class/factory?page=0', status: 404, type: problem },
  { path: '/browse/class/factory?page=-1', status: 404, type: problem },
  { path: '/browse/class/factory?page=01', status: 404, type: problem },
  { path: '/browse/class/factory?page=1e3', status: 404, type: problem },
  { path: '/browse/class/nothing', status: 404, type: problem },
  { path: '/browse/class/nothing', ...accept('text/html'), status: 404, type: 'text/html' },
  { path: '/browse/class/__proto__', status: 404, type: problem },
  { path: '/browse/property/area?value=%2B237+http://www.wikidata.org/entity/Q35852', status: 200 },
  { path: '/browse/property/area?value=nothing', status: 404, type: problem },
  { path: '/browse/property/coordinates', status: 200, type: 'text/html' },
  { path: '/browse/property/nothing', status: 404, type: problem },
  { method: 'HEAD', path: '/browse', status: 200, type: 'text/html' },
  { path: '/browse/', status: 301, has: { location: '/browse' } },
]

const search: Row[] = [
  {
    path: '/search?q=flins',
    status: 200,
    type: 'application/json',
    has: { vary: /^Accept, Accept-Language/ },
  },
  { path: '/search?q=flins', ...accept(browser), status: 200, type: 'text/html' },
  { path: '/search?q=flins&format=html', status: 200, type: 'text/html' },
  {
    path: '/search?q=flins&format=json',
    ...accept(browser),
    status: 200,
    type: 'application/json',
  },
  { path: '/search', ...accept(browser), status: 200, type: 'text/html' },
  { path: '/search', status: 200, type: 'application/json' },
  {
    path: '/search?q=%00%0d%0a',
    status: 200,
    type: 'application/json',
    has: { 'set-cookie': undefined },
  },
  { path: `/search?q=${'a'.repeat(5000)}`, status: 200, type: 'application/json' },
  { path: '/search?q=flins&page=2', status: 404, type: problem },
  { path: '/search?q=flins&page=x', status: 404, type: problem },
  { path: '/search?q=flins&format=turtle', status: 406, type: problem },
  { path: '/search?q=flins', ...accept('image/png'), status: 406, type: problem },
  { method: 'HEAD', path: '/search?q=flins', status: 200, type: 'application/json' },
]

const nodes: Row[] = [
  { path: '/ontology', status: 200, type: 'text/turtle', has: { vary: /Accept/ } },
  { path: '/ontology', ...accept('text/html'), status: 200, type: 'text/html' },
  { path: '/ontology', ...accept('application/rdf+xml'), status: 200, type: 'application/rdf+xml' },
  { path: '/ontology/', status: 200, type: 'text/turtle' },
  { path: '/ontology/area', status: 200, type: 'text/turtle' },
  {
    path: '/ontology/area',
    ...accept('application/ld+json'),
    status: 200,
    type: 'application/ld+json',
  },
  { path: '/ontology/car-factory?format=nt', status: 200, type: 'application/n-triples' },
  { path: '/ontology/nothing', status: 404, type: problem },
  { path: '/prop/direct/distance', status: 200, type: 'text/turtle' },
  { path: '/prop/direct/nothing', status: 404, type: problem },
  {
    path: '/graph/schema',
    ...accept('application/n-quads'),
    status: 200,
    type: 'application/n-quads',
  },
  { path: '/graph/nothing', status: 404, type: problem },
  { path: '/value/nothing', status: 404, type: problem },
  { path: '/reference/nothing', status: 404, type: problem },
  { path: '/statement/nothing', status: 404, type: problem },
  { path: '/.well-known/genid/nothing', status: 404, type: problem },
]

const dataset: Row[] = [
  {
    path: '/dataset',
    status: 200,
    type: 'text/turtle',
    has: { link: /rel="item"/, vary: /Accept/ },
  },
  { path: '/dataset', ...accept('text/html'), status: 200, type: 'text/html' },
  { path: '/dataset', ...accept('application/ld+json'), status: 200, type: 'application/ld+json' },
  { path: '/dataset', ...accept('image/png'), status: 406, type: problem },
  seeOther('/.well-known/void', '/dataset'),
  { path: '/context.jsonld', status: 200, type: 'application/ld+json' },
  { path: '/shapes.ttl', status: 200, type: 'text/turtle' },
  { path: '/facts.schema.json', status: 200, type: 'application/schema+json' },
  { path: '/sitemap.xml', status: 200, type: 'application/xml' },
  { path: '/sitemap-9.xml', status: 404, type: problem },
  { path: '/robots.txt', status: 200, type: 'text/plain' },
  ...['nq', 'trig', 'ttl', 'nt', 'jsonld', 'rdf'].flatMap((extension): Row[] => [
    {
      path: `/dump.${extension}`,
      status: 200,
      has: { 'repr-digest': /^sha-256=:.+:$/, 'accept-ranges': 'bytes', etag: /^"/ },
    },
    { path: `/dump.${extension}.gz`, status: 200, type: 'application/gzip' },
    { path: `/dump.${extension}.sha256`, status: 200, type: 'text/plain' },
  ]),
  {
    path: '/dump.nq.gz.sha256',
    status: 200,
    has: { etag: /^"/, 'last-modified': /GMT$/, 'cache-control': /must-revalidate/ },
  },
  { path: '/dump.nq.sha256', headers: { 'if-none-match': '*' }, status: 304 },
  { path: '/dump.exe', status: 404, type: problem },
  { method: 'HEAD', path: '/dump.nq', status: 200, has: { 'content-length': /^\d{4,}$/ } },
  {
    path: '/dump.nq',
    headers: { range: 'bytes=0-9' },
    status: 206,
    has: { 'content-range': /^bytes 0-9\/\d+$/, 'content-length': '10' },
  },
  { path: '/dump.nq', headers: { range: 'bytes=-5' }, status: 206, has: { 'content-length': '5' } },
  { path: '/dump.nq', headers: { range: 'bytes=5-' }, status: 206 },
  {
    path: '/dump.nq',
    headers: { range: 'bytes=999999999-' },
    status: 416,
    type: problem,
    has: { 'content-range': /^bytes \*\/\d+$/ },
  },
  { path: '/dump.nq', headers: { range: 'bytes=0-1,4-5' }, status: 200 },
  { path: '/dump.nq', headers: { range: 'bytes=9-1' }, status: 200 },
  { path: '/dump.nq', headers: { range: 'lines=0-9' }, status: 200 },
  { path: '/dump.nq', headers: { range: 'bytes=0-9', 'if-range': '"other"' }, status: 200 },
  { path: '/dump.nq', headers: { 'if-none-match': '*' }, status: 304 },
]

/** Every request of the table. */
export const table: readonly Row[] = [
  ...entity,
  ...data,
  ...methods,
  ...pages,
  ...lists,
  ...search,
  ...nodes,
  ...dataset,
]
