import { deepStrictEqual, match, ok, rejects, strictEqual } from 'node:assert/strict'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer as createListener } from 'node:net'
import { UsineError } from '../../../src/errors.ts'
import { createSafeFetch } from '../../../src/serve/network/safe-fetch.ts'
import type { SafeFetchOptions } from '../../../src/serve/network/safe-fetch.ts'

/** Names that resolve to what must not be reached. */
const names: Readonly<Record<string, readonly string[]>> = {
  'loopback.test': ['127.0.0.1'],
  'loopback6.test': ['::1'],
  'mapped.test': ['::ffff:127.0.0.1'],
  'mixed.test': ['93.184.215.14', '127.0.0.1'],
  'private.test': ['10.0.0.7'],
  'metadata.test': ['169.254.169.254'],
  'unspecified.test': ['0.0.0.0'],
  'nat64.test': ['64:ff9b::7f00:1'],
  '6to4.test': ['2002:7f00:1::'],
  'compatible.test': ['::127.0.0.1'],
}

const resolve: SafeFetchOptions['resolve'] = (host, _options, done) => {
  const addresses = (names[host] ?? ['127.0.0.1']).map((address) => ({
    address,
    family: address.includes(':') ? 6 : 4,
  }))
  done(null, addresses)
}

/** Forms of one target, loopback, and of others inside; PORT is the one that the listener has. */
const forbidden: readonly string[] = [
  'http://127.0.0.1:PORT/',
  'http://127.0.0.1.:PORT/',
  'http://127.1:PORT/',
  'http://127.0.1:PORT/',
  'http://2130706433:PORT/',
  'http://017700000001:PORT/',
  'http://0177.0.0.1:PORT/',
  'http://0x7f000001:PORT/',
  'http://0x7f.0.0.1:PORT/',
  'http://0x7f.1:PORT/',
  'http://127.127.127.127:PORT/',
  'http://0:PORT/',
  'http://0.0.0.0:PORT/',
  'http://①②⑦.⓪.⓪.①:PORT/',
  'http://127。0。0。1:PORT/',
  'http://%31%32%37.0.0.1:PORT/',
  'http://localhost:PORT/',
  'http://LOCALHOST.:PORT/',
  'http://[::1]:PORT/',
  'http://[0:0:0:0:0:0:0:1]:PORT/',
  'http://[::]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  'http://[::ffff:7f00:1]:PORT/',
  'http://[0:0:0:0:0:ffff:7f00:0001]:PORT/',
  'http://[::127.0.0.1]:PORT/',
  'http://[::ffff:0:127.0.0.1]:PORT/',
  'http://[64:ff9b::127.0.0.1]:PORT/',
  'http://[64:ff9b:1::7f00:1]:PORT/',
  'http://[2002:7f00:1::]:PORT/',
  'http://[2001:0:7f00:1::]:PORT/',
  'http://[fe80::1]:PORT/',
  'http://[fec0::1]:PORT/',
  'http://[fc00::1]:PORT/',
  'http://[ff02::1]:PORT/',
  'http://[5f00::1]:PORT/',
  'http://10.0.0.1:PORT/',
  'http://172.16.0.1:PORT/',
  'http://192.168.1.1:PORT/',
  'http://100.64.0.1:PORT/',
  'http://169.254.169.254/latest/meta-data/',
  'http://224.0.0.1:PORT/',
  'http://255.255.255.255:PORT/',
  'http://loopback.test:PORT/',
  'http://loopback6.test:PORT/',
  'http://mapped.test:PORT/',
  'http://mixed.test:PORT/',
  'http://private.test:PORT/',
  'http://metadata.test:PORT/',
  'http://unspecified.test:PORT/',
  'http://nat64.test:PORT/',
  'http://6to4.test:PORT/',
  'http://compatible.test:PORT/',
  'http://user:secret@good.test:PORT/',
  'http://good.test@127.0.0.1:PORT/',
  'http://good.test#@127.0.0.1:PORT/',
  'http://good.test\\@127.0.0.1:PORT/',
  'http://good.test:1/',
  'ftp://good.test:PORT/',
  'file:///etc/passwd',
  'gopher://127.0.0.1:PORT/_GET',
  'data:text/turtle,<a:a> <a:a> <a:a> .',
  'http:127.0.0.1:PORT',
  '//127.0.0.1:PORT/',
  '/etc/passwd',
  'http://unlisted.test:PORT/',
]

/** Everything that a URL of the table could count as is allowed, but for the last one. */
const allowedHosts = (port: number): string[] =>
  forbidden
    .map((url) => url.replace('PORT', String(port)))
    .filter((url) => URL.canParse(url) && !url.includes('unlisted') && !url.endsWith(':1/'))
    .map((url) => new URL(url).host)
    .concat(`good.test:${port}`)

describe('a fetch from allowed hosts', () => {
  let connections = 0
  let port = 0
  const listener = createListener((socket) => {
    connections += 1
    socket.destroy()
  })

  before((done) => {
    listener.listen(0, '127.0.0.1', () => {
      port = (listener.address() as AddressInfo).port
      done()
    })
  })
  after((done) => {
    listener.close(done)
  })

  it('knows at least 40 forms of forbidden targets', () => {
    ok(forbidden.length >= 40)
  })

  for (const form of forbidden) {
    it(`refuses ${form}`, async () => {
      const fetcher = createSafeFetch({ allowedHosts: allowedHosts(port), resolve })
      const url = form.replace('PORT', String(port))
      await rejects(fetcher.fetch(url), (error) => {
        ok(error instanceof UsineError, String(error))
        strictEqual(error.code, 'ERR_TARGET_REFUSED')
        ok(!error.message.includes('secret'))
        return true
      })
      await fetcher.close()
    })
  }

  it('connects to none of them', () => {
    strictEqual(connections, 0)
  })
})

describe('a fetch of what is allowed', () => {
  const requests: IncomingMessage[] = []
  const answers: Record<string, (response: ServerResponse) => void> = {
    '/': (response) =>
      response.writeHead(200, { 'content-type': 'text/turtle' }).end('<a> <b> <c> .'),
    '/here': (response) =>
      response.writeHead(302, { location: '/', 'set-cookie': 'a=b' }).end('moved'),
    '/seen': (response) => response.writeHead(303, { location: '/' }).end(),
    '/again': (response) => response.writeHead(307, { location: '/' }).end(),
    '/round': (response) => response.writeHead(302, { location: '/round' }).end(),
    '/inside': (response) => response.writeHead(302, { location: 'http://127.1:1/' }).end(),
    '/elsewhere': (response) =>
      response.writeHead(307, { location: 'http://unlisted.test/' }).end(),
    '/file': (response) => response.writeHead(301, { location: 'file:///etc/passwd' }).end(),
    '/large': (response) => response.writeHead(200).end('x'.repeat(2_000)),
    '/slow': (response) => void response.writeHead(200).write('x'),
  }
  const server: Server = createServer((request, response) => {
    requests.push(request)
    answers[request.url ?? '']?.(response)
  })
  let base = ''
  let fetcher: ReturnType<typeof createSafeFetch>

  before((done) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      base = `http://good.test:${port}`
      fetcher = createSafeFetch({
        allowedHosts: [`GOOD.test:${port}`],
        resolve,
        checkAddress: () => undefined,
        maxRedirects: 3,
        maxBytes: 1_000,
        timeoutMs: 3000,
      })
      done()
    })
  })
  after(async () => {
    server.closeAllConnections()
    server.close()
    await fetcher.close()
  })

  it('follows redirects, and sends neither cookies nor credentials', async () => {
    requests.length = 0
    const { status, body, contentType, url } = await fetcher.fetch(`${base}/here`)
    deepStrictEqual(
      [status, body.toString(), contentType, url],
      [200, '<a> <b> <c> .', 'text/turtle', `${base}/`],
    )
    strictEqual(requests.length, 2)
    for (const { headers } of requests) {
      deepStrictEqual(Object.keys(headers).sort(), ['accept', 'connection', 'host', 'user-agent'])
    }
  })

  it('sends what it sent again only where a redirect keeps the method', async () => {
    for (const [path, method] of [
      ['/seen', 'GET'],
      ['/again', 'POST'],
    ] as const) {
      requests.length = 0
      const body = {
        method: 'POST',
        body: 'ASK {}',
        contentType: 'application/sparql-query',
      } as const
      await fetcher.fetch(base + path, body)
      deepStrictEqual(
        requests.map((request) => [request.method, request.headers['content-length']]),
        [
          ['POST', '6'],
          [method, method === 'POST' ? '6' : undefined],
        ],
      )
    }
  })

  const failures: readonly (readonly [path: string, code: string, message: RegExp])[] = [
    ['/round', 'ERR_TARGET_FAILED', /redirects more than 3 times/],
    ['/inside', 'ERR_TARGET_REFUSED', /its address is loopback/],
    ['/elsewhere', 'ERR_TARGET_REFUSED', /does not name unlisted\.test/],
    ['/file', 'ERR_TARGET_REFUSED', /only http and https/],
    ['/large', 'ERR_TARGET_FAILED', /more than 1000 bytes/],
    ['/slow', 'ERR_TARGET_FAILED', /takes too long/],
  ]
  for (const [path, code, message] of failures) {
    it(`stops at ${path}`, async () => {
      await rejects(fetcher.fetch(base + path), (error) => {
        ok(error instanceof UsineError)
        strictEqual(error.code, code)
        match(error.message, message)
        return true
      })
    })
  }

  it('stops when it is no longer wanted', async () => {
    const signal = AbortSignal.abort(new UsineError('ERR_QUERY_ABORTED'))
    await rejects(fetcher.fetch(base, { signal }), { code: 'ERR_QUERY_ABORTED' })
  })
})
