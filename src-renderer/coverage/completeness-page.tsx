import { useId, type ReactNode } from 'react';
import type { AccountCompleteness } from '#shared/completeness.ts';
import { PageHead } from '../parts/page-head.tsx';
import { useAnswer } from '../state/use-answer.ts';
import { useWindow } from '../state/window-context.ts';
import { completenessWords as words } from '../words/words.ts';
import { EmptySentence, VerdictSentence, VerdictTitle } from './account-verdict.tsx';
import { CompletenessButton } from './completeness-button.tsx';
import { CoverageEnds, CoverageLegend, CoverageStrip } from './coverage-strip.tsx';
import { CoverageTable } from './coverage-table.tsx';

/** Every account with its days, the verdict on it and what to do; what needs the user comes first. */
export function CompletenessPage(): ReactNode {
  const { answer, failure } = useAnswer('completeness.judge', {});
  return (
    <>
      <PageHead title={words.title} under={words.under} />
      {answer === null ? (
        <p className="quiet" role="status">
          {failure === null ? words.judging : words.notJudged}
        </p>
      ) : answer.length === 0 ? (
        <p className="quiet">{words.none}</p>
      ) : (
        <>
          <CoverageLegend />
          {answer
            .toSorted((a, b) => urgency(a) - urgency(b))
            .map((account) => (
              <AccountCard key={`${account.connectionId} ${account.accountId}`} account={account} />
            ))}
        </>
      )}
    </>
  );
}

const urgency = ({ verdict }: AccountCompleteness): number => (verdict.kind === 'unexplained' ? 0 : 1);

function AccountCard({ account }: { account: AccountCompleteness }): ReactNode {
  const { accountId, displayName, providerName, booked, pending } = account;
  const { store } = useWindow();
  const titleId = useId();
  return (
    <section className="card coverage-card" aria-labelledby={titleId}>
      <header>
        <h2 id={titleId}>
          <button type="button" className="link" onClick={() => store.open({ kind: 'account', accountId })}>
            {displayName}
          </button>
        </h2>
        <span className="quiet">
          {[providerName, words.booked(booked), ...(pending === 0 ? [] : [words.pending(pending)])].join(
            ' · ',
          )}
        </span>
        <VerdictTitle verdict={account.verdict} />
      </header>
      <CoverageStrip account={account} />
      <CoverageEnds spans={account.spans} />
      <div className="coverage-said">
        <div className="verdict-sentences">
          <EmptySentence account={account} />
          <VerdictSentence account={account} />
        </div>
        <CompletenessButton account={account} />
      </div>
      <details>
        <summary>{words.table}</summary>
        <CoverageTable account={account} />
      </details>
    </section>
  );
}
