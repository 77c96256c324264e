import type { DataFactory, Quad, Quad_Graph, Term } from '@rdfjs/types'
import type { View } from '../../export/index.ts'
import {
  createStatementIris,
  createWikibaseView,
  describeEntities,
  graphIri,
  loadSchemaTerms,
  schemaView,
} from '../../rdf/index.ts'
import type { SourceItem } from '../../sources/index.ts'
import type { Entity, Statement } from '../../statements/index.ts'
import type { Setting } from './setting.ts'

/** Writes what an item of a source says as quads; an item is the unit that memory is bounded by. */
export type ItemToQuads = (item: Exclude<SourceItem, { kind: 'problem' }>) => readonly Quad[]

/** How items become quads. */
export interface ItemOptions {
  readonly view: View
  /** Whether each view gets its named graph. */
  readonly keepGraphs: boolean
  readonly factory: DataFactory
}

/** Makes the function that writes items in one view or in both. */
export async function createItemToQuads(
  setting: Setting,
  { view, keepGraphs, factory }: ItemOptions,
): Promise<ItemToQuads> {
  const graph = (name: 'wikibase' | 'schema'): Quad_Graph =>
    keepGraphs ? factory.namedNode(graphIri(setting.base, name)) : factory.defaultGraph()
  const writers: ItemToQuads[] = []
  if (view !== 'schema') writers.push(wikibaseWriter(setting, factory, graph('wikibase')))
  if (view !== 'wikibase') writers.push(await schemaWriter(setting, factory, graph('schema')))
  const [only] = writers
  if (only && writers.length === 1) return only
  return (item) => distinct(writers.flatMap((write) => write(item)))
}

function wikibaseWriter(
  { base, site, normalization }: Setting,
  factory: DataFactory,
  graph: Quad_Graph,
): ItemToQuads {
  const license = site && { license: site.config.license }
  const view = createWikibaseView({
    factory,
    graph,
    normalization,
    ...(site && { base }),
    ...license,
  })
  return (item) =>
    item.kind === 'entity'
      ? view.entity(item.entity)
      : view.statements(item.statement.subject, [item.statement])
}

async function schemaWriter(
  { base, site, ontology, languages }: Setting,
  factory: DataFactory,
  graph: Quad_Graph,
): Promise<ItemToQuads> {
  const descriptions = describeEntities(site?.entities ?? [], ontology)
  const terms = await loadSchemaTerms(factory)
  const findEntity = (iri: string) => descriptions.get(iri)
  const context = { factory, graph, ontology, terms, languages, findEntity }
  const statementIri = createStatementIris(base)
  return (item) => {
    const entity = item.kind === 'entity' ? item.entity : subjectOnly(item.statement)
    return [...schemaView(entity, context, statementIri)]
  }
}

/** A statement that stands by itself, as of a subject of which nothing else is known. */
const subjectOnly = (statement: Statement): Entity => ({
  iri: statement.subject,
  id: statement.subject.slice(statement.subject.lastIndexOf('/') + 1),
  type: 'item',
  labels: new Map(),
  descriptions: new Map(),
  aliases: new Map(),
  statements: [statement],
  sitelinks: [],
  sameAs: [],
})

/** What both views say of an entity is written once. */
function distinct(quads: readonly Quad[]): readonly Quad[] {
  const keyed = quads.map((quad): [string, Quad] => {
    const { subject, predicate, object, graph } = quad
    return [[subject, predicate, object, graph].map(key).join('\n'), quad]
  })
  return [...new Map(keyed).values()]
}

const key = (term: Term): string =>
  term.termType === 'Literal'
    ? JSON.stringify([term.value, term.language, term.datatype.value])
    : `${term.termType} ${term.value}`
