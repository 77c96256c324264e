import { deepStrictEqual, ok, strictEqual, throws } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { readOntology } from '../../../src/rdf/index.ts'
import type { OntologyError } from '../../../src/rdf/index.ts'
import { packageOntology } from '../../support/package-ontology.ts'

const base = 'https://site.example/'
const prefixes = `
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix qudt: <http://qudt.org/schema/qudt/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <http://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix wikibase: <http://wikiba.se/ontology#> .
`
const read = (turtle: string) =>
  readOntology([{ file: 'ontology/x.ttl', text: prefixes + turtle }], base)

const area = `<area> a wikibase:Property ; rdfs:label "area"@en ; rdfs:comment "How large it is."@en ;
  wikibase:propertyType wikibase:Quantity ; wikibase:directClaim wdt:P2046 ; skos:exactMatch wd:P2046 ;
  qudt:applicableUnit <ha> ; <as-property-value> schema:additionalProperty .
<ha> a qudt:Unit ; rdfs:label "hectare"@en ; rdfs:comment "10,000 m²."@en ; qudt:symbol "ha" ;
  skos:altLabel "hectares" ; skos:exactMatch wd:Q35852 ; qudt:conversionMultiplier 10000 ; qudt:scalingOf <m2> .
<m2> a qudt:Unit ; rdfs:label "square metre"@en ; rdfs:comment "SI."@en ; skos:exactMatch wd:Q25343 .
`

describe('readOntology', () => {
  it('reads a property with what follows from it', () => {
    const { properties, findProperty } = read(area)
    deepStrictEqual(properties.get('area'), {
      key: 'area',
      iri: 'https://site.example/ontology/area',
      entityIri: 'http://www.wikidata.org/entity/P2046',
      labels: new Map([['en', 'area']]),
      comments: new Map([['en', 'How large it is.']]),
      datatype: 'quantity',
      schema: [{ pattern: 'property-value', term: 'http://schema.org/additionalProperty' }],
      eventNames: new Map(),
      units: ['ha'],
    })
    strictEqual(findProperty('http://www.wikidata.org/entity/P2046'), properties.get('area'))
  })

  it('finds a unit by whatever people write', () => {
    const { findUnitBySymbol, findUnit } = read(area)
    for (const symbol of ['ha', 'hectare', 'hectares'])
      strictEqual(findUnitBySymbol(symbol)?.key, 'ha')
    strictEqual(findUnitBySymbol('acre'), undefined)
    deepStrictEqual(findUnit('http://www.wikidata.org/entity/Q35852')?.conversion, {
      factor: '10000',
      unit: 'http://www.wikidata.org/entity/Q25343',
    })
  })

  it('names an own property by the base of the site', () => {
    const { properties } = read(
      '<mood> a wikibase:Property ; rdfs:label "mood"@en ; rdfs:comment "c"@en ; wikibase:propertyType wikibase:String .',
    )
    strictEqual(properties.get('mood')?.entityIri, 'https://site.example/ontology/mood')
  })

  it('reads the formatter URI of an aligned property from the property itself or from Wikidata’s', () => {
    const property = `<viaf> a wikibase:Property ; rdfs:label "VIAF"@en ; rdfs:comment "c"@en ; wikibase:propertyType wikibase:ExternalId ;
      wikibase:directClaim wdt:P214 ; skos:exactMatch wd:P214 .`
    const formatter = 'http://viaf.org/viaf/$1'
    for (const subject of ['<viaf>', 'wd:P214']) {
      const { properties } = read(`${property} ${subject} wdt:P1921 "${formatter}" .`)
      strictEqual(properties.get('viaf')?.formatterUri, formatter)
    }
  })

  const wrong: [string, string, RegExp][] = [
    [
      'a property without a type',
      '<x> a wikibase:Property ; rdfs:label "x"@en ; rdfs:comment "c"@en .',
      /<x> has no known wikibase:propertyType/,
    ],
    ['a term without a label', '<x> a owl:Class ; rdfs:comment "c"@en .', /<x> has no rdfs:label/],
    [
      'a term without a comment',
      '<x> a owl:Class ; rdfs:label "x"@en .',
      /<x> has no rdfs:comment/,
    ],
    [
      'a label without a language',
      '<x> a owl:Class ; rdfs:label "x" ; rdfs:comment "c"@en .',
      /without a language: "x"/,
    ],
    [
      'a unit that is not described',
      area.replace('applicableUnit <ha>', 'applicableUnit <acre>'),
      /<area> allows the unknown unit <acre>/,
    ],
    [
      'a direct claim of another property',
      area.replace('wdt:P2046', 'wdt:P2045'),
      /<area> has wikibase:directClaim .*P2045>, expected .*P2046>/,
    ],
    [
      'a superclass that is not described',
      '<x> a owl:Class ; rdfs:label "x"@en ; rdfs:comment "c"@en ; rdfs:subClassOf <y> .',
      /<x> has the unknown superclass <y>/,
    ],
    ['a key that stands for two terms', `${area}<area> a owl:Class .`, /<area> is of two kinds/],
    [
      'an inverse that is not described',
      area.replace('qudt:applicableUnit', 'owl:inverseOf <y> ; qudt:applicableUnit'),
      /<area> has the unknown inverse <y>/,
    ],
    [
      'two datatypes',
      area.replace('wikibase:Quantity', 'wikibase:Quantity, wikibase:Time'),
      /<area> has 2 values/,
    ],
    [
      'an own predicate that is not known',
      area.replace('as-property-value', 'as-proprety-value'),
      /<area> has <as-proprety-value>; known: as-text, .*event-name/,
    ],
    [
      'a schema.org term that is none',
      area.replace('schema:additionalProperty', '"additionalProperty"'),
      /<area> has <as-property-value> "additionalProperty", expected a term of schema.org/,
    ],
    [
      'a factor that is no decimal',
      area.replace('10000', '"ten"'),
      /<ha> has the factor "ten", expected a decimal/,
    ],
    [
      'two properties for one of Wikidata',
      area + area.split('\n<ha>')[0]!.replace('<area>', '<size>'),
      /<size> stands for <http:\/\/www.wikidata.org\/entity\/P2046>, as <area> does/,
    ],
  ]
  for (const [name, turtle, message] of wrong) {
    it(`refuses ${name}`, () => {
      throws(() => read(turtle), { code: 'ERR_ONTOLOGY_INVALID', message })
    })
  }

  it('reports all problems at once', () => {
    throws(
      () => read('<x> a owl:Class . <y> a owl:Class .'),
      (error: Error) => {
        strictEqual(error.message.match(/has no/g)?.length, 4)
        return true
      },
    )
  })

  it('names the place where each term with a problem is described', () => {
    const text = `${prefixes}<x> a owl:Class .\n${area}  ont:y a owl:Class .\n`
    const other = {
      file: 'ontology/y.ttl',
      text: '\n<z> a <http://www.w3.org/2002/07/owl#Class> .',
    }
    const declared = `@prefix ont: <${base}ontology/> .${text}`
    throws(
      () => readOntology([{ file: 'ontology/x.ttl', text: declared }, other], base),
      (error: OntologyError) => {
        const places = error.problems.map(
          ({ origin: { file, line, column } }) => `${file}:${line}:${column}`,
        )
        deepStrictEqual(
          [...new Set(places)],
          ['ontology/x.ttl:10:1', 'ontology/x.ttl:17:3', 'ontology/y.ttl:2:1'],
        )
        return true
      },
    )
  })

  it('names file and line of what is not Turtle', () => {
    throws(() => read('<x> a owl:Class .\n<y> a ;'), {
      code: 'ERR_SYNTAX',
      message: /^ontology\/x\.ttl:11:1: /,
    })
  })
})

describe('the ontology of usine', () => {
  const ontology = readOntology(packageOntology(), base)
  const terms = [ontology.properties, ontology.classes, ontology.units, ontology.concepts].flatMap(
    (table) => [...table.values()],
  )

  it('describes each Wikidata entity once', () => {
    const iris = terms.map(({ entityIri }) => entityIri)
    deepStrictEqual(
      iris.filter((iri, index) => iris.indexOf(iri) !== index),
      [],
    )
  })

  it('says of each own term why it is needed', () => {
    for (const { key, iri, entityIri, comments } of terms) {
      if (iri === entityIri) ok(/Own term/.test(comments.get('en') ?? ''), key)
    }
  })

  it('uses verified Wikidata ids only', function () {
    const shared = new URL('../../../../shared/wikidata/', import.meta.url)
    let verified: Set<string>
    try {
      const ids = readFileSync(new URL('ids.tsv', shared), 'utf8').split('\n')
      const properties = readFileSync(new URL('properties.tsv', shared), 'utf8').split('\n')
      verified = new Set([
        ...ids
          .map((line) => line.split('\t'))
          .filter((row) => row[4] === 'verified')
          .map((row) => row[1] ?? ''),
        ...properties.map((line) => line.split('\t')[0] ?? ''),
      ])
    } catch {
      this.skip() // The list of verified ids is in ../shared, which is not part of the project.
    }
    const used = terms.flatMap(({ entityIri }) => /entity\/([PQ]\d+)$/.exec(entityIri)?.[1] ?? [])
    deepStrictEqual(
      used.filter((id) => !verified.has(id)),
      [],
    )
  })

  it('gives every property the datatype that Wikidata gives it', function () {
    const file = new URL('../../../../shared/wikidata/properties.tsv', import.meta.url)
    let datatypes: Map<string, string>
    try {
      const rows = readFileSync(file, 'utf8')
        .split('\n')
        .map((line) => line.split('\t'))
      datatypes = new Map(rows.map(([id = '', datatype = '']) => [id, datatype.replace('*', '')]))
    } catch {
      this.skip() // The list of datatypes is in ../shared, which is not part of the project.
    }
    for (const { key, entityIri, datatype } of ontology.properties.values()) {
      const expected = datatypes.get(entityIri.split('/').at(-1) ?? '')
      if (expected !== undefined) strictEqual(datatype, expected, key)
    }
  })
})
