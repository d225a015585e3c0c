import type { ReactNode } from 'react';
import { utcDay } from '#shared/calendar-day.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { useAnswer } from '../state/use-answer.ts';
import { useKept } from '../state/use-kept.ts';
import { useWindow } from '../state/window-context.ts';
import { insightsWords as words } from '../words/words.ts';
import { accountsBehind } from './accounts-behind.ts';
import { BalanceSection } from './balance-section.tsx';
import { FlowSection } from './flow-section.tsx';
import { filterOfChoice, firstChoice } from './insight-choice.ts';
import { InsightFilters } from './insight-filters.tsx';
import { RecurringSection } from './recurring-section.tsx';
import { SpendingSection } from './spending-section.tsx';

/** What the rows tell when they are summed up: balances, months, categories and merchants, what comes again. */
export function InsightsPage(): ReactNode {
  const { store } = useWindow();
  const [choice, setChoice] = useKept('insights', firstChoice);
  const { answer: scope, failure, askAgain } = useAnswer('insights.scope', null);
  const filter = scope === null ? undefined : filterOfChoice(choice, scope, utcDay(store.nowMs()));
  return (
    <>
      <PageHead title={words.title} />
      {failure === null ? null : (
        <FailureNotice failure={failure}>
          <button type="button" className="button" onClick={askAgain}>
            {words.tryAgain}
          </button>
        </FailureNotice>
      )}
      {scope === null ? null : filter === undefined || scope.first_day === null ? (
        <p className="empty">{words.none}</p>
      ) : (
        <>
          <InsightFilters scope={scope} filter={filter} choice={choice} onChoice={setChoice} />
          <div className="insight-pair">
            <FlowSection filter={filter} behind={accountsBehind(filter, scope)} />
            <BalanceSection filter={filter} />
          </div>
          <SpendingSection filter={filter} behind={accountsBehind(filter, scope)} />
          <RecurringSection filter={filter} />
        </>
      )}
    </>
  );
}
