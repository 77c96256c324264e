/** Tells on a page that what is written here is lost when the server ends. */
export const addScratchNotice = (page: string): string =>
  page.replace(/<body[^>]*>/, (body) => `${body}${notice}`)

const notice =
  '<p role="note" lang="en"><strong>Scratch copy:</strong> changes are kept in memory and forgotten when the server ends.</p>'
