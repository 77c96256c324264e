import { DataFactory } from 'n3'
import { rdf, WIKIBASE } from '../../vocabulary.ts'
import type { SiteVersion } from '../context.ts'

/** Puts something of the site in the place of the words in capitals that stand for it. */
export const realExample = (text: string, version: SiteVersion): string =>
  text.replace(
    /[A-Z]{4,}/g,
    (word) => (Object.hasOwn(finders, word) ? finders[word]?.(version) : word) ?? 'none',
  )

const finders: Readonly<Record<string, (version: SiteVersion) => string | undefined>> = {
  ENTITY: (version) => defaultEntity(version)?.id,
  STATEMENT: (version) => {
    const id = defaultEntity(version)?.statements[0]?.id
    return id?.replace(/\W/g, '-')
  },
  VALUE: (version) => findNode('value', `${WIKIBASE}QuantityValue`, version),
  REFERENCE: (version) => findNode('reference', `${WIKIBASE}Reference`, version),
  TERM: ({ site }) => [...site.ontology.properties.keys()][0],
  CLASS: ({ site }) => [...site.ontology.classes.keys()][0],
  OWNPROPERTY: ({ site, base }) =>
    [...site.ontology.properties.values()].find(({ entityIri }) => entityIri.startsWith(base))?.key,
  GRAPH: ({ base }) => `${base}graph/schema`,
}

const defaultEntity = ({ site: { entities, config } }: SiteVersion) =>
  entities.find(({ id }) => id === config.defaultEntity) ?? entities[0]

function findNode(folder: string, type: string, { store, base }: SiteVersion): string | undefined {
  const { namedNode } = DataFactory
  const start = `${base}${folder}/`
  for (const { subject } of store.match(null, namedNode(rdf.type), namedNode(type))) {
    if (subject.value.startsWith(start)) return subject.value.slice(start.length)
  }
  return undefined
}
