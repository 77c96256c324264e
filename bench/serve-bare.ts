import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'

/** One answer to send again and again. */
export interface BareAnswer {
  readonly headers: Readonly<Record<string, string>>
  /** In Base64. */
  readonly body: string
}

/** The least that a server can do: the same bytes with the same headers, whatever is asked. */
async function serveBare(file: string): Promise<void> {
  const { headers, body } = JSON.parse(await readFile(file, 'utf8')) as BareAnswer
  const bytes = Buffer.from(body, 'base64')
  const all = { ...headers, 'content-length': bytes.length }
  const server = createServer((_request, response) => {
    response.writeHead(200, all)
    response.end(bytes)
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    const port = address !== null && typeof address === 'object' ? address.port : 0
    process.stdout.write(`${JSON.stringify({ address: `http://127.0.0.1:${port}` })}\n`)
  })
}

await serveBare(process.argv[2] ?? '')
