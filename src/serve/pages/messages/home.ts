/** The words of the home page, in English. */
export const homeWords = {
  size: 'What it holds',
  entries: (count: number): string => (count === 1 ? 'entry' : 'entries'),
  statements: (count: number): string => (count === 1 ? 'statement' : 'statements'),
  sources: (count: number): string => (count === 1 ? 'source' : 'sources'),
  kinds: (count: number): string => (count === 1 ? 'kind of thing' : 'kinds of things'),
  changed: 'last change',
  featured: 'Start here',
  readAll: (statements: number) =>
    statements === 1 ? 'Read it' : `Read all ${statements} statements`,
  nothing: 'There is no entry yet.',
  largest: 'What there is',
  allKinds: 'Browse everything',
  asked: 'Questions it answers',
  allQuestions: 'All questions',
  ask: 'Ask your own in SPARQL',
  use: 'Use the data',
  useHint:
    'Everything here is also data, under an open address, in the formats that programs read.',
  useEntry: 'One entry, as JSON-LD',
  useSparql: 'An answer to a query, as CSV',
  useQuestion: 'An answer to a question above, as CSV',
  useDump: 'All of it, as one file',
  moreData: 'The data set: licence, downloads, how to cite it',
}

/** The same in French. */
export const frenchHomeWords: typeof homeWords = {
  size: 'Ce qu’il contient',
  entries: (count) => (count < 2 ? 'fiche' : 'fiches'),
  statements: (count) => (count < 2 ? 'affirmation' : 'affirmations'),
  sources: (count) => (count < 2 ? 'source' : 'sources'),
  kinds: (count) => (count < 2 ? 'genre de chose' : 'genres de choses'),
  changed: 'dernière modification',
  featured: 'Commencer ici',
  readAll: (statements) => (statements < 2 ? 'Lire' : `Lire les ${statements} affirmations`),
  nothing: 'Il n’y a pas encore de fiche.',
  largest: 'Ce qu’il y a',
  allKinds: 'Tout parcourir',
  asked: 'Questions auxquelles il répond',
  allQuestions: 'Toutes les questions',
  ask: 'Poser la vôtre en SPARQL',
  use: 'Utiliser les données',
  useHint:
    'Tout est aussi données, à une adresse ouverte, dans les formats que lisent les programmes.',
  useEntry: 'Une fiche, en JSON-LD',
  useSparql: 'La réponse à une requête, en CSV',
  useQuestion: 'La réponse à une question ci-dessus, en CSV',
  useDump: 'Tout, en un fichier',
  moreData: 'Le jeu de données : licence, téléchargements, comment le citer',
}
