import { type RateLimitRecord, rateLimitSentence } from '#shared/words/rate-limit-words.ts';
import { type ConnectionFacts, connectionSentence } from '#shared/words/connection-sentence.ts';
import { type ConsentFacts, type ConsentWarning, consentWarning } from '#shared/words/consent-words.ts';
import { countOf, countText } from '../format/count-text.ts';
import { windowFigures } from '../format/window-figures.ts';

const gapSentence = (account: string, from: string, to: string): string =>
  from === to
    ? `${account}: ${from} was never answered by the bank.`
    : `${account}: the days from ${from} to ${to} were never answered by the bank.`;

/** What the overview says beyond what a connection says of itself. */
export const overviewWords = {
  title: 'Overview',
  pausedUntil: (when: string) => `Background syncs are paused until ${when}.`,
  syncsWhenAsked: 'Syncs when you ask for it.',
  syncsEvery: (hours: number) => `Syncs in the background every ${countText(hours)} hours.`,
  nextSync: (when: string) => `Next background sync: ${when}.`,
  lastSync: 'Last sync',

  sync: 'Sync',
  syncNamed: (name: string) => `Sync ${name}`,
  reconnectNamed: (name: string) => `Reconnect ${name}`,
  disconnect: 'Disconnect',
  disconnectNamed: (name: string) => `Disconnect ${name}`,
  noAccounts: 'No accounts yet; the first sync finds them.',
  card: 'Card',
  account: 'Account',
  available: (amount: string) => `${amount} available`,
  disconnectAsk: (name: string) => `Disconnect ${name}?`,
  disconnectMeans:
    'Passbook ends the consent at the bank and forgets its tokens. The transactions in your ledger stay; the settings can delete them. To sync again you would have to reconnect.',
  keepIt: 'Keep it',

  /** What is the matter with a bank, and the way out; `null`: nothing. */
  connection: (facts: ConnectionFacts, nowMs: number): string | null =>
    connectionSentence(facts, nowMs, windowFigures),
  consentWarning: (facts: ConsentFacts, nowMs: number): ConsentWarning | null =>
    consentWarning(facts, nowMs, windowFigures),

  needsYou: 'Needs you',
  ofBank: (bank: string, sentence: string) => `${bank}: ${sentence}`,
  reconnect: (bank: string) => `${bank} no longer gives Passbook your transactions. Renew your consent.`,
  reconnectButton: 'Reconnect',
  reconnectOf: (bank: string) => `Reconnect: give ${bank} your consent again`,
  renew: (bank: string) => `Renew the consent of ${bank}`,
  renewButton: 'Renew',
  syncOf: (bank: string) => `Sync again: ${bank}`,
  syncButton: 'Sync again',
  doubtful: (count: number) =>
    `${countOf(count, 'pending payment')} matched to a booked one, but not for certain. Say whether they are the same.`,
  reviewButton: 'Review',
  reviewOf: 'Review the matches in doubt',
  gap: gapSentence,
  /** `more`: gaps that are not named. */
  gapAndMore: (account: string, from: string, to: string, more: number) =>
    `${gapSentence(account, from, to)} ${countText(more)} more gaps in what the banks were asked about.`,
  gapButton: 'Fetch these days',
  fetchOf: (account: string) => `Fetch these days of ${account}`,
  settingsButton: 'Settings',
  settingsOf: (bank: string) => `Settings that spare ${bank}`,

  totals: 'What you have and owe',
  assets: 'Have',
  debts: 'Owe',
  net: 'Net',
  notKnown: '\u2013',
  unknown: (count: number) => `${countOf(count, 'account')} without a known balance`,

  changes: 'What is new',
  sinceLook: (when: string) => `Since you last looked, ${when}`,
  sinceSync: (when: string) => `With the last sync, ${when}`,
  newRows: (count: number) => countOf(count, 'new transaction'),
  showNew: (count: number) =>
    count === 1 ? 'Show it in the list' : `Show all ${countText(count)} in the list`,
  nothingNew: 'No new transactions.',
  inAndOut: (moneyIn: string, moneyOut: string) => `${moneyIn} in, ${moneyOut} out`,
  biggestIn: 'Largest in',
  biggestOut: 'Largest out',
  settled: (count: number) => `${countText(count)} pending booked`,
  amended: (count: number) => `${countText(count)} amended by the bank`,
  removed: (count: number) => `${countText(count)} taken back by the bank`,
  insights: 'Insights',

  sparkline: (days: number, lowest: string, highest: string) =>
    `In the last ${countText(days)} days between ${lowest} and ${highest}.`,

  consentEnded: 'Consent has ended',
  consentFor: (days: number): string => `Consent for ${countOf(days, 'more day')}`,
  rateLimit: (record: RateLimitRecord): string | null =>
    rateLimitSentence(record, countText, 'in the settings'),
} as const;
