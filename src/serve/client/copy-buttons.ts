/** Gives each text that is meant to be copied a button that does so. */
export function addCopyButtons(root: ParentNode): void {
  const { copyLabel, copiedLabel } = document.body.dataset
  if (copyLabel === undefined || copiedLabel === undefined) return
  for (const block of root.querySelectorAll<HTMLElement>('.copy')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'plain'
    button.textContent = copyLabel
    // The label changes, so those who do not see it are told.
    button.ariaLive = 'polite'
    button.addEventListener('click', () => {
      void copy(block, button, { copyLabel, copiedLabel })
    })
    block.append(button)
  }
}

async function copy(
  block: HTMLElement,
  button: HTMLButtonElement,
  { copyLabel, copiedLabel }: { readonly copyLabel: string; readonly copiedLabel: string },
): Promise<void> {
  const source = block.querySelector('pre, input, output')
  const text = source instanceof HTMLInputElement ? source.value : (source?.textContent ?? '')
  await navigator.clipboard.writeText(text.trim())
  button.textContent = copiedLabel
  setTimeout(() => {
    button.textContent = copyLabel
  }, 2000)
}
