import { countOf } from '#shared/words/count-of.ts';
import { connectionSentence, type ConnectionFacts } from '#shared/words/connection-sentence.ts';
import { type ConsentFacts, type ConsentWarning, consentWarning } from '#shared/words/consent-words.ts';
import { countText, readerFigures } from './reader-figures.ts';

/** The system's notifications: their titles, and second lines that the window says too. */
export const noticeWords = {
  reconnectNeeded: (bank: string): string => `${bank}: reconnect needed`,
  syncFailed: (bank: string): string => `${bank}: sync failed`,
  newRows: (rows: number): string => countOf(rows, 'new transaction', undefined, countText),
  consentEnded: (bank: string): string => `${bank}: your consent has ended`,
  consentEndsSoon: (bank: string): string => `${bank}: your consent ends soon`,
  connection: (facts: ConnectionFacts, nowMs: number): string | null =>
    connectionSentence(facts, nowMs, readerFigures),
  consentWarning: (facts: ConsentFacts, nowMs: number): ConsentWarning | null =>
    consentWarning(facts, nowMs, readerFigures),
} as const;
