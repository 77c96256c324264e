import { ok, strictEqual } from 'node:assert/strict'
import { useServer } from '../support/live-server.ts'
import { copyFlins } from '../support/serve-flins.ts'

describe('the description of the SPARQL service', () => {
  const server = useServer(() => copyFlins())

  it('counts the graphs once for each version of the site', async () => {
    const { store } = server().context.current()
    const countQuads = store.countQuads.bind(store)
    let counted = 0
    store.countQuads = (...pattern) => {
      counted += 1
      return countQuads(...pattern)
    }
    const headers = { accept: 'application/n-triples' }
    const first = await (await server().fetch('/sparql', { headers })).text()
    const once = counted
    ok(once > 0)
    strictEqual(await (await server().fetch('/sparql', { headers })).text(), first)
    strictEqual(counted, once)
  })
})
