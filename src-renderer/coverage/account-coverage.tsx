import type { ReactNode } from 'react';
import type { AccountRow } from '#shared/ledger-views.ts';
import { useAnswer } from '../state/use-answer.ts';
import { completenessWords as words } from '../words/words.ts';
import { EmptySentence, VerdictSentence, VerdictTitle } from './account-verdict.tsx';
import { CompletenessButton } from './completeness-button.tsx';
import { CoverageLegend, CoverageStrip } from './coverage-strip.tsx';
import { CoverageTable } from './coverage-table.tsx';

/** Under an account's head: its days in one line, and on demand the whole judgement. */
export function AccountCoverage({ account }: { account: AccountRow }): ReactNode {
  const { account_id: accountId, connection_id: connectionId, display_name: name } = account;
  const { answer } = useAnswer('completeness.judge', { accountId });
  const judged = answer?.find((each) => each.connectionId === connectionId);
  // The room is kept: the list below must not jump when the answer comes.
  if (judged === undefined) return <div className="coverage coverage-waiting" />;
  return (
    <section className="coverage" aria-label={words.ofAccount(name)}>
      <CoverageStrip account={judged} />
      <EmptySentence account={judged} />
      <details>
        <summary>
          <VerdictTitle verdict={judged.verdict} />
        </summary>
        <div className="coverage-more">
          <VerdictSentence account={judged} />
          <CompletenessButton account={judged} />
          <CoverageLegend />
          <CoverageTable account={judged} />
        </div>
      </details>
    </section>
  );
}
