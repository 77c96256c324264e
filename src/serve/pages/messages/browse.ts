const count = (language: string) => {
  const format = new Intl.NumberFormat(language)
  return (number: number): string => format.format(number)
}
const en = count('en')
const fr = count('fr')

/** `1 entry`, `1,234 entries`. */
const some = (number: number, one: string, many: string): string =>
  `${en(number)} ${number === 1 ? one : many}`

/** In French, nought and one are singular. */
const quelques = (number: number, one: string, many: string): string =>
  `${fr(number)} ${number < 2 ? one : many}`

/** The words of the lists of what there is, in English. */
export const browseWords = {
  number: en,
  entries: (number: number) => some(number, 'entry', 'entries'),
  statements: (number: number) => some(number, 'statement', 'statements'),
  values: (number: number) => some(number, 'value', 'values'),
  lead: (entries: string, statements: string) =>
    `${entries}, of which ${statements} tell what is known.`,
  classes: 'By kind',
  classesHint: 'What the entries are, from the general to the particular.',
  properties: 'By property',
  propertiesHint: 'What is said of them. Each property lists its values, and who has them.',
  property: 'Property',
  kind: 'Kind of value',
  entriesColumn: 'Entries',
  statementsColumn: 'Statements',
  onlyLargest: (shown: number, all: number) => `The ${en(shown)} largest of ${en(all)} are shown.`,
  narrower: 'More particular kinds',
  broader: 'More general kinds',
  entriesOf: 'Entries',
  noEntries: 'There is no entry of this kind yet.',
  noValues: 'No entry has this property yet.',
  about: 'What this means',
  inVocabulary: 'In the vocabulary',
  valuesOf: 'Values',
  whoHasIt: 'Who has it',
  value: 'Value',
  more: (number: number) => `and ${en(number)} more`,
  all: (number: number) => `all ${en(number)}`,
  haveValue: (property: string) => `Entries by ${property}`,
  mapOf: (property: string, places: number) => `${some(places, 'place', 'places')} by ${property}`,
  mapHint: 'A larger circle stands for more entries close to each other.',
  pages: 'Pages',
  first: 'First',
  previous: 'Previous',
  next: 'Next',
  last: 'Last',
  range: (from: number, to: number, total: number) => `${en(from)}–${en(to)} of ${en(total)}`,
  valueTypes: {
    entityid: 'entries',
    string: 'texts',
    monolingualtext: 'texts in a language',
    quantity: 'amounts',
    time: 'dates',
    globecoordinate: 'places on a map',
  },
}

/** The same in French. */
export const frenchBrowseWords: typeof browseWords = {
  number: fr,
  entries: (number) => quelques(number, 'fiche', 'fiches'),
  statements: (number) => quelques(number, 'affirmation', 'affirmations'),
  values: (number) => quelques(number, 'valeur', 'valeurs'),
  lead: (entries, statements) => `${entries}, dont ${statements} disent ce que l’on sait.`,
  classes: 'Par genre',
  classesHint: 'Ce que sont les fiches, du général au particulier.',
  properties: 'Par propriété',
  propertiesHint: 'Ce qui en est dit. Chaque propriété donne ses valeurs, et qui les a.',
  property: 'Propriété',
  kind: 'Genre de valeur',
  entriesColumn: 'Fiches',
  statementsColumn: 'Affirmations',
  onlyLargest: (shown, all) => `Les ${fr(shown)} plus grands de ${fr(all)} sont affichés.`,
  narrower: 'Genres plus particuliers',
  broader: 'Genres plus généraux',
  entriesOf: 'Fiches',
  noEntries: 'Il n’y a pas encore de fiche de ce genre.',
  noValues: 'Aucune fiche n’a encore cette propriété.',
  about: 'Ce que cela veut dire',
  inVocabulary: 'Dans le vocabulaire',
  valuesOf: 'Valeurs',
  whoHasIt: 'Qui l’a',
  value: 'Valeur',
  more: (number) => `et ${fr(number)} de plus`,
  all: (number) => `toutes les ${fr(number)}`,
  haveValue: (property) => `Fiches par ${property}`,
  mapOf: (property, places) => `${quelques(places, 'lieu', 'lieux')} par ${property}`,
  mapHint: 'Un cercle plus grand compte plus de fiches proches les unes des autres.',
  pages: 'Pages',
  first: 'Première',
  previous: 'Précédente',
  next: 'Suivante',
  last: 'Dernière',
  range: (from, to, total) => `${fr(from)}–${fr(to)} sur ${fr(total)}`,
  valueTypes: {
    entityid: 'fiches',
    string: 'textes',
    monolingualtext: 'textes dans une langue',
    quantity: 'quantités',
    time: 'dates',
    globecoordinate: 'lieux sur une carte',
  },
}
