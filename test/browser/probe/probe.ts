/** What tests put into each page before its own scripts, to see with. */
import { listMissed, markTargets, readStop, seesFocus } from './tab-stops.ts'

const violations: string[] = []
document.addEventListener(
  'securitypolicyviolation',
  ({ violatedDirective, blockedURI, sample }) => {
    violations.push(`policy: ${violatedDirective} ${blockedURI} ${sample}`)
  },
)

const probe = {
  /** What the policy of the page forbade since this was asked before. */
  violations: () => violations.splice(0),
  /** How much wider the document is than the window, in pixels. */
  overflow: () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  markTargets,
  readStop,
  seesFocus,
  listMissed,
}

export type Probe = typeof probe

Object.assign(globalThis, { probe })
