import { readText } from '../read-text.ts'
import type { Source } from '../source.ts'
import { readFacts } from './read-facts.ts'

/**
 * Reads one facts file. It can refer to what it defines itself and to what `context.index` has; `readFacts` reads all
 * files of a site, which refer to each other. Memory is bounded by the largest file, `largestText`.
 */
export const factsSource: Source = {
  name: 'YAML facts',
  extensions: ['.yaml', '.yml'],
  async *read(input, context) {
    const read = await readText(input, context.file)
    if ('problem' in read) yield { kind: 'problem', problem: read.problem }
    else yield* readFacts([{ file: context.file, text: read.text }], context, context.index).items
  },
}
