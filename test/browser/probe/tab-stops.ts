const usable =
  'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex="0"]'

const missed = new Set<Element>()
const reached = new Set<Element>()

/** Notes everything that can be used. */
export function markTargets(): void {
  for (const element of document.querySelectorAll(usable)) {
    if (element.checkVisibility()) missed.add(element)
  }
}

/** Tells what has the focus, in words; undefined where nothing has it, or again what had it before. */
export function readStop(): string | undefined {
  const { activeElement } = document
  if (!activeElement || activeElement === document.body || reached.has(activeElement))
    return undefined
  reached.add(activeElement)
  missed.delete(activeElement)
  const element = innermost(activeElement)
  return (element.textContent.trim() || element.outerHTML).slice(0, 80)
}

/** Tells whether what has the focus is in sight, and marked. */
export function seesFocus(): boolean {
  const element = document.activeElement && innermost(document.activeElement)
  return element !== null && isOutlined(element) && isInSight(element)
}

/** Editors are in shadow roots. */
const innermost = (element: Element): Element => {
  const inner = element.shadowRoot?.activeElement
  return inner ? innermost(inner) : element
}

/** The outline of what is typed into an editor is around the editor. */
function isOutlined(element: Element): boolean {
  const { outlineStyle, outlineWidth } = getComputedStyle(element.closest('.cm-editor') ?? element)
  return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
}

function isInSight(element: Element): boolean {
  const { width, height, bottom, top } = element.getBoundingClientRect()
  return width > 0 && height > 0 && bottom > 0 && top < innerHeight
}

/** What could be used and never had the focus. */
export const listMissed = (): string[] =>
  [...missed].map(({ outerHTML }) => outerHTML.slice(0, 200))
