import { basePath } from '../respond/paths.ts'
import type { SiteVersion } from '../context.ts'
import { describeQueries } from './describe-query.ts'
import type { DescribedQuery } from './describe-query.ts'

/** Lists the saved queries for programs. */
export function queriesToJson(version: SiteVersion): string {
  const root = basePath(version.base)
  const queries = [...describeQueries(version).values()].map((query) => describe(query, root))
  return `${JSON.stringify({ queries }, undefined, 2)}\n`
}

function describe(
  { query, type, parameters, formats, path }: DescribedQuery,
  root: string,
): object {
  return {
    name: query.name,
    question: query.question,
    type,
    url: root + path,
    text: `${root}${path}.rq`,
    parameters: parameters.map(({ defaultValue, ...parameter }) => ({
      ...parameter,
      ...(defaultValue !== undefined && { default: defaultValue }),
    })),
    formats: formats.map(({ mediaTypes, extensions }) => ({
      mediaType: mediaTypes[0],
      url: `${root}${path}.${extensions[0]}`,
    })),
  }
}
