import type { FastifyBaseLogger } from 'fastify'
import type { SiteEvent } from './site-host.ts'

/** Makes the function that logs what became of changes: each problem with its place. */
export const logSiteEvents =
  (logger: FastifyBaseLogger | undefined) =>
  (event: SiteEvent): void => {
    if (!logger) return
    if (event.kind === 'swapped') {
      const { version, milliseconds } = event
      logger.info(
        { version: version.version, ms: Math.round(milliseconds) },
        'the site has changed',
      )
      return
    }
    const { message, problems } = event.trouble
    logger.error(`the last good version is kept: ${message}`)
    for (const { severity, message: problem, origin } of problems) {
      const { file, line, column } = origin
      logger.error(`${file}:${line}:${column}: ${severity}: ${problem}`)
    }
  }
