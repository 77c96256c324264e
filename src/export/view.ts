/** Which of the two views of the statements a document shows: one, or both. */
export type View = 'wikibase' | 'schema' | 'all'

/** The IRI of the named graph that holds a view in a loaded site. */
export const viewGraph = (view: Exclude<View, 'all'>, base: string): string =>
  `${base}graph/${view}`
