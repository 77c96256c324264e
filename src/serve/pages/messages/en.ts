import { datasetWords } from './dataset.ts'
import { ontologyWords } from './ontology.ts'
import { homeWords } from './home.ts'
import { searchWords } from './search.ts'
import { browseWords } from './browse.ts'
import { chartWords } from './charts.ts'
import { queryWords } from './query.ts'
import { questionWords } from './questions.ts'

/** The words of the pages in English, which every other language has as well. */
export const en = {
  skip: 'Skip to the content',
  browse: 'Browse',
  questions: 'Questions',
  query: 'Query',
  ontology: 'Vocabulary',
  dataset: 'Data set',
  mainNavigation: 'Main',
  breadcrumb: 'You are here',
  search: 'Search',
  searchLabel: 'Search names',
  licence: 'Licence',
  publisher: 'Published by',
  otherLanguages: 'Languages',
  madeWith: 'Made with usine',
  lastChangeNotShown: 'The last change is not shown',
  scratch: 'Scratch copy',
  copy: 'Copy',
  copied: 'Copied',

  about: 'about',
  unknownValue: 'unknown',
  noValue: 'none',
  to: 'to',
  rank: { preferred: 'preferred', normal: 'normal', deprecated: 'deprecated' },
  aliases: 'Also known as',
  noStatements: 'Nothing is said about it yet.',
  statements: 'What is known',
  onThisPage: 'On this page',
  disputed: 'Sources disagree',
  disputedCount: (count: number) => `${count} values that cannot all be right`,
  source: 'Source',
  noSource: 'No source given',
  characters: (from: string, to: string) => `characters ${from}–${to}`,
  period: 'Period',
  timeline: (what: string) => `Timeline: ${what}`,
  timelineOf: (name: string) => `What is known to hold in which years, for ${name}`,
  overTime: (what: string) => `${what} over time`,
  asTable: 'The same as a table',
  year: 'Year',
  from: 'From',
  until: 'Until',
  value: 'Value',
  open: 'open',
  linkedFrom: 'What links here',
  linkedFromMore: (count: number) => `and ${count} more`,
  elsewhere: 'The same elsewhere',
  downloads: 'Data',
  downloadsHint: 'What this page says, for programs',
  identifier: 'Identifier',

  home: homeWords,
  searching: searchWords,
  vocabulary: ontologyWords,
  datasetPage: datasetWords,
  browsing: browseWords,
  charts: chartWords,
  asked: questionWords,
  queryPage: queryWords,

  ages: (years: number) => `${years} years`,
  decade: (year: string) => `${year}s`,
  century: (ordinal: number, bce: boolean) =>
    `${ordinal}${ordinalSuffix(ordinal)} century${bce ? ' BCE' : ''}`,
  millennium: (ordinal: number, bce: boolean) =>
    `${ordinal}${ordinalSuffix(ordinal)} millennium${bce ? ' BCE' : ''}`,
  bce: (year: string) => `${year} BCE`,
  yearsAgo: (years: string, bce: boolean) => `about ${years} years ${bce ? 'BCE' : 'CE'}`,
  julian: 'Julian calendar',
}

/** `st`, `nd`, `rd` or `th`. */
function ordinalSuffix(ordinal: number): string {
  const suffixes = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' }
  return suffixes[new Intl.PluralRules('en', { type: 'ordinal' }).select(ordinal)]
}
