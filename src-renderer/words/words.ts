import { languageOf, wordsOf } from './words-of.ts';

/** The language of the words, for the page to say so: a screen reader reads in it. BCP 47. */
export const wordsLanguage: string = languageOf(navigator.languages);

/**
 * The one door to what the window says. Chosen once, when the window starts: a system whose language changes restarts
 * its programs, and sentences that are plain values can be used outside of components too.
 */
export const {
  window: windowWords,
  connect: connectWords,
  credentials: credentialsWords,
  sync: syncWords,
  performance: performanceWords,
  failures: failureWords,
  overview: overviewWords,
  transactions: transactionWords,
  filters: filterWords,
  detail: detailWords,
  history: historyWords,
  cells: cellWords,
  review: reviewWords,
  charts: chartWords,
  insights: insightsWords,
  recurring: recurringWords,
  completeness: completenessWords,
  activity: activityWords,
  export: exportWords,
  backups: backupWords,
  categories: categoryWords,
  settings: settingsWords,
  forget: forgetWords,
  ledgerUpdate: ledgerUpdateWords,
  keyboard: keyboardWords,
} = wordsOf(wordsLanguage);
