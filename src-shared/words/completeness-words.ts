import { assertNever } from '../assert-never.ts';
import type { CompletenessWay } from '../completeness-way.ts';
import type {
  AccountCompleteness,
  CoverageSpan,
  EmptyBecause,
  Undecided,
  Unexplained,
  Verdict,
} from '../completeness.ts';

/** How the reader's side writes amounts, days and moments: the terminal plainly, the window by the user's locale. */
export interface Figures {
  readonly money: (amountMinor: number, currency: string) => string;
  readonly day: (day: string) => string;
  readonly instant: (iso: string) => string;
}

/** The verdict in a few words, for a heading or a column. */
export function verdictTitle(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'complete':
      // A check mark over years of rows would be a claim: the proof reaches over one day so far.
      return verdict.from === verdict.to ? 'Complete for one day' : 'Complete';
    case 'unexplained':
      return 'Something is missing';
    case 'cannot-judge':
      return 'Cannot be judged';
    default:
      return assertNever(verdict);
  }
}

/** The verdict as whole sentences, one for each gap. */
export function verdictWords(
  { verdict, currency }: Pick<AccountCompleteness, 'verdict' | 'currency'>,
  say: Figures,
): string {
  switch (verdict.kind) {
    case 'complete':
      return verdict.from === verdict.to
        ? `Complete on ${say.day(verdict.from)}: ${proofWords(verdict.by)}. For older days the bank gave no balance to hold them against.`
        : `Complete from ${say.day(verdict.from)} to ${say.day(verdict.to)}: ${proofWords(verdict.by)}.`;
    case 'unexplained':
      return verdict.gaps.map((gap) => gapWords(gap, currency, say)).join(' ');
    case 'cannot-judge':
      return `Cannot be judged because ${undecidedWords(verdict.because, currency, say)}.`;
    default:
      return assertNever(verdict);
  }
}

function proofWords(by: Extract<Verdict, { kind: 'complete' }>['by']): string {
  return by.includes('running-balances')
    ? 'the balance the bank gives beside each row goes on from row to row without a gap'
    : 'the rows between make up the difference of all balances the bank gave';
}

function gapWords({ amountMinor, from, to }: Unexplained, currency: string, say: Figures): string {
  const when = from === to ? `on ${say.day(from)}` : `between ${say.day(from)} and ${say.day(to)}`;
  const direction = amountMinor < 0 ? 'more went out' : 'more came in';
  return `${say.money(amountMinor, currency)} unexplained ${when}: at the bank ${direction} than the rows say.`;
}

function undecidedWords(because: Undecided, currency: string, say: Figures): string {
  switch (because.kind) {
    case 'never-synced':
      return 'nothing was asked of it yet';
    case 'no-balance':
      return 'the bank gives no balance to hold the rows against';
    case 'one-balance':
      return `there is only one balance so far, of ${say.instant(because.atIso)}; the next sync brings another`;
    case 'gap':
      return `${say.money(because.amountMinor, currency)} moved while the bank did not answer for ${daysWords(because, say)}`;
    default:
      return assertNever(because);
  }
}

/** How many accounts have which verdict: `Accounts: 2 complete, 1 not to be judged yet.` */
export function countedVerdicts(accounts: readonly Pick<AccountCompleteness, 'verdict'>[]): string {
  const count = (kind: Verdict['kind']): number =>
    accounts.filter(({ verdict }) => verdict.kind === kind).length;
  const said = [
    [count('complete'), 'complete'],
    [count('unexplained'), 'with money unexplained'],
    [count('cannot-judge'), 'not to be judged yet'],
  ] as const;
  const parts = said.filter(([number]) => number > 0).map(([number, words]) => `${String(number)} ${words}`);
  return `Accounts: ${parts.length === 0 ? 'none' : parts.join(', ')}.`;
}

/** What became of a span's days. */
export function spanWords({ outcome, reason }: Pick<CoverageSpan, 'outcome' | 'reason'>): string {
  switch (outcome) {
    case 'answered':
      return 'answered';
    case 'never-asked':
      return 'never asked';
    case 'refused':
      if (reason === 'old-history-refused')
        return 'refused: served only in the first minutes after you connect';
      return reason === 'range-refused' ? 'refused: the bank does not serve these days' : 'refused';
    default:
      return assertNever(outcome);
  }
}

/** Why an account has no rows. */
export const emptyWords: Readonly<Record<EmptyBecause, string>> = {
  'never-asked': '0 rows because nothing was asked of it yet.',
  'all-refused': '0 rows because the bank refused every day it was asked for.',
  'consent-ended': '0 rows because the consent ended before anything was fetched.',
  'never-used':
    '0 rows because the bank has none for all days it answered: the account is new, or was not used.',
  'all-removed': '0 rows because the bank no longer stands by any row it once sent.',
  'no-longer-listed': '0 rows because the bank stopped naming the account before it sent any.',
};

/** Said of an account that is no longer among those of its connection, and so is no longer asked for. */
export const unlistedWords =
  'The bank no longer names this account: it was closed, or your consent does not cover it. If it is still there, reconnect and allow it again.';

/** What to do; an empty text when there is nothing. */
export function wayWords(way: CompletenessWay, say: Pick<Figures, 'day'>): string {
  switch (way.kind) {
    case 'none':
      return '';
    case 'sync':
      return way.range === null ? 'Sync it again.' : `Sync ${daysWords(way.range, say)} again.`;
    case 'reconnect':
      return `Reconnect to get ${daysWords(way.range, say)}.`;
    default:
      return assertNever(way);
  }
}

const daysWords = (
  { from, to }: { readonly from: string; readonly to: string },
  say: Pick<Figures, 'day'>,
): string => (from === to ? say.day(from) : `the days from ${say.day(from)} to ${say.day(to)}`);
