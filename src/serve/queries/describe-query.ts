import { UsineError } from '../../errors.ts'
import { parameterTypes, parseQuery } from '../../query/index.ts'
import type { Parameter, ParameterTypeName, QueryType, SavedQuery } from '../../query/index.ts'
import type { SiteVersion } from '../context.ts'
import { encodePart } from '../respond/paths.ts'
import { queryFormats } from './query-formats.ts'
import type { QueryFormat } from './query-formats.ts'

/** A parameter, and what a value of it looks like. */
export interface DescribedParameter extends Parameter {
  /** Completes "expected …". */
  readonly expected: string
  readonly example: string
}

/** A saved query, and how it is asked over HTTP. */
export interface DescribedQuery {
  readonly query: SavedQuery
  readonly type: QueryType
  readonly parameters: readonly DescribedParameter[]
  readonly formats: readonly QueryFormat[]
  /** Its path below the site's own. */
  readonly path: string
  /** Whether it may answer otherwise the next time, though nothing of the site changed. */
  readonly isVolatile: boolean
}

/** What describing a query needs of a version of a site. */
export type QueryContext = Pick<SiteVersion, 'base' | 'prefixes' | 'site' | 'queries'>

const dependsOnTheMoment = /\b(?:NOW|RAND|UUID|STRUUID)\s*\(/i
/** What is elsewhere changes when it likes; labels are looked up here. */
const dependsOnOthers =
  /\bSERVICE\b(?!\s+(?:SILENT\s+)?wikibase:label\b)|\bFROM\s+(?:NAMED\s+)?(?:<|[\w-]*:)/i

const described = new WeakMap<QueryContext['queries'], ReadonlyMap<string, DescribedQuery>>()

/** Describes the saved queries of a version, by name; each is parsed once. */
export function describeQueries(version: QueryContext): ReadonlyMap<string, DescribedQuery> {
  const known = described.get(version.queries)
  if (known) return known
  const all = [...version.queries.values()].flatMap((query) => {
    const one = describe(query, version)
    return one ? [[query.name, one] as const] : []
  })
  const queries = new Map(all)
  described.set(version.queries, queries)
  return queries
}

/** A query that cannot be parsed is left out of lists; whoever asks for it is told why. */
function describe(query: SavedQuery, version: QueryContext): DescribedQuery | undefined {
  const type = typeOf(query, version)
  if (type === undefined) return undefined
  return {
    query,
    type,
    parameters: query.parameters.map((parameter) => ({
      ...parameter,
      expected: parameterTypes[parameter.type].expected,
      example: exampleOf(parameter, version),
    })),
    formats: queryFormats[type],
    path: `/queries/${encodePart(query.name)}`,
    isVolatile: dependsOnTheMoment.test(query.text) || dependsOnOthers.test(query.text),
  }
}

function typeOf({ text }: SavedQuery, { prefixes, base }: QueryContext): QueryType | undefined {
  try {
    return parseQuery(text, { prefixes, baseIri: base }).type
  } catch (error) {
    if (error instanceof UsineError) return undefined
    throw error
  }
}

/** A value to try: the default, what the meaning names, or one that fits the type. */
function exampleOf(parameter: Parameter, version: QueryContext): string {
  const { defaultValue, meaning, type } = parameter
  const [, named] = /\bsuch as ([^\s,;)]+)/.exec(meaning) ?? []
  return defaultValue ?? named ?? examples[type](version)
}

const examples: Readonly<Record<ParameterTypeName, (version: QueryContext) => string>> = {
  entity: ({ site }) => site.config.defaultEntity ?? site.entities[0]?.id ?? 'Q142',
  property: ({ site }) => [...site.ontology.properties.keys()][0] ?? 'P31',
  year: () => '1960',
  date: () => '1952-10-02',
  integer: () => '2100',
  decimal: () => '237.5',
  string: () => 'factory',
  language: ({ site }) => site.config.languages[0] ?? 'en',
  boolean: () => 'true',
  iri: () => 'http://www.wikidata.org/entity/Q142',
}
