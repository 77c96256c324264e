import { match, ok, rejects, strictEqual } from 'node:assert/strict'
import { Readable } from 'node:stream'
import { UsineError } from '../../../src/errors.ts'
import type { ErrorCode } from '../../../src/errors.ts'
import type { RdfFormatName } from '../../../src/formats.ts'
import { parseRdf } from '../../../src/rdf/formats/index.ts'
import { collect } from '../../support/collect.ts'

const bytes = (...parts: readonly (string | number[])[]) =>
  Readable.from(parts.map((part) => Buffer.from(part as string)))

const nquad = '<http://e/s> <http://e/p> "x" .\n'

const xml = (body: string, start = '') =>
  `${start}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">\n${body}\n</rdf:RDF>`

/** Each entity is ten times the one before. */
const bomb = `<!DOCTYPE x [<!ENTITY e0 "${'x'.repeat(20)}">${Array.from(
  { length: 30 },
  (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`,
).join('')}]>`

type Case = [
  what: string,
  format: RdfFormatName,
  input: string | Readable,
  message: RegExp,
  code?: ErrorCode,
]

const cases: Case[] = [
  [
    'a statement that ends early',
    'turtle',
    '<http://e/s> <http://e/p> "x" ;\n  <http://e/q> ',
    /^f:2:16: .*ends in the middle/,
  ],
  ['a text that ends early', 'turtle', '<http://e/s> <http://e/p> "x', /^f:1:26: .*no end/],
  [
    'a graph that ends early',
    'trig',
    '<http://e/g> { <http://e/s> <http://e/p> "x" .',
    /^f:1:47: .*ends in the middle/,
  ],
  [
    'a line that ends early',
    'n-triples',
    '<http://e/s> <http://e/p> "x"',
    /^f:1:\d+: .*ends in a dot/,
  ],
  ['a line that ends early', 'n-quads', `${nquad}<http://e/s> <http://e/p>`, /^f:2:\d+: /],
  [
    'JSON that ends early',
    'jsonld',
    '{"@id":"http://e/s",\n"http://e/p":"x"',
    /^f:2:16: not JSON: the text ends inside an object/,
  ],
  [
    'XML that ends early',
    'rdfxml',
    xml('<rdf:Description>').slice(0, -12),
    /^f:\d+:\d+: unclosed tag/,
  ],
  ['no JSON at all', 'jsonld', '', /^f:1:1: not JSON: the text is empty/],
  ['no XML at all', 'rdfxml', '', /^f:1:1: document must contain a root element/],

  [
    'bytes that are not UTF-8',
    'turtle',
    bytes(nquad, '<http://e/s> <http://e/p> "é', [0xff], '" .'),
    /^f:2:29: this is not UTF-8/,
  ],
  ['bytes that are not UTF-8', 'n-quads', bytes([0xc3, 0x28]), /^f:1:1: this is not UTF-8/],
  [
    'bytes that are not UTF-8',
    'jsonld',
    bytes('{"@id":\n"', [0xe9], '"}'),
    /^f:2:2: this is not UTF-8/,
  ],
  ['bytes that are not UTF-8', 'rdfxml', bytes(xml('é'), [0xfc]), /^f:3:11: this is not UTF-8/],
  [
    'half a character at the end',
    'turtle',
    bytes(nquad, '# ', [0xe2, 0x82]),
    /^f:2:\d+: this is not UTF-8/,
  ],
  [
    'half a character between chunks',
    'turtle',
    bytes('<http://e/s> <http://e/p> "', [0xc3], '" .'),
    /this is not UTF-8/,
  ],
  [
    'a surrogate in UTF-8',
    'n-triples',
    bytes('<http://e/s> <http://e/p> "', [0xed, 0xa0, 0x80], '" .'),
    /this is not UTF-8/,
  ],

  ['NUL between terms', 'turtle', '<http://e/s> \0 <http://e/p> "x" .', /^f:1:13: Unexpected "␀"/],
  ['NUL in JSON', 'jsonld', '{"@id":"http://e/\0"}', /^f:1:18: not JSON: .*control character/],
  [
    'NUL in XML',
    'rdfxml',
    xml('<rdf:Description><e:p>\0</e:p></rdf:Description>'),
    /disallowed character/,
  ],
  [
    'NUL as a reference',
    'rdfxml',
    xml('<rdf:Description><e:p>&#0;</e:p></rdf:Description>'),
    /malformed character entity/,
  ],
  [
    'half a character in JSON',
    'jsonld',
    '{"@id":"http://e/s","http://e/p":"\\ud83c"}',
    /lone surrogate/,
  ],
  [
    'the second half alone',
    'jsonld',
    '{"@id":"http://e/s","http://e/p":"a\\udfeda"}',
    /lone surrogate/,
  ],

  [
    'a relative IRI without a base',
    'turtle',
    `${nquad}<http://e/s> <p> "x" .`,
    /^f:2:14: the IRI <p> is relative/,
  ],
  [
    'a relative IRI without a base',
    'trig',
    '<g> { }\n<g> { <s> <p> <o> }',
    /^f:1:1: the IRI <g> is relative/,
  ],
  ['a relative IRI', 'n-triples', '<s> <http://e/p> "x" .', /^f:1:1: .*written in full/],
  [
    'a relative IRI without a base',
    'jsonld',
    '{"@id":"s","http://e/p":"x"}',
    /^f: Invalid resource IRI: s/,
    'ERR_DOCUMENT_INVALID',
  ],
  [
    'a relative IRI without a base',
    'rdfxml',
    xml('<rdf:Description rdf:about="s"/>'),
    /relative IRI 's'/,
  ],
  ['an IRI with a space', 'turtle', '<http://e/a b> <http://e/p> "x" .', /^f:1:1: .*no spaces/],
  [
    'an IRI with a space',
    'n-quads',
    '<http://e/s> <http://e/p> <http://e/a b> .',
    /^f:1:26: .*no spaces/,
  ],
  [
    'an IRI with an escaped space',
    'turtle',
    '<http://e/a\\u0020b> <http://e/p> "x" .',
    /^f:1:1: Unexpected/,
  ],
  [
    'an IRI with a space',
    'jsonld',
    '{"@id":"http://e/a b","http://e/p":"x"}',
    /Invalid resource IRI/,
    'ERR_DOCUMENT_INVALID',
  ],
  [
    'an IRI with a space',
    'rdfxml',
    xml('<rdf:Description rdf:about="http://e/a b"/>'),
    /Invalid IRI/,
  ],
  [
    'a prefix that is not declared',
    'turtle',
    'wd:Q1 a wd:Q2 .',
    /^f:1:1: Undefined prefix "wd:": declare it/,
  ],
  [
    'a graph in a format without',
    'n-triples',
    '<http://e/s> <http://e/p> "x" <http://e/g> .',
    /^f:1:\d+: /,
  ],
  [
    'an escape that does not exist',
    'turtle',
    '<http://e/s> <http://e/p> "\\x" .',
    /^f:1:26: .*escape/,
  ],

  [
    'JSON nested without end',
    'jsonld',
    '['.repeat(100_000),
    /^f:1:201: not JSON: nested deeper than 200/,
  ],
  ['XML nested without end', 'rdfxml', xml('<e:T><e:p>'.repeat(50_000)), /nested deeper than 500/],
  [
    'blank nodes nested without end',
    'turtle',
    `<http://e/s> <http://e/p> ${'[ <http://e/p> '.repeat(10_000)}`,
    /ends in the middle/,
  ],
  [
    'a comma too many',
    'jsonld',
    '{"@id":"http://e/s",}',
    /^f:1:21: not JSON: expected key, found }/,
  ],
  ['two documents', 'jsonld', '{} {}', /^f:1:4: not JSON: expected end, found {/],
  [
    'words that JSON has not',
    'jsonld',
    '{"http://e/p": NaN}',
    /^f:1:19: not JSON: expected value, found NaN/,
  ],
  ['numbers that JSON has not', 'jsonld', '[01]', /expected value or ], found 01/],
  [
    'a key that means nothing',
    'jsonld',
    '{"@id":"http://e/s","name":"x"}',
    /Invalid predicate IRI: name/,
    'ERR_DOCUMENT_INVALID',
  ],
  [
    'a remote context',
    'jsonld',
    '{"@context":"https://schema.org","name":"x"}',
    /https:\/\/schema.org is not known here/,
    'ERR_CONTEXT_UNKNOWN',
  ],
  [
    'a remote context that is imported',
    'jsonld',
    '{"@context":{"@import":"http://e/c"},"name":"x"}',
    /http:\/\/e\/c is not known/,
    'ERR_CONTEXT_UNKNOWN',
  ],
  [
    'a remote context of a term',
    'jsonld',
    '{"@context":{"p":{"@id":"http://e/p","@context":"http://e/c"}},"p":{"q":"x"}}',
    /http:\/\/e\/c is not known/,
    'ERR_CONTEXT_UNKNOWN',
  ],
  [
    'an external entity',
    'rdfxml',
    xml(
      '<rdf:Description><e:p>&x;</e:p></rdf:Description>',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ),
    /undefined entity/,
  ],
  [
    'a triple term',
    'turtle',
    '<http://e/s> <http://e/p> <<( <http://e/s> <http://e/p> 1 )>> .',
    /triple terms/,
    'ERR_DOCUMENT_INVALID',
  ],
  [
    'a base direction',
    'turtle',
    '<http://e/s> <http://e/p> "x"@ar--rtl .',
    /base directions/,
    'ERR_DOCUMENT_INVALID',
  ],
  ['an entity that grows without end', 'rdfxml', xml('', bomb), /&e3; is longer than 10000/],
  [
    'an entity that refers to itself',
    'rdfxml',
    xml('', '<!DOCTYPE x [<!ENTITY a "&b;"> <!ENTITY b "&a;">]>'),
    /^f:\d+:\d+: the entity &a; refers to itself/,
  ],
  [
    'an entity that holds markup',
    'rdfxml',
    xml('', '<!DOCTYPE x [<!ENTITY a "<b/>">]>'),
    /the entity &a; holds markup/,
  ],
  ['a web page', 'rdfxml', '<!doctype html><html><body>hello</html>', /^f:\d+:\d+: /],
]

describe('parseRdf, given bad input', () => {
  for (const [what, format, input, message, code = 'ERR_SYNTAX'] of cases) {
    it(`refuses ${what} in ${format}`, async () => {
      await rejects(collect(parseRdf(input, { format, file: 'f' })), (error) => {
        ok(error instanceof UsineError, String(error))
        match(error.message, message)
        strictEqual(error.code, code)
        return true
      })
    })
  }

  it('passes on an error of the stream', async () => {
    const failing = new Readable({
      read() {
        this.destroy(new Error('disk gone'))
      },
    })
    for (const format of ['turtle', 'jsonld', 'rdfxml'] as const) {
      await rejects(collect(parseRdf(failing, { format })), /disk gone/)
    }
  })
})

describe('parseRdf, given odd input', () => {
  it('expands the entities that entities of a document refer to', async () => {
    const entities = '<!ENTITY base "http://e/"> <!ENTITY area "&base;area&#x23;&amp;">'
    const body = '<rdf:Description rdf:about="&area;"><e:p>&area;</e:p></rdf:Description>'
    const text = xml(body, `<!DOCTYPE x [${entities}]>`)
    const quads = await collect(parseRdf(text, { format: 'rdfxml' }))
    strictEqual(quads[0]?.subject.value, 'http://e/area#&')
    strictEqual(quads[0].object.value, 'http://e/area#&')
  })

  const marked: [RdfFormatName, string][] = [
    ['turtle', nquad],
    ['trig', nquad],
    ['n-triples', nquad],
    ['n-quads', nquad],
    ['jsonld', '{"@id":"http://e/s","http://e/p":"x"}'],
    ['rdfxml', xml('<rdf:Description rdf:about="http://e/s"><e:p>x</e:p></rdf:Description>')],
  ]
  for (const [format, text] of marked) {
    it(`ignores a byte order mark before ${format}`, async () => {
      const quads = await collect(parseRdf(bytes([0xef, 0xbb, 0xbf], text), { format }))
      strictEqual(quads[0]?.object.value, 'x')
    })

    it(`reads ${format} byte by byte`, async () => {
      const single = Readable.from(
        [...Buffer.from(text.replace('x<', 'é漢🏭<').replace('"x"', '"é漢🏭"'))].map((byte) =>
          Buffer.from([byte]),
        ),
      )
      const quads = await collect(parseRdf(single, { format }))
      strictEqual(quads[0]?.object.value, 'é漢🏭')
    })

    it(`reads a long text in ${format}`, async () => {
      const long = 'x'.repeat(3_000_000)
      const quads = await collect(
        parseRdf(text.replace('x<', `${long}<`).replace('"x"', `"${long}"`), { format }),
      )
      strictEqual(quads[0]?.object.value.length, long.length)
    })
  }

  it('keeps NUL in a literal, where Turtle allows it', async () => {
    const [quad] = await collect(
      parseRdf('<http://e/s> <http://e/p> "a\\u0000b" .', { format: 'turtle' }),
    )
    strictEqual(quad?.object.value, 'a\0b')
  })

  it('reads a context from the table, with or without a slash at the end', async () => {
    const contexts = new Map([
      ['https://schema.org', { '@context': { '@vocab': 'http://schema.org/' } }],
    ])
    const text = '{"@context":"https://schema.org/","name":"x"}'
    const [quad] = await collect(parseRdf(text, { format: 'jsonld', contexts }))
    strictEqual(quad?.predicate.value, 'http://schema.org/name')
  })

  it('ignores keys without meaning when it is told to', async () => {
    const text = '{"@id":"http://e/s","name":"x"}'
    strictEqual((await collect(parseRdf(text, { format: 'jsonld', strict: false }))).length, 0)
  })

  it('reads a value object whatever the order of its keys', async () => {
    const text = '{"@id":"http://e/s","http://e/p":{"@language":"en","@value":"x"}}'
    const [quad] = await collect(parseRdf(text, { format: 'jsonld' }))
    strictEqual(quad?.object.value, 'x')
  })

  it('never gives two documents the same blank node', async () => {
    const texts: [RdfFormatName, string][] = [
      ['turtle', '_:a <http://e/p> [] .'],
      ['jsonld', '{"@id":"_:a","http://e/p":{}}'],
      [
        'rdfxml',
        xml('<rdf:Description rdf:nodeID="a"><e:p><rdf:Description/></e:p></rdf:Description>'),
      ],
    ]
    const names = new Set<string>()
    for (const [format, text] of [...texts, ...texts]) {
      for (const { subject, object } of await collect(parseRdf(text, { format }))) {
        names.add(subject.value)
        names.add(object.value)
      }
    }
    strictEqual(names.size, 12)
  })

  it('tells of the prefixes of a document', async () => {
    const prefixes: string[] = []
    const onPrefix = (prefix: string, iri: string) => prefixes.push(`${prefix} ${iri}`)
    await collect(
      parseRdf('@prefix wd: <http://www.wikidata.org/entity/> .', { format: 'turtle', onPrefix }),
    )
    strictEqual(prefixes.join(), 'wd http://www.wikidata.org/entity/')
  })
})
