import type { RequestedBy } from '#shared/job.ts';
import type { ReceiptEntry } from '#shared/job-receipt.ts';
import type { TimelineSpan } from '#shared/job-timeline.ts';
import { receiptKindWords } from '#shared/words/receipt-words.ts';
import type { UndoReport } from '#shared/restatement.ts';
import { jobStandingWords } from '#shared/words/job-status-words.ts';
import { restatementPromise, undoSentences } from '#shared/words/restatement-words.ts';
import { waitWords } from '#shared/words/summary-lines.ts';
import { countOf, countText } from '../format/count-text.ts';
import { instantText } from '../format/day-text.ts';
import { measureText } from '../format/measure-text.ts';
import { eveningWords } from './evening-words.ts';

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const requestedBy: Readonly<Record<RequestedBy, string>> = {
  user: 'You asked',
  schedule: 'In the background',
  connect: 'After connecting',
  demo: 'Demo',
  evening: eveningWords.why,
};

/** Every sentence about the syncs there have been: the list, one of them with its receipt, and taking it back. */
export const activityWords = {
  title: 'Activity',
  under: 'Every sync leaves a receipt.',
  none: 'Nothing has been synced yet. Press Sync to begin.',
  columns: {
    started: 'Started',
    why: 'Why',
    result: 'Result',
    inserted: 'New',
    duplicates: 'Duplicates',
    changed: 'Changed',
    removed: 'Removed',
    took: 'Took',
  },
  /** What a newer Passbook may have written stays as it is. */
  requestedBy: (by: string): string => requestedBy[by as RequestedBy] ?? by,
  sync: 'Sync',
  syncOf: (startedAt: string): string => `Sync of ${instantText(startedAt)}`,
  all: 'All activity',
  result: 'Result',
  standing: jobStandingWords,
  interrupted:
    'Passbook was ended while this ran. What was stored stays, and the next sync goes on from there.',
  paused: (times: number): string =>
    `The bank asked for a pause (429) ${countOf(times, 'time')}. Fewer accounts at a time, in the settings, may make this faster.`,

  receipt: {
    title: 'Receipt',
    under: 'What was asked, page by page, and what came of it. It is never altered.',
    none: 'This sync asked for no transactions.',
    columns: {
      at: 'Asked',
      what: 'What',
      days: 'Days',
      status: 'HTTP',
      returned: 'Rows',
      inserted: 'New',
      duplicates: 'Duplicates',
      changed: 'Changed',
      removed: 'Removed',
      settled: 'Settled',
    },
    kind: (entry: ReceiptEntry): string => capital(receiptKindWords(entry)),
    total: 'Together',
    notKnown: 'not known',
    /** `listed`: not hidden or removed since. */
    showNew: (listed: number, inserted: number): string =>
      listed === inserted
        ? `Show ${countOf(listed, 'new transaction')}`
        : `Show ${countText(listed)} of ${countOf(inserted, 'new transaction')}`,
    showAll: (count: string): string => `Show all ${count} pages`,
    save: 'Export receipt…',
    saved: (fileName: string): string => `The receipt is in ${fileName}.`,
    undone: (undoneAt: string): string => `This sync was taken back on ${instantText(undoneAt)}.`,
  },

  timeline: {
    title: 'Where the time went',
    plot: (summary: string): string => `Where the time went. ${summary}`,
    spanTook: (span: TimelineSpan, took: string): string => `${activityWords.timeline.span(span)}, ${took}`,
    summary: (elapsedMs: number, accounts: number): string =>
      `${measureText(elapsedMs)} in all, ${countOf(accounts, 'account')}; each line is one account.`,
    discovery: 'Finding accounts',
    kind: { api: 'Asking the bank', database: 'Storing', wait: 'Waiting' },
    span: ({ kind, cause }: TimelineSpan): string =>
      kind === 'wait' && cause !== null ? `Waiting: ${waitWords(cause)}` : activityWords.timeline.kind[kind],
    columns: ['Account', 'What', 'From', 'Took', 'Times'],
  },

  undo: {
    button: 'Undo this sync…',
    title: 'Take this sync back?',
    looking: 'Reading what your banks sent once more, to see what it would take back…',
    examples: 'Rows it is about, the newest',
    instead: (fields: string): string => `again: ${fields}`,
    kinds: { added: 'Counts again', changed: 'Put back', removed: 'Taken back', relinked: 'Link undone' },
    columns: { what: 'What', date: 'Date', description: 'Description', amount: 'Amount' },
    confirm: 'Take it back',
    working: 'Taking it back…',
    cancel: 'Leave it',
    close: 'Close',
    done: 'Taken back',
    promise: restatementPromise,
    sentences: (report: UndoReport): readonly string[] => undoSentences(report, countText),
  },
} as const;
