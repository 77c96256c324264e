import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'

/** A file that pages need, the same for all sites. */
export interface Asset {
  readonly name: string
  readonly contentType: string
  readonly bytes: Buffer
}

const isSource = import.meta.url.endsWith('.ts')

/** Scripts are bundled by `npm run build`; run from the source, the program takes those that were built last. */
const bundles = new URL(isSource ? '../../../dist/serve/client/' : '../client/', import.meta.url)

const scriptNames = ['site.js', 'query.js', 'grammar.js'] as const

type ScriptName = (typeof scriptNames)[number]

const script = 'text/javascript; charset=utf-8'

const assets: readonly Asset[] = [
  {
    name: 'icon.svg',
    contentType: 'image/svg+xml',
    bytes: read(new URL('./icon.svg', import.meta.url)),
  },
  ...scriptNames.flatMap((name) => {
    const file = new URL(name, bundles)
    return existsSync(file) ? [{ name, contentType: script, bytes: read(file) }] : []
  }),
]

function read(file: URL): Buffer {
  return readFileSync(file)
}

/** The name with which an asset is asked for: it changes with its bytes, so that it can be kept for ever. */
function versioned({ name, bytes }: Asset): string {
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 10)
  return name.replace(/(?=\.[a-z]+$)/, `.${hash}`)
}

const byName = new Map(assets.map((asset) => [asset.name, versioned(asset)]))
const byVersionedName = new Map(assets.map((asset) => [versioned(asset), asset]))

/** The path of a script; undefined where it was not built, so that pages do without. */
export function assetPath(name: ScriptName | 'icon.svg'): string | undefined {
  const found = byName.get(name)
  return found === undefined ? undefined : `/assets/${found}`
}

/** Finds an asset by the name that pages give it. */
export const findAsset = (name: string): Asset | undefined => byVersionedName.get(name)
