import { toIso } from '#shared/clock.ts';
import type { AccountCompleteness, CoverageSpan } from '#shared/completeness.ts';
import { completenessWay } from '#shared/completeness-way.ts';
import {
  countedVerdicts,
  emptyWords,
  spanWords,
  unlistedWords,
  verdictWords,
  wayWords,
} from '#shared/words/completeness-words.ts';
import type { CommandContext } from '../command-context.ts';
import { coverageStrip } from '../coverage-strip.ts';
import { exitCode } from '../exit-code.ts';
import { showFailure } from '../show-failure.ts';
import { type Column, tableLines } from '../table.ts';
import { terminalFigures } from '../terminal-figures.ts';
import { withExistingLedger } from '../with-ledger.ts';

/** `account`: this one only. */
export interface VerifyOptions {
  readonly account?: string;
}

const columns: readonly Column<CoverageSpan>[] = [
  { title: 'From', cell: (span) => span.from },
  { title: 'To', cell: (span) => span.to },
  { title: 'Rows', cell: (span) => String(span.rows), align: 'right' },
  { title: 'Last asked (UTC)', cell: (span) => span.lastAskedIso?.slice(0, 16).replace('T', ' ') ?? '' },
  { title: 'The bank', cell: spanWords, shrinks: true },
];

/**
 * `passbook verify`: which days the bank was asked for and answered, and whether the rows add up to its balances. For
 * scripts, what is missing is exit code 3; that nobody can tell is no failure.
 */
export const verify = (context: CommandContext, { account }: VerifyOptions): Promise<number> =>
  withExistingLedger(context, async (ledger) => {
    const { screen, ledgerPath, clock } = context;
    const nowIso = toIso(clock.nowMs());
    const answer = await ledger.run({
      kind: 'judge-completeness',
      ledgerPath,
      nowIso,
      ...(account === undefined ? {} : { accountId: account }),
    });
    if (!answer.ok) return showFailure(screen, answer.failure);
    const judged = answer.value;
    if (account !== undefined && judged.length === 0) {
      return showFailure(screen, { kind: 'not-found', what: 'account', id: account });
    }
    if (judged.length === 0) screen.say('No accounts yet. Run "passbook connect".');
    for (const each of judged) {
      screen.record({ type: 'account', ...each, sentence: sentencesOf(each).join(' ') });
      if (!screen.json) showAccount(context, each);
    }
    if (judged.length > 1 && !screen.json) screen.say(countedVerdicts(judged));
    return judged.some(({ verdict }) => verdict.kind === 'unexplained')
      ? exitCode.someAccountsFailed
      : exitCode.ok;
  });

function showAccount({ screen }: CommandContext, account: AccountCompleteness): void {
  const { displayName, providerName, accountId, booked, pending, spans } = account;
  const rows = `${String(booked)} booked${pending === 0 ? '' : `, ${String(pending)} pending`}`;
  screen.say(`${displayName} (${providerName}), ${rows}, id ${accountId}`);
  if (spans.length > 0) {
    const width = screen.live ? screen.columns() : Infinity;
    screen.say(`  ${coverageStrip(spans, width - 2)}`);
    for (const line of tableLines(columns, spans, width - 2)) screen.say(`  ${line}`);
  }
  for (const sentence of sentencesOf(account)) screen.say(`  ${sentence}`);
  screen.say('');
}

function sentencesOf(account: AccountCompleteness): readonly string[] {
  const { emptyBecause } = account;
  return [
    ...(emptyBecause === null ? [] : [emptyWords[emptyBecause]]),
    ...(account.isListed ? [] : [unlistedWords]),
    verdictWords(account, terminalFigures),
    wayWords(completenessWay(account), terminalFigures),
  ].filter((sentence) => sentence !== '');
}
