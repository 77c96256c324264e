import type { DataFactory } from '@rdfjs/types'
import { wikidata } from '../../vocabulary.ts'
import { predicatePath } from '../path.ts'
import { prov, rdfs, sh, wikibase, xsd } from '../terms.ts'
import type { Constraints, NodeShape } from './shape.ts'

/** What the shapes of a site are named under, and its languages, the first first. */
export interface ShapeContext {
  readonly base: string
  readonly factory: DataFactory
  readonly languages: readonly string[]
}

const one = { minCount: 1, maxCount: 1 } as const

/**
 * States what the Wikibase data model demands of every entity, statement, reference and value, whatever its property.
 *
 * @see https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format
 */
export const modelShapes = (context: ShapeContext): NodeShape[] => [
  entityShape(context),
  statementShape(context),
  quantityShape(context),
  timeShape(context),
  coordinatesShape(context),
]

/** Writes the shape of one class; a row is name, predicate, message, constraints. */
function classShape(
  { base }: ShapeContext,
  name: string,
  iri: string,
  rows: readonly (readonly [string, string, string, Constraints])[],
): NodeShape {
  return {
    iri: `${base}shape/${name}`,
    target: { kind: 'class', iri },
    properties: rows.map(([row, predicate, message, constraints]) => ({
      iri: `${base}shape/${name}/${row}`,
      path: predicatePath(predicate),
      message,
      ...constraints,
    })),
  }
}

function entityShape(context: ShapeContext): NodeShape {
  const [language] = context.languages
  const shape = classShape(context, 'entity', wikibase.Item, [
    ['label', rdfs.label, 'An entity has a label', { minCount: 1 }],
    ['labels', rdfs.label, 'An entity has one label in each language', { uniqueLang: true }],
  ])
  if (language === undefined) return shape
  const inFirst = {
    iri: `${context.base}shape/entity/label-in-first-language`,
    path: predicatePath(rdfs.label),
    message: `An entity has a label in the site's first language (${language}) or for all languages (mul)`,
    severity: 'warning',
    qualified: { minCount: 1, shape: { languageIn: [language, 'mul'] } },
  } as const
  return { ...shape, properties: [...(shape.properties ?? []), inFirst] }
}

function statementShape(context: ShapeContext): NodeShape {
  const { namedNode } = context.factory
  const ranks = [wikibase.PreferredRank, wikibase.NormalRank, wikibase.DeprecatedRank]
  return classShape(context, 'statement', wikibase.Statement, [
    ['rank', wikibase.rank, 'A statement has one rank', one],
    [
      'rank-value',
      wikibase.rank,
      'A rank is preferred, normal or deprecated',
      { in: ranks.map((rank) => namedNode(rank)) },
    ],
    [
      'reference',
      prov.wasDerivedFrom,
      'A statement is derived from references',
      { class: wikibase.Reference },
    ],
  ])
}

const decimal = { datatype: xsd.decimal } as const
const integer = { datatype: xsd.integer } as const
const degrees = { datatype: xsd.double } as const
const iri = { nodeKind: sh.IRI } as const

function quantityShape(context: ShapeContext): NodeShape {
  return classShape(context, 'quantity', wikibase.QuantityValue, [
    [
      'amount',
      wikibase.quantityAmount,
      'A quantity has one decimal amount',
      { ...one, ...decimal },
    ],
    [
      'unit',
      wikibase.quantityUnit,
      'A quantity has one unit (wd:Q199 for none)',
      { ...one, ...iri },
    ],
    [
      'upper-bound',
      wikibase.quantityUpperBound,
      'The upper bound of a quantity is one decimal',
      { maxCount: 1, ...decimal },
    ],
    [
      'lower-bound',
      wikibase.quantityLowerBound,
      'The lower bound of a quantity is one decimal',
      { maxCount: 1, ...decimal },
    ],
    [
      'above-lower-bound',
      wikibase.quantityLowerBound,
      'The lower bound of a quantity is not above its amount',
      { lessThanOrEquals: wikibase.quantityAmount },
    ],
    [
      'below-upper-bound',
      wikibase.quantityAmount,
      'The amount of a quantity is not above its upper bound',
      { lessThanOrEquals: wikibase.quantityUpperBound },
    ],
  ])
}

function timeShape(context: ShapeContext): NodeShape {
  const { namedNode } = context.factory
  const calendars = [wikidata.gregorian, wikidata.julian].map((calendar) => namedNode(calendar))
  return classShape(context, 'time', wikibase.TimeValue, [
    ['time', wikibase.timeValue, 'A time has one xsd:dateTime', { ...one, datatype: xsd.dateTime }],
    [
      'precision',
      wikibase.timePrecision,
      'A time has one precision, from 0 (billion years) over 9 (year) to 11 (day) and 14 (second)',
      { ...one, ...integer, minInclusive: 0, maxInclusive: 14 },
    ],
    [
      'timezone',
      wikibase.timeTimezone,
      'A time has one time zone, in minutes',
      { ...one, ...integer },
    ],
    [
      'calendar',
      wikibase.timeCalendarModel,
      'A time has one calendar, Gregorian or Julian',
      { ...one, in: calendars },
    ],
  ])
}

function coordinatesShape(context: ShapeContext): NodeShape {
  return classShape(context, 'coordinates', wikibase.GlobecoordinateValue, [
    [
      'latitude',
      wikibase.geoLatitude,
      'Coordinates have one latitude, from -90 to 90',
      { ...one, ...degrees, minInclusive: -90, maxInclusive: 90 },
    ],
    [
      'longitude',
      wikibase.geoLongitude,
      'Coordinates have one longitude, from -360 to 360',
      { ...one, ...degrees, minInclusive: -360, maxInclusive: 360 },
    ],
    ['precision', wikibase.geoPrecision, 'Coordinates have one precision', { ...one, ...degrees }],
    ['globe', wikibase.geoGlobe, 'Coordinates are on one globe', { ...one, ...iri }],
  ])
}
