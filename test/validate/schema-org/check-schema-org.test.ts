import { deepStrictEqual, match, strictEqual } from 'node:assert/strict'
import { DataFactory, Parser } from 'n3'
import { checkSchemaOrg } from '../../../src/validate/index.ts'

const prefixes = `
@prefix : <https://site.example/> .
@prefix schema: <http://schema.org/> .
@prefix https: <https://schema.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix geo: <http://www.opengis.net/ont/geosparql#> .
`

async function check(turtle: string) {
  const { results } = await checkSchemaOrg(new Parser().parse(prefixes + turtle), DataFactory)
  return results
}

/** What conforms: a sentence, and Turtle. */
const good: readonly (readonly [what: string, turtle: string])[] = [
  ['a text', ':x a schema:Place ; schema:name "Flins" .'],
  ['a text with a language', ':x a schema:Place ; schema:name "Flins"@fr .'],
  [
    'a property of a superclass',
    ':x a schema:AutomotiveBusiness ; schema:address "Aubergenville" .',
  ],
  [
    'either class of two',
    ':x a schema:Car, schema:ProductModel ; schema:successorOf :y . :y a schema:ProductModel .',
  ],
  ['an IRI as URL', ':x a schema:Thing ; schema:sameAs wd:Q6686 .'],
  ['a described thing as URL', ':x a schema:Thing ; schema:url :y . :y a schema:WebPage .'],
  ['a text that is a URL', ':x a schema:Thing ; schema:url "https://site.example/" .'],
  ['an xsd:anyURI', ':x a schema:Thing ; schema:url "https://site.example/"^^xsd:anyURI .'],
  [
    'a schema:URL where a Text is expected',
    ':x a schema:Thing ; schema:name "https://a.example/"^^schema:URL .',
  ],
  ['a year as Date', ':x a schema:Organization ; schema:foundingDate "1952"^^schema:Date .'],
  ['a month as Date', ':x a schema:Organization ; schema:foundingDate "2009-11"^^schema:Date .'],
  ['an xsd:gYear', ':x a schema:Organization ; schema:foundingDate "1952"^^xsd:gYear .'],
  ['a date as text', ':x a schema:Organization ; schema:foundingDate "1952-10-06" .'],
  [
    'a year before the common era',
    ':x a schema:Organization ; schema:foundingDate "-0044"^^schema:Date .',
  ],
  [
    '29 February of a leap year',
    ':x a schema:Organization ; schema:foundingDate "2000-02-29"^^schema:Date .',
  ],
  [
    'an xsd:dateTime',
    ':x a schema:Event ; schema:startDate "2009-11-05T10:00:00Z"^^xsd:dateTime .',
  ],
  [
    'a schema:DateTime',
    ':x a schema:Event ; schema:startDate "2009-11-05T10:00:00+01:00"^^schema:DateTime .',
  ],
  ['an integer as Number', ':x a schema:QuantitativeValue ; schema:maxValue 237 .'],
  ['a decimal as Number', ':x a schema:QuantitativeValue ; schema:maxValue 237.5 .'],
  ['a double as Number', ':x a schema:QuantitativeValue ; schema:maxValue 2.3e2 .'],
  ['a signed decimal', ':x a schema:QuantitativeValue ; schema:maxValue "+237"^^xsd:decimal .'],
  ['a text that is a number', ':x a schema:QuantitativeValue ; schema:maxValue "237" .'],
  ['an Integer', ':x a schema:ImageObject ; schema:commentCount 3 .'],
  ['a Boolean', ':x a schema:Place ; schema:publicAccess true .'],
  ['a Boolean by its IRI', ':x a schema:Place ; schema:publicAccess schema:True .'],
  ['a Time', ':x a schema:OpeningHoursSpecification ; schema:opens "08:30:00"^^xsd:time .'],
  ['a Duration', ':x a schema:Event ; schema:duration "PT4H" .'],
  ['a Distance as text', ':x a schema:VisualArtwork ; schema:height "7 ft" .'],
  [
    'a thing',
    ':x a schema:Place ; schema:geo :y . :y a schema:GeoCoordinates ; schema:latitude 48.98 .',
  ],
  ['a thing of a subclass', ':x a schema:Organization ; schema:location :y . :y a schema:City .'],
  [
    'a blank node',
    ':x a schema:Place ; schema:address [ a schema:PostalAddress ; schema:postalCode "78410" ] .',
  ],
  ['a member of an enumeration', ':x a schema:Offer ; schema:itemCondition schema:NewCondition .'],
  [
    'a Role between a property and its value',
    ':x a schema:Organization ; schema:member :r . :r a schema:OrganizationRole ; schema:member :y ; schema:startDate "1955"^^schema:Date . :y a schema:Person .',
  ],
  [
    'an annotated property of an action',
    ':x a schema:SearchAction ; schema:query-input "required name=q" .',
  ],
  ['an additional type', ':x a schema:Place ; schema:additionalType wd:Q83405 .'],
]

/** What does not: a sentence, Turtle, the rules broken, and what the message says. */
const bad: readonly (readonly [what: string, turtle: string, rule: string, message: RegExp])[] = [
  [
    'an unknown property',
    ':x a schema:Place ; schema:adress "Flins" .',
    'unknown-term',
    /no property "adress" - did you mean "address"\?/,
  ],
  [
    'an unknown class',
    ':x a schema:Plase .',
    'unknown-term',
    /no class "Plase" - did you mean "Place"\?/,
  ],
  [
    'a class as property',
    ':x a schema:Thing ; schema:Place "Flins" .',
    'unknown-term',
    /no property "Place"/,
  ],
  ['a property as class', ':x a schema:name .', 'unknown-term', /no class "name"/],
  [
    'an unknown member of an enumeration',
    ':x a schema:Offer ; schema:itemCondition schema:AsNewCondition .',
    'unknown-term',
    /no term "AsNewCondition" - did you mean "NewCondition"\?/,
  ],
  [
    'a property in the https namespace',
    ':x a schema:Place ; https:name "Flins" .',
    'wrong-namespace',
    /https:\/\/schema\.org\/name/,
  ],
  [
    'a class in the https namespace',
    ':x a https:Place .',
    'wrong-namespace',
    /data here use http:\/\/schema\.org\//,
  ],
  [
    'a member in the https namespace',
    ':x a schema:Offer ; schema:itemCondition https:NewCondition .',
    'wrong-namespace',
    /https/,
  ],
  [
    'a property outside its domain',
    ':x a schema:Place ; schema:birthPlace :y . :y a schema:Place .',
    'wrong-domain',
    /"birthPlace" is a property of Person, not of Place/,
  ],
  [
    'a property of a sister class',
    ':x a schema:Person ; schema:foundingDate "1952"^^schema:Date .',
    'wrong-domain',
    /of Organization, not of Person/,
  ],
  [
    'a property of a subclass',
    ':x a schema:Thing ; schema:address "Flins" .',
    'wrong-domain',
    /not of Thing/,
  ],
  [
    'a property of neither of two classes',
    ':x a schema:Place, schema:Product ; schema:birthDate "1955"^^schema:Date .',
    'wrong-domain',
    /not of Place and Product/,
  ],
  [
    'a Role that repeats another property',
    ':x a schema:Organization ; schema:member :r . :r a schema:Role ; schema:member :y ; schema:employee :y . :y a schema:Person .',
    'wrong-domain',
    /"employee" is a property of Organization, not of Role/,
  ],
  [
    'a Role that does not repeat its property',
    ':x a schema:Organization ; schema:member :r . :r a schema:Role .',
    'wrong-range',
    /not a Role/,
  ],
  [
    'a text for a thing',
    ':x a schema:Place ; schema:containedInPlace "Yvelines" .',
    'wrong-range',
    /"containedInPlace" takes Place, not the literal "Yvelines"/,
  ],
  [
    'a thing of another class',
    ':x a schema:Place ; schema:containedInPlace :y . :y a schema:Person .',
    'wrong-range',
    /takes Place, not a Person/,
  ],
  [
    'a thing of a superclass',
    ':x a schema:Place ; schema:containedInPlace :y . :y a schema:Thing .',
    'wrong-range',
    /not a Thing/,
  ],
  [
    'an IRI for a text',
    ':x a schema:Place ; schema:name :y .',
    'wrong-range',
    /"name" takes Text, not a node/,
  ],
  ['a blank node for a text', ':x a schema:Place ; schema:name [] .', 'wrong-range', /takes Text/],
  ['a blank node for a URL', ':x a schema:Place ; schema:sameAs [] .', 'wrong-range', /takes URL/],
  [
    'a text that is no URL',
    ':x a schema:Place ; schema:url "flins" .',
    'wrong-range',
    /takes URL, not the literal "flins"/,
  ],
  [
    'a text that is no number',
    ':x a schema:QuantitativeValue ; schema:maxValue "237 ha" .',
    'wrong-range',
    /takes Number/,
  ],
  [
    'a number for a text',
    ':x a schema:PostalAddress ; schema:postalCode 78410 .',
    'wrong-range',
    /takes Text, not the literal "78410"/,
  ],
  [
    'a decimal for an Integer',
    ':x a schema:ImageObject ; schema:commentCount 3.5 .',
    'wrong-range',
    /takes Integer/,
  ],
  [
    'a DateTime for a Date',
    ':x a schema:Organization ; schema:foundingDate "1952-10-06T00:00:00Z"^^xsd:dateTime .',
    'wrong-range',
    /takes Date/,
  ],
  [
    'a text that is no date',
    ':x a schema:Organization ; schema:foundingDate "in 1952" .',
    'wrong-range',
    /takes Date/,
  ],
  [
    '31 February',
    ':x a schema:Organization ; schema:foundingDate "1952-02-31"^^schema:Date .',
    'invalid-literal',
    /"1952-02-31" is no valid Date/,
  ],
  [
    'a month 13',
    ':x a schema:Organization ; schema:foundingDate "1952-13"^^xsd:gYearMonth .',
    'invalid-literal',
    /is no valid Date/,
  ],
  [
    'an hour 25',
    ':x a schema:Event ; schema:startDate "2009-11-05T25:00:00Z"^^xsd:dateTime .',
    'invalid-literal',
    /is no valid DateTime/,
  ],
  [
    'an ill-typed integer',
    ':x a schema:QuantitativeValue ; schema:maxValue "many"^^xsd:integer .',
    'invalid-literal',
    /is no valid Integer/,
  ],
  [
    'a datatype of others',
    ':x a schema:Place ; schema:geo "Point(1.86 48.98)"^^geo:wktLiteral .',
    'wrong-range',
    /takes GeoCoordinates or GeoShape/,
  ],
  [
    'a duration for a thing',
    ':x a schema:Event ; schema:about "P1D" .',
    'wrong-range',
    /takes Thing/,
  ],
  [
    'a predicate of others',
    ':x a schema:Place ; owl:sameAs wd:Q6686 .',
    'foreign-term',
    /owl#sameAs> is no term of schema\.org/,
  ],
  ['a class of others', ':x a schema:Place, wd:Q83405 .', 'foreign-term', /additionalType/],
  [
    'a node without a class',
    ':x schema:name "Flins" .',
    'untyped-node',
    /without a schema\.org class/,
  ],
  [
    'a value without a class',
    ':x a schema:Place ; schema:containedInPlace wd:Q142 .',
    'untyped-node',
    /takes Place; this value has no class here/,
  ],
  [
    'a superseded property',
    ':x a schema:Place ; schema:map <https://map.example/> .',
    'superseded-term',
    /"map" \(used once\) is superseded by hasMap/,
  ],
  [
    'a pending class',
    ':x a schema:Observation . :y a schema:Observation .',
    'pending-term',
    /"Observation" \(used 2 times\) is in schema\.org's pending section/,
  ],
]

describe('checkSchemaOrg', () => {
  for (const [what, turtle] of good) {
    it(`accepts ${what}`, async () => {
      const results = await check(turtle)
      deepStrictEqual(
        results.filter(({ rule }) => rule !== 'pending-term').map(({ message }) => message),
        [],
      )
    })
  }

  for (const [what, turtle, rule, message] of bad) {
    it(`reports ${what} as ${rule}`, async () => {
      const results = await check(turtle)
      const found = results.filter(
        (result) => rule === 'pending-term' || result.rule !== 'pending-term',
      )
      deepStrictEqual([...new Set(found.map((result) => result.rule))], [rule])
      match(found[0]?.message ?? '', message)
    })
  }

  it('says once what is wrong with a node, however many properties it has', async () => {
    const results = await check(
      ':x schema:name "Flins", "Flins factory" ; schema:url <https://x.example/> .',
    )
    strictEqual(results.length, 1)
  })

  it('counts violations, warnings and advice apart', async () => {
    const results = await check(
      ':x a schema:Place ; schema:adress "a" ; owl:sameAs :x ; schema:map <https://m.example/> .',
    )
    deepStrictEqual(
      results.map(({ severity }) => severity),
      ['violation', 'warning', 'info'],
    )
  })
})
