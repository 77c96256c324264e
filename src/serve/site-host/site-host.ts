import type { ServeContext, ServeOptions, SiteTrouble, SiteVersion } from '../context.ts'
import { loadVersion } from './load-version.ts'
import { describeTrouble } from './trouble.ts'
import { watchSite } from './watch-site.ts'

/** Holds the version of a site that is served, and puts a new one in its place when its files change. */
export interface SiteHost extends Pick<ServeContext, 'current' | 'trouble' | 'onSwap'> {
  /** Loads the files as they are now; resolves when they are served, or known to be broken. */
  readonly reload: () => Promise<void>
  close(): void
}

/** What a host is made with. */
export type SiteHostOptions = Pick<ServeOptions, 'directory' | 'watch' | 'programVersion'> & {
  /** Is told of changes that are served, and of changes that cannot be. */
  readonly report?: (event: SiteEvent) => void
}

/** What became of a change of the site's files. */
export type SiteEvent =
  | { readonly kind: 'swapped'; readonly version: SiteVersion; readonly milliseconds: number }
  | { readonly kind: 'kept'; readonly trouble: SiteTrouble }

/**
 * Loads a site and watches its files. A change is loaded beside the version that is served and takes its place at
 * once; files that cannot be served leave the last good version where it is.
 *
 * @throws SiteProblems where the site has errors at the start
 */
export async function openSiteHost(options: SiteHostOptions): Promise<SiteHost> {
  const { directory, programVersion, report } = options
  let current = await loadVersion(directory, programVersion)
  let trouble: SiteTrouble | undefined
  const listeners = new Set<(version: SiteVersion) => void>()

  const load = async (): Promise<void> => {
    const start = performance.now()
    try {
      const next = await loadVersion(directory, programVersion)
      const wasBroken = trouble !== undefined
      trouble = undefined
      if (next.version === current.version && !wasBroken) return
      if (next.version !== current.version) {
        current = next
        for (const listener of listeners) listener(next)
      }
      report?.({ kind: 'swapped', version: current, milliseconds: performance.now() - start })
    } catch (error) {
      trouble = describeTrouble(error)
      report?.({ kind: 'kept', trouble })
    }
  }
  const reload = oneAtATime(load)
  const watcher = options.watch ? watchSite(directory, () => void reload()) : undefined
  return {
    current: () => current,
    trouble: () => trouble,
    onSwap: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    reload,
    close: () => watcher?.close(),
  }
}

/** Runs a task one at a time; what is asked for while it runs is one more run after it. */
function oneAtATime(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  const start = (): Promise<void> => {
    running = task().finally(() => {
      running = undefined
    })
    return running
  }
  return () => {
    if (!running) return start()
    next ??= running.then(() => {
      next = undefined
      return start()
    })
    return next
  }
}
