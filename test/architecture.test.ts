import { deepStrictEqual, ok } from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

/** The rooms, innermost first: a room imports from itself and from rooms before it. */
const rooms = [
  'statements',
  'rdf',
  'sources',
  'store',
  'query',
  'validate',
  'export',
  'serve',
  'cli',
]
/** What every room may import. */
const shared = ['errors.ts', 'formats.ts', 'vocabulary.ts']

const source = resolve(import.meta.dirname, '../src')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
)

interface Import {
  readonly file: string
  readonly target: string
}

const imports: Import[] = files.flatMap((file) => {
  const text = readFileSync(join(source, file), 'utf8')
  const found = text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']*)'/g)
  return [...found].map(([, path = '']) => ({
    file,
    target: relative(source, resolve(source, file, '..', path)),
  }))
})

const roomOf = (file: string): string => file.split('/')[0] ?? ''

describe('architecture', () => {
  it('has no file outside the rooms but the shared ones', () => {
    const strays = files.filter((file) => !rooms.includes(roomOf(file)) && !shared.includes(file))
    deepStrictEqual(strays, [])
  })

  it('imports in one direction', () => {
    const wrong = imports.filter(({ file, target }) => {
      if (shared.includes(target)) return false
      if (shared.includes(file)) return true
      return rooms.indexOf(roomOf(target)) > rooms.indexOf(roomOf(file))
    })
    deepStrictEqual(wrong, [])
  })

  it('finds the imports it judges', () => {
    ok(imports.length > files.length)
  })

  it('keeps HTTP status codes and exit codes in one place each', () => {
    const exits = files.filter((file) =>
      /process\.exit(Code)?\b/.test(readFileSync(join(source, file), 'utf8')),
    )
    deepStrictEqual(
      exits.filter((file) => file !== 'cli/main.ts'),
      [],
    )
  })

  it('reads no facts over the network', () => {
    const network = files.filter((file) =>
      /\bfetch\(|node:https?'|'undici'/.test(readFileSync(join(source, file), 'utf8')),
    )
    deepStrictEqual(
      network.filter((file) => roomOf(file) !== 'serve'),
      [],
    )
  })

  it('keeps what runs in browsers apart', () => {
    const isClient = (file: string) => file.startsWith('serve/client/')
    const wrong = imports.filter(
      ({ file, target }) =>
        (!isClient(file) && isClient(target)) ||
        (isClient(file) && roomOf(target) === 'serve' && !isClient(target)),
    )
    deepStrictEqual(wrong, [])
    const asking = files.filter(
      (file) =>
        isClient(file) &&
        /\bfetch\(\s*['"`]|https?:\/\/|node:|XMLHttpRequest|WebSocket|EventSource/.test(
          readFileSync(join(source, file), 'utf8'),
        ),
    )
    deepStrictEqual(asking, [])
  })

  it('fetches through the allow-list only', () => {
    const fetching = files.filter((file) =>
      /'undici'|import \{[^}]*\b(request|get|fetch)\b[^}]*\} from 'node:https?'/.test(
        readFileSync(join(source, file), 'utf8'),
      ),
    )
    deepStrictEqual(fetching, ['serve/network/safe-fetch.ts'])
  })
})
