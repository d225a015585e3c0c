import { activityWords } from './activity-words.ts';
import { backupWords } from './backup-words.ts';
import { categoryWords } from './category-words.ts';
import { cellWords } from './cell-words.ts';
import { chartWords } from './chart-words.ts';
import { completenessWords } from './completeness-words.ts';
import { connectWords } from './connect-words.ts';
import { credentialsWords } from './credentials-words.ts';
import { detailWords } from './detail-words.ts';
import { exportWords } from './export-words.ts';
import { failureWords } from './failure-words.ts';
import { filterWords } from './filter-words.ts';
import { forgetWords } from './forget-words.ts';
import { historyWords } from './history-words.ts';
import { insightsWords } from './insights-words.ts';
import { keyboardWords } from './keyboard-words.ts';
import { ledgerUpdateWords } from './ledger-update-words.ts';
import { overviewWords } from './overview-words.ts';
import { performanceWords } from './performance-words.ts';
import { recurringWords } from './recurring-words.ts';
import { reviewWords } from './review-words.ts';
import { settingsWords } from './settings-words.ts';
import { syncWords } from './sync-words.ts';
import { transactionWords } from './transaction-words.ts';
import { windowWords } from './window-words.ts';

/**
 * Everything the window says, in English: the table of contents a translator starts from. Another language is another
 * value of the type `Words`, in a file beside this one, and a line in `wordsOf`.
 */
export const english = {
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
} as const;
