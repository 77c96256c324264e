import { watch } from 'node:fs'
import type { FSWatcher } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Watches the files of a site until it is closed. */
export interface SiteWatcher {
  close(): void
}

/** Files come in bursts: an editor writes a new file, renames it and deletes the old one. */
const QUIET = 100
/** How often files are looked at where the system tells of no changes, as on network drives. */
const POLL = 2000

const parts = ['usine.yaml', 'ontology', 'data', 'queries'] as const

/**
 * Calls back when the files of a site have changed and then been left alone for a moment. The system tells of changes;
 * since it forgets some (network drives, containers, folders that come later), the files are also looked at now and then.
 */
export function watchSite(directory: string, changed: () => void): SiteWatcher {
  let timer: NodeJS.Timeout | undefined
  const settle = (): void => {
    clearTimeout(timer)
    timer = setTimeout(changed, QUIET)
  }
  const watchers = [watchFolder(directory, settle, isPart)]
  for (const folder of parts.slice(1)) watchers.push(watchFolder(join(directory, folder), settle))
  const poll = startPoll(directory, settle)
  return {
    close: () => {
      clearTimeout(timer)
      poll.close()
      for (const watcher of watchers) watcher?.close()
    },
  }
}

const isPart = (name: string | null): boolean =>
  name === null || (parts as readonly string[]).includes(name)

function watchFolder(
  folder: string,
  changed: () => void,
  matters: (name: string | null) => boolean = () => true,
): FSWatcher | undefined {
  try {
    const watcher = watch(folder, { persistent: false }, (_, name) => {
      if (matters(name)) changed()
    })
    // A folder that goes away is noticed by the poll.
    watcher.on('error', () => {
      watcher.close()
    })
    return watcher
  } catch {
    // No such folder, or no more watchers to be had: the poll sees what it holds.
    return undefined
  }
}

function startPoll(directory: string, changed: () => void): SiteWatcher {
  let last: string | undefined
  let isBusy = false
  const look = async (): Promise<void> => {
    if (isBusy) return
    isBusy = true
    const stamp = await stampSite(directory)
    isBusy = false
    if (last !== undefined && last !== stamp) changed()
    last = stamp
  }
  void look()
  const timer = setInterval(() => void look(), POLL).unref()
  return {
    close: () => {
      clearInterval(timer)
    },
  }
}

/** Writes down what the files of a site are now, as text that another state does not have. */
export async function stampSite(directory: string): Promise<string> {
  const stamps = await Promise.all(parts.map((part) => stampOf(join(directory, part))))
  return stamps.join('\n')
}

/** Writes down what a file or a folder is now, as text that another state does not have. */
async function stampOf(path: string): Promise<string> {
  try {
    const stats = await stat(path)
    if (!stats.isDirectory()) return `${path} ${stats.mtimeMs} ${stats.size} ${stats.ino}`
    const names = (await readdir(path)).sort()
    return (await Promise.all(names.map((name) => stampOf(join(path, name))))).join('\n')
  } catch {
    return `${path} unreadable`
  }
}
