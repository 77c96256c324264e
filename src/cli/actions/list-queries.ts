import { listSavedQueries } from '../../query/index.ts'
import type { Parameter, SavedQuery } from '../../query/index.ts'
import type { Outcome } from '../command.ts'
import type { Context } from '../context.ts'
import { checkSite } from '../open-site.ts'

/** Lists the saved queries of a site with their questions and parameters. */
export async function listQueries(directory: string, context: Context): Promise<Outcome> {
  await checkSite(directory)
  const queries = await listSavedQueries(directory)
  if (context.json) {
    const list = queries.map(({ name, question, parameters }) => ({ name, question, parameters }))
    context.stdout.write(`${JSON.stringify(list, undefined, 2)}\n`)
  } else printQueries(queries, context)
  return 'ok'
}

function printQueries(queries: readonly SavedQuery[], { out }: Context): void {
  if (queries.length === 0) {
    out.line('This site has no saved queries; put one into queries/, its question as first line')
    return
  }
  for (const { name, question, parameters } of queries) {
    out.line(['command', name])
    out.line(`  ${question}`)
    for (const parameter of parameters) {
      out.line(['faint', `    --param ${placeholder(parameter)}  ${parameter.meaning}`])
    }
  }
  const example = queries.find(({ parameters }) => parameters.length > 0) ?? queries[0]
  out.line()
  out.line('Ask one by its name: ', ['command', `usine query ${exampleLine(example)}`])
}

const placeholder = ({ name, type, optional, defaultValue }: Parameter): string => {
  if (defaultValue !== undefined) return `${name}=${defaultValue}`
  // A language or an entity that is not given is that of the site.
  return `${name}=<${type}>${optional || type === 'language' || type === 'entity' ? ' (optional)' : ''}`
}

function exampleLine(query: SavedQuery | undefined): string {
  if (!query) return ''
  const [parameter] = query.parameters
  if (parameter?.defaultValue === undefined) return query.name
  return `${query.name} --param ${parameter.name}=${parameter.defaultValue}`
}
