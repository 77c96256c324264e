/**
 * Puts the address at which the home page was found into commands that name the published one, so that they work
 * before a site is published, and beside it.
 */
export function useOwnAddress(root: ParentNode, address: string): void {
  const here = new URL('./', address).href
  for (const block of root.querySelectorAll<HTMLElement>('[data-base]')) {
    const { base } = block.dataset
    const code = block.querySelector('code')
    if (base === undefined || !code) continue
    code.textContent = code.textContent.replaceAll(base, here)
  }
}
