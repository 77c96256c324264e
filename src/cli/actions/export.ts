import { UsineError } from '../../errors.ts'
import { findFormatByExtension, getFormat, rdfFormats } from '../../formats.ts'
import type { RdfFormat } from '../../formats.ts'
import type { View } from '../../export/index.ts'
import type { Invocation, Outcome } from '../command.ts'
import type { Context } from '../context.ts'
import { getEntity } from '../find-entity.ts'
import { openSite, siteFolder } from '../open-site.ts'
import { writeOutput } from '../output/write-output.ts'
import { exportText } from './export-quads.ts'

/** Exports a site or one of its entities. */
export async function runExport(
  { args: [name], options }: Invocation,
  context: Context,
): Promise<Outcome> {
  const out = options.find('out')
  const format = chooseFormat(options.find('format'), out)
  const open = await openSite(siteFolder(options))
  const entity = name === undefined ? undefined : getEntity(open.site, name).iri
  const view = (options.find('view') ?? 'all') as View
  await writeOutput(exportText(open, { entity, view, format }), out, context)
  return 'ok'
}

/** The format that is asked for, else that of the file's extension, else Turtle. */
export function chooseFormat(
  name: string | undefined,
  file: string | undefined,
  { command, option } = { command: 'export', option: 'format' },
): RdfFormat {
  if (name !== undefined) return getFormat(name)
  if (file === undefined || file === '-') return rdfFormats.turtle
  const format = findFormatByExtension(file)
  if (format) return format
  const problem = `The name ${file} does not say which format is wanted: add --${option}`
  throw new UsineError('ERR_USAGE', { problem, help: `usine ${command} --help` })
}
