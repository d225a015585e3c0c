import { nextMinute } from './next-minute.ts';
import { failureDetailWords } from './failure-detail-words.ts';
import type { FailureWordsTable } from './failure-words.ts';

type BankFailureKind =
  | 'rate-limited'
  | 'daily-limit'
  | 'token-expired'
  | 'reconnect-needed'
  | 'access-denied'
  | 'old-history-refused'
  | 'range-refused'
  | 'account-gone'
  | 'not-supported'
  | 'bank-unavailable'
  | 'bank-timeout'
  | 'unreachable'
  | 'bad-answer'
  | 'answer-too-large'
  | 'client-refused';

const storedStays = 'Everything fetched so far is stored.';
const connectAgain =
  'Run "passbook connect" to give the bank your consent again; your history and notes stay.';

const reconnectCauses = {
  'consent-ended': 'The consent you gave the bank has ended.',
  'token-refused': 'The bank no longer accepts this connection.',
  'no-token': 'There is no token for this connection on this machine.',
  'credentials-key': 'TrueLayer can no longer read the credentials of this connection.',
} as const;

/** What the bank, or TrueLayer on its behalf, may answer. */
export const bankFailureWords: FailureWordsTable<BankFailureKind> = {
  'rate-limited': ({ untilIso }, say) => ({
    happened: 'The bank asks for a pause: too many requests (429).',
    did: `Passbook waited and tried again, then stopped. ${storedStays}`,
    todo:
      untilIso === null
        ? 'Sync again in a few minutes; it goes on from where it stopped.'
        : `Sync again after ${say.instant(nextMinute(untilIso))}; it goes on from where it stopped.`,
  }),
  'daily-limit': ({ untilIso, decidedBy }, say) => ({
    happened:
      decidedBy === 'bank'
        ? 'The bank allows no more requests today.'
        : 'The four unattended requests a day that banks allow are used up.',
    did: `Passbook stopped asking. ${storedStays}`,
    todo:
      decidedBy === 'bank'
        ? `Sync again after ${say.instant(nextMinute(untilIso))}.`
        : `Sync again after ${say.instant(nextMinute(untilIso))}, or run "passbook sync" yourself without --unattended.`,
  }),
  'token-expired': () => ({
    happened: 'The access token ended during the sync and its successor was refused as well.',
    did: storedStays,
    todo: 'Sync again; if this comes back, run "passbook connect".',
  }),
  'reconnect-needed': ({ cause }) => ({
    happened: reconnectCauses[cause],
    did: storedStays,
    todo: connectAgain,
  }),
  'access-denied': ({ code }) => ({
    happened: `The bank does not give access to this (${code}).`,
    did: 'Passbook left it out and went on.',
    todo: 'Run "passbook connect" and allow this account in the bank\'s list, if you want it.',
  }),
  'old-history-refused': () => ({
    happened: 'The bank gives history older than 90 days only in the first minutes after you connect.',
    did: 'Passbook stored what the bank does give.',
    todo: 'To get older history, run "passbook connect" again; the first sync after it asks for all of it.',
  }),
  'range-refused': ({ from, to }, say) => ({
    happened: `The bank refuses the days from ${say.day(from)} to ${say.day(to)}.`,
    did: 'Passbook also asked for shorter ranges, and those were refused too.',
    todo: 'Choose a later --from; this bank keeps no more history than it gave.',
  }),
  'account-gone': () => ({
    happened: 'The bank no longer knows this account.',
    did: 'What was stored of it stays.',
    todo: 'If the account still exists, run "passbook connect" and allow it again.',
  }),
  'not-supported': () => ({
    happened: 'This bank does not offer that.',
    did: 'Passbook left it out and went on.',
    todo: 'There is nothing to do.',
  }),
  'bank-unavailable': ({ status, code }) => ({
    happened: `The bank is not available at the moment (${String(status)}${code === null ? '' : `, ${code}`}).`,
    did: `Passbook tried again several times. ${storedStays}`,
    todo: 'Sync again later; it goes on from where it stopped.',
  }),
  'bank-timeout': () => ({
    happened: 'The bank did not answer in time.',
    did: `Passbook tried again several times. ${storedStays}`,
    todo: 'Sync again later; it goes on from where it stopped.',
  }),
  unreachable: ({ host, cause }) => ({
    happened: `No connection to ${host} (${cause}).`,
    did: storedStays,
    todo: 'Check the network, and the address if you gave one yourself; then try again.',
  }),
  'bad-answer': ({ host, detail }) => ({
    happened: `The answer of ${host} is not what TrueLayer documents: ${failureDetailWords(detail)}.`,
    did: 'Passbook stored nothing of it.',
    todo: 'Check the address if you gave one yourself; otherwise try again later.',
  }),
  'answer-too-large': ({ bytes }, say) => ({
    happened: `The bank's answer for a single day is too large (${say.count(Math.round(bytes / 1_000_000))} MB).`,
    did: `Passbook asked for shorter ranges first. ${storedStays}`,
    todo: 'Please report this: no ordinary account has that many rows in a day.',
  }),
  'client-refused': ({ status, code }) => ({
    happened: `TrueLayer refuses this client (${String(status)}, ${code}).`,
    did: 'Passbook did not try again: the answer would be the same.',
    todo: 'Check the client id, its secret and its allowed scopes in the TrueLayer Console.',
  }),
};
