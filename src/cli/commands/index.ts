import type { Command } from '../command.ts'
import { buildCommand } from './build.ts'
import { exportCommand } from './export.ts'
import { queryCommand } from './query.ts'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [buildCommand, queryCommand, exportCommand]
