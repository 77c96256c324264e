import { DataFactory } from 'n3'
import type { Remote } from '../../query/index.ts'
import { createSafeFetch } from '../network/safe-fetch.ts'

/** Lets queries reach the hosts of the allow-list, and no others. */
export function createRemote(allowedHosts: readonly string[]): Remote {
  const safe = createSafeFetch({ allowedHosts })
  return {
    check: (url) => {
      safe.check(url)
    },
    send: (url, request) => safe.fetch(url, request),
    contexts: async () => {
      const { loadSchemaOrgContexts } = await import('../../export/index.ts')
      return loadSchemaOrgContexts(DataFactory)
    },
  }
}
