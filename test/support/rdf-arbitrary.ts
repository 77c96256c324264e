import type { BlankNode, DefaultGraph, Literal, NamedNode, Quad } from '@rdfjs/types'
import fc from 'fast-check'
import { DataFactory } from 'n3'
import { XSD } from '../../src/vocabulary.ts'

const { blankNode, defaultGraph, literal, namedNode, quad } = DataFactory

/** IRIs with queries, fragments, percent signs, letters of many scripts and marks that tempt a parser. */
export const iris: fc.Arbitrary<NamedNode> = fc
  .tuple(
    fc.constantFrom(
      'http://example.org/',
      'https://usine.example/é/',
      'urn:x:',
      'tag:a@b,2026:',
      'http://e/a#',
    ),
    fc.array(
      fc.constantFrom(
        'a',
        'B',
        '7',
        '%20',
        '-',
        '_',
        '~',
        "'",
        '(',
        ')',
        '*',
        ',',
        ';',
        '=',
        '&',
        '$',
        '!',
        'é',
        '漢',
        '\u{1F3ED}',
        '@',
        '+',
      ),
      { maxLength: 8 },
    ),
    fc.constantFrom('x', 'Y9', 'z_z'),
  )
  .map(([start, middle, end]) => start + middle.join('') + end)
  // rdf-string, which rdf-isomorphic compares with, takes `--` in a datatype for a base direction.
  .map((iri) => namedNode(iri.replace(/-{2,}/g, '-')))

/** Predicates that every format can write: they end in an XML name. */
export const predicates: fc.Arbitrary<NamedNode> = fc.oneof(
  iris,
  fc.constantFrom(
    namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type'),
    namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#first'),
    namedNode('http://schema.org/name'),
    namedNode('http://www.wikidata.org/prop/direct/P31'),
  ),
)

export const blankNodes: fc.Arbitrary<BlankNode> = fc
  .constantFrom('a', 'b', 'c0', 'n1', 'x_y', '0', 'é')
  .map((label) => blankNode(label))

/** Texts that tempt a serializer: quotes, line ends, escapes, control characters, NUL, emoji, markup. */
export const texts: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...Array.from('"\'\\\n\r\t\b\f<>&{}[]().;,@^_:#%$?!`|~ '),
        '\0',
        '\u001B',
        '\u007F',
        '\u0085',
        '\u2028',
        '\u2029',
        '\uFEFF',
        '\uFFFE',
        '\u{1F3ED}',
        'é',
        '"""',
        "'''",
        '\\u0041',
        ']]>',
        '<!--',
        '&amp;',
      ),
    )
    .map((parts) => parts.join('')),
)

/** Texts without the characters that XML 1.0 cannot hold. */
export const xmlTexts: fc.Arbitrary<string> = texts.map((text) =>
  // eslint-disable-next-line no-control-regex -- they are what XML does not allow
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, ''),
)

/** Literals of all kinds: plain, with a language, with a datatype and a fitting or unfitting lexical form. */
export const literalsOf = (values: fc.Arbitrary<string>): fc.Arbitrary<Literal> =>
  fc.oneof(
    values.map((value) => literal(value)),
    fc
      .tuple(values, fc.constantFrom('fr', 'en-gb', 'zh-hans', 'mul', 'be-x-old'))
      .map(([value, language]) => literal(value, language)),
    fc
      .tuple(
        fc.oneof(
          values,
          fc.constantFrom(
            '1',
            '-1',
            '+237',
            '01',
            '1.',
            '.5',
            '+1.96',
            '1e0',
            'true',
            '1.5E+3',
            'NaN',
            ' 1 ',
            '',
          ),
        ),
        fc.constantFrom('integer', 'decimal', 'double', 'boolean', 'string', 'dateTime'),
      )
      .map(([value, datatype]) => literal(value, namedNode(XSD + datatype))),
    fc.tuple(values, iris).map(([value, datatype]) => literal(value, datatype)),
  )

export const literals: fc.Arbitrary<Literal> = literalsOf(texts)

export const graphs: fc.Arbitrary<NamedNode | BlankNode | DefaultGraph> = fc.oneof(
  fc.constant(defaultGraph()),
  iris,
  blankNodes,
)

/** Any quad of RDF 1.1; parts can be replaced. */
export const quadsOf = ({
  objects = literals,
  graph = graphs,
}: {
  readonly objects?: fc.Arbitrary<Literal>
  readonly graph?: typeof graphs
} = {}): fc.Arbitrary<Quad> =>
  fc
    .tuple(fc.oneof(iris, blankNodes), predicates, fc.oneof(iris, blankNodes, objects), graph)
    .map((terms) => quad(...terms))

export const quads: fc.Arbitrary<Quad> = quadsOf()

/** Quads of the default graph. */
export const triples: fc.Arbitrary<Quad> = quadsOf({ graph: fc.constant(defaultGraph()) })

/** Small datasets in which subjects, predicates and graphs come again. */
export const datasetsOf = (quad: fc.Arbitrary<Quad>): fc.Arbitrary<Quad[]> =>
  fc.array(quad, { maxLength: 12 }).chain((some) =>
    fc.array(fc.nat({ max: 143 }), { maxLength: 24 }).map((picks) => {
      const pick = (index: number) => some[index % Math.max(1, some.length)]
      const mixed = picks.flatMap((index) => {
        const [a, b] = [pick(index), pick(Math.floor(index / 12))]
        return a && b ? [DataFactory.quad(a.subject, a.predicate, b.object, a.graph)] : []
      })
      return [...some, ...mixed]
    }),
  )

export const datasets: fc.Arbitrary<Quad[]> = datasetsOf(quads)
