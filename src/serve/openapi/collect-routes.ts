import type { FastifyInstance } from 'fastify'

/** Remembers the paths that an application answers, as OpenAPI writes them; returns how to list them. */
export function collectRoutes(app: FastifyInstance): () => readonly string[] {
  const paths = new Set<string>()
  app.addHook('onRoute', ({ url, method }) => {
    if ([method].flat().includes('GET') && url !== '*') paths.add(toTemplate(url))
  })
  return () => [...paths].sort()
}

/** `/entity/:id` as `/entity/{id}`, `/sitemap-:number(^\\d+).xml` as `/sitemap-{number}.xml`, `*` as `{path}`. */
export const toTemplate = (url: string): string =>
  url.replace(/:(\w+)(?:\([^)]*\))?/g, '{$1}').replace(/\*$/, '{path}')
