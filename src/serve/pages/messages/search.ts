import { formatAmount } from '../values/amount.ts'

const en = (count: number): string => formatAmount(String(count), 'en')
const fr = (count: number): string => formatAmount(String(count), 'fr')

/** The words of search, in English. */
export const searchWords = {
  title: 'Search',
  titleOf: (text: string) => `Search: ${text}`,
  hint: 'Names in every language, with accents or without, whole or only begun.',
  hits: (total: number) => (total === 1 ? '1 entry' : `${en(total)} entries`),
  best: (shown: number) => `The best ${en(shown)} are shown; more words find fewer.`,
  nearby: 'No name is written like this. These are nearly so:',
  none: (text: string) => `No name has “${text}”, nor anything like it.`,
  noWord: 'There is no letter or digit in this to search for.',
  tryWords: 'Each word by itself:',
  tryBrowse: 'What there is, by kind and by property',
  tryQuestions: 'Questions that the data answers',
  alsoCalled: 'also:',
  /** Told to those who hear the page, when suggestions are there. */
  suggestions: 'Found: {count}. Arrow down to reach the best.',
  noSuggestion: 'Nothing found.',
  suggestionList: 'Suggestions',
}

/** The same in French. */
export const frenchSearchWords: typeof searchWords = {
  title: 'Recherche',
  titleOf: (text) => `Recherche : ${text}`,
  hint: 'Les noms dans toutes les langues, avec ou sans accents, entiers ou commencés.',
  hits: (total) => (total < 2 ? `${fr(total)} fiche` : `${fr(total)} fiches`),
  best: (shown) => `Les ${fr(shown)} meilleures sont affichées ; plus de mots en trouvent moins.`,
  nearby: 'Aucun nom ne s’écrit ainsi. Ceux-ci presque :',
  none: (text) => `Aucun nom n’a « ${text} », ni rien d’approchant.`,
  noWord: 'Il n’y a là ni lettre ni chiffre à chercher.',
  tryWords: 'Chaque mot seul :',
  tryBrowse: 'Ce qu’il y a, par genre et par propriété',
  tryQuestions: 'Les questions auxquelles les données répondent',
  alsoCalled: 'aussi :',
  suggestions: 'Trouvé : {count}. Flèche vers le bas pour atteindre les meilleures.',
  noSuggestion: 'Rien trouvé.',
  suggestionList: 'Suggestions',
}
