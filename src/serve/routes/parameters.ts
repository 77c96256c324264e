import type { FastifyRequest } from 'fastify'

/** Takes a part of the path by its name in the route; it was decoded once. */
export function pathPart(request: FastifyRequest, name: string): string {
  const parts = request.params as Readonly<Record<string, string | undefined>>
  return parts[name] ?? ''
}

/** Finds the first value of a parameter of the query; empty values count as none. */
export function queryValue(request: FastifyRequest, name: string): string | undefined {
  // There is none where the URL could not be read.
  const query = request.query as Readonly<Record<string, string | readonly string[]>> | null
  const value = query?.[name]
  const first = typeof value === 'string' ? value : value?.[0]
  return first === '' ? undefined : first
}

/** The query of a request as it was sent, with its question mark; nothing where there is none. */
export function rawQuery({ url }: FastifyRequest): string {
  const start = url.indexOf('?')
  return start < 0 || start === url.length - 1 ? '' : url.slice(start)
}

/** What the address of a request says, apart from the language. */
export function sentParameters(request: FastifyRequest): URLSearchParams {
  const parameters = new URLSearchParams(rawQuery(request))
  parameters.delete('lang')
  return parameters
}

/** Splits a file name at its last dot. */
export function splitName(name: string): { readonly id: string; readonly extension?: string } {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? { id: name } : { id: name.slice(0, dot), extension: name.slice(dot + 1) }
}
