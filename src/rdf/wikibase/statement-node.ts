import type { Statement } from '../../statements/index.ts'
import { createRepositoryFinder } from './repository.ts'

/**
 * Names the node of a statement: its id with every character but letters, digits, `_` and `-` replaced by `-`.
 *
 * @see https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format#Statement_representation
 */
export const statementNodeName = (statementId: string): string =>
  statementId.replace(/[^\w-]/g, '-')

/** Makes a function that gives the IRI of a statement's node: the site's own under its base, or a Wikibase's. */
export function createStatementIris(base: string): (statement: Statement) => string {
  const repositoryOf = createRepositoryFinder(base)
  return ({ subject, id }) => repositoryOf(subject).statement + statementNodeName(id)
}
