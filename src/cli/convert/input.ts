import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { UsineError } from '../../errors.ts'
import { findFormatByExtension, getFormat, listFormats } from '../../formats.ts'
import type { RdfFormat } from '../../formats.ts'
import {
  didYouMean,
  findSource,
  hasSource,
  listExtensions,
  readError,
} from '../../sources/index.ts'
import type { Source } from '../../sources/index.ts'
import type { Context } from '../context.ts'

/** What an input holds: RDF, or statements that one of the sources reads. */
export type InputKind =
  | { readonly kind: 'rdf'; readonly format: RdfFormat }
  | { readonly kind: 'source'; readonly source: Source }

/** The sources, by the names that people type. */
const sourceNames: Readonly<Record<string, string>> = {
  'wikibase-json': '.json',
  facts: '.yaml',
  csv: '.csv',
}

/** Names what can be read, for help and messages. */
export const inputNames = [...Object.keys(sourceNames), ...listFormats().map(({ name }) => name)]

/** Finds what an input holds: as it is said, else by the name of the file, compressed or not. */
export function findInputKind(name: string | undefined, file: string): InputKind {
  if (name !== undefined) {
    const extension = Object.hasOwn(sourceNames, name) ? sourceNames[name] : undefined
    if (extension !== undefined) return { kind: 'source', source: findSource(extension) }
    return { kind: 'rdf', format: getInputFormat(name) }
  }
  const plain = file.replace(/\.(?:gz|bz2)$/i, '')
  const format = findFormatByExtension(plain)
  if (format && plain.includes('.')) return { kind: 'rdf', format }
  if (hasSource(file)) return { kind: 'source', source: findSource(file) }
  const known = [
    ...listExtensions(),
    ...listFormats().map(({ extensions: [first] }) => `.${first}`),
  ]
  const problem =
    file === '-'
      ? `Standard input has no name that says what it is: add --from, one of ${inputNames.join(', ')}`
      : `The name ${file} does not say what is in the file (known: ${known.join(', ')}): add --from`
  throw new UsineError('ERR_USAGE', { problem, help: 'usine convert --help' })
}

/** Gets the RDF format of an input; when there is none, the message names the sources too. */
function getInputFormat(name: string): RdfFormat {
  try {
    return getFormat(name)
  } catch (cause) {
    if (!(cause instanceof UsineError)) throw cause
    const start = inputNames.find((input) => input.startsWith(name.toLowerCase()))
    const suggestion = didYouMean(start ?? name, inputNames)
    throw new UsineError(cause.code, { name, known: inputNames.join(', '), suggestion }, { cause })
  }
}

/** An input that is open. */
export interface Input {
  readonly stream: Readable
  /** What messages call it. */
  readonly name: string
  /** In bytes, where it is known. */
  readonly size: number | undefined
}

/** Opens a file, or standard input for `-`. */
export async function openInput(
  file: string,
  { stdin }: Pick<Context, 'stdin'>,
  onBytes: (count: number) => void,
): Promise<Input> {
  if (file === '-') {
    return { stream: counted(stdin, onBytes), name: 'standard input', size: undefined }
  }
  try {
    const stats = await stat(file)
    if (stats.isDirectory()) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' })
    const stream = createReadStream(file)
    await new Promise<void>((resolve, reject) => {
      stream.once('open', () => {
        resolve()
      })
      stream.once('error', reject)
    })
    const size = stats.isFile() ? stats.size : undefined
    return { stream: counted(stream, onBytes), name: file, size }
  } catch (cause) {
    throw readError(file, cause)
  }
}

/** Counts the bytes that are taken from a stream, no sooner than they are. */
function counted(stream: Readable, onBytes: (count: number) => void): Readable {
  const chunks = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of stream as AsyncIterable<Buffer | string>) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      onBytes(bytes.length)
      yield bytes
    }
  }
  return Readable.from(chunks(), { objectMode: false })
}
