import type { Quad } from '@rdfjs/types'
import type { WikibaseView } from '../../rdf/wikibase/index.ts'
import type { Problem, SourceItem } from '../source.ts'

/** How a conversion went. */
export interface ConversionCounts {
  entities: number
  quads: number
  problems: number
}

/** What a conversion needs besides the items. */
export interface ConversionOptions {
  readonly view: WikibaseView
  /** Is told of each problem when it is found; the conversion goes on. */
  readonly onProblem: (problem: Problem) => void
  /** Counts what is converted, while it is. */
  readonly counts?: ConversionCounts
}

/**
 * Turns entities into the quads of the Wikibase view, one batch for each, so that memory is bounded by an entity.
 * Takes the next entity only when the last batch was taken, which is what holds back the source.
 */
export async function* viewBatches(
  items: AsyncIterable<SourceItem>,
  { view, onProblem, counts }: ConversionOptions,
): AsyncGenerator<readonly Quad[]> {
  for await (const item of items) {
    if (item.kind === 'problem') {
      if (counts) counts.problems++
      onProblem(item.problem)
      continue
    }
    const quads =
      item.kind === 'entity'
        ? view.entity(item.entity)
        : view.statements(item.statement.subject, [item.statement])
    if (counts) {
      counts.entities += item.kind === 'entity' ? 1 : 0
      counts.quads += quads.length
    }
    yield quads
  }
}
