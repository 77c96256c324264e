import type { Command } from '../command.ts'
import { buildCommand } from './build.ts'
import { convertCommand } from './convert.ts'
import { exportCommand } from './export.ts'
import { initCommand } from './init.ts'
import { queryCommand } from './query.ts'
import { serveCommand } from './serve.ts'
import { sourcesCheckCommand } from './sources-check.ts'
import { validateCommand } from './validate.ts'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  initCommand,
  buildCommand,
  queryCommand,
  exportCommand,
  serveCommand,
  validateCommand,
  sourcesCheckCommand,
  convertCommand,
]
