import { frenchDatasetWords } from './dataset.ts'
import { frenchOntologyWords } from './ontology.ts'
import { frenchHomeWords } from './home.ts'
import { frenchSearchWords } from './search.ts'
import { frenchBrowseWords } from './browse.ts'
import { frenchChartWords } from './charts.ts'
import { frenchQueryWords } from './query.ts'
import { frenchQuestionWords } from './questions.ts'
import type { Messages } from './index.ts'

const ordinal = (count: number): string => (count === 1 ? '1er' : `${count}e`)
const era = (bce: boolean): string => (bce ? ' av. J.-C.' : '')

/** The words of the pages in French. */
export const fr: Messages = {
  skip: 'Aller au contenu',
  browse: 'Parcourir',
  questions: 'Questions',
  query: 'Requête',
  ontology: 'Vocabulaire',
  dataset: 'Jeu de données',
  mainNavigation: 'Principale',
  breadcrumb: 'Vous êtes ici',
  search: 'Chercher',
  searchLabel: 'Chercher un nom',
  licence: 'Licence',
  publisher: 'Publié par',
  otherLanguages: 'Langues',
  madeWith: 'Fait avec usine',
  lastChangeNotShown: 'La dernière modification n’est pas affichée',
  scratch: 'Copie de travail',
  copy: 'Copier',
  copied: 'Copié',

  about: 'environ',
  unknownValue: 'inconnu',
  noValue: 'aucun',
  to: 'à',
  rank: { preferred: 'privilégié', normal: 'normal', deprecated: 'obsolète' },
  aliases: 'Autres noms',
  noStatements: 'Rien n’en est encore dit.',
  statements: 'Ce que l’on sait',
  onThisPage: 'Sur cette page',
  disputed: 'Les sources divergent',
  disputedCount: (count) => `${count} valeurs qui ne peuvent toutes être justes`,
  source: 'Source',
  noSource: 'Sans source',
  characters: (from, to) => `caractères ${from} à ${to}`,
  period: 'Période',
  timeline: (what) => `Chronologie : ${what}`,
  timelineOf: (name) => `Ce que l’on sait valable en quelles années, pour ${name}`,
  overTime: (what) => `${what} au fil du temps`,
  asTable: 'Les mêmes données en tableau',
  year: 'Année',
  from: 'De',
  until: 'À',
  value: 'Valeur',
  open: 'en cours',
  linkedFrom: 'Pages liées',
  linkedFromMore: (count) => `et ${count} de plus`,
  elsewhere: 'Le même ailleurs',
  downloads: 'Données',
  downloadsHint: 'Ce que dit cette page, pour les programmes',
  identifier: 'Identifiant',

  home: frenchHomeWords,
  searching: frenchSearchWords,
  vocabulary: frenchOntologyWords,
  datasetPage: frenchDatasetWords,
  browsing: frenchBrowseWords,
  charts: frenchChartWords,
  asked: frenchQuestionWords,
  queryPage: frenchQueryWords,

  ages: (years) => `${years} ans`,
  decade: (year) => `années ${year}`,
  century: (count, bce) => `${ordinal(count)} siècle${era(bce)}`,
  millennium: (count, bce) => `${ordinal(count)} millénaire${era(bce)}`,
  bce: (year) => `${year} av. J.-C.`,
  yearsAgo: (years, bce) => `il y a environ ${years} ans${era(bce)}`,
  julian: 'calendrier julien',
}
