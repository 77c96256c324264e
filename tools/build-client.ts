import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { build } from 'esbuild'
import type { BuildOptions, Metafile } from 'esbuild'

/**
 * Builds what browsers get: bundles the scripts of pages, and puts the stylesheet and other files beside the pages that
 * read them.
 */

const root = resolve(import.meta.dirname, '..')
const client = 'dist/serve/client'
const pages = 'dist/serve/pages'

const shared: BuildOptions = { absWorkingDir: root, minify: true, logLevel: 'warning' }

const { metafile } = await build({
  ...shared,
  entryPoints: ['site', 'query', 'grammar'].map((name) => `src/serve/client/${name}.ts`),
  outdir: client,
  bundle: true,
  metafile: true,
  format: 'esm',
  target: 'es2022',
  platform: 'browser',
  tsconfig: 'src/serve/client/tsconfig.json',
  // Written out below, for all packages at once.
  legalComments: 'none',
})
await build({ ...shared, entryPoints: ['src/serve/pages/style.css'], outdir: pages })
for (const file of ['icon.svg', 'browse/world.json']) {
  await mkdir(dirname(join(root, pages, file)), { recursive: true })
  await copyFile(join(root, 'src/serve/pages', file), join(root, pages, file))
}
await writeFile(join(root, client, 'LICENSES.txt'), await collectLicenses(metafile))

/** Collects the licences of the packages that are in the bundles, as they ask for where they are copied. */
async function collectLicenses({ inputs }: Metafile): Promise<string> {
  const packages = Object.keys(inputs).flatMap((file) => {
    const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file) ?? []
    return folder === undefined ? [] : [folder]
  })
  const texts = await Promise.all([...new Set(packages)].sort().map(describePackage))
  return `The scripts beside this file hold code of these packages.\n\n${texts.join('\n')}`
}

async function describePackage(folder: string): Promise<string> {
  const file = join(root, folder, 'package.json')
  const { name, version, license } = JSON.parse(await readFile(file, 'utf8')) as {
    readonly name: string
    readonly version: string
    readonly license: string
  }
  return `${name} ${version} (${license})\n\n${await readLicense(dirname(file))}\n`
}

/** Some packages hold the name of their licence only. */
async function readLicense(folder: string): Promise<string> {
  for (const name of ['LICENSE', 'LICENSE.txt', 'LICENSE.md']) {
    try {
      return await readFile(join(folder, name), 'utf8')
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    }
  }
  return ''
}
