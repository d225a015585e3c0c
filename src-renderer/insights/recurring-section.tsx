import { useId, type ReactNode } from 'react';
import type { InsightFilter } from '#shared/insights.ts';
import { useAnswer } from '../state/use-answer.ts';
import { recurringWords as words } from '../words/words.ts';
import { PaymentAlerts } from './payment-alerts.tsx';
import { PaymentCalendar } from './payment-calendar.tsx';
import { PaymentTable } from './payment-table.tsx';
import { SectionState } from './section-state.tsx';

/** What comes again and again on the chosen accounts: first what is odd about it, then all of it. */
export function RecurringSection({ filter }: { filter: InsightFilter }): ReactNode {
  const titleId = useId();
  const asked = useAnswer('insights.recurring', null);
  return (
    <SectionState title={words.title} asked={asked}>
      {(all) => {
        const payments = all.filter(
          ({ currency, account_id: id }) =>
            currency === filter.currency && (filter.accountIds?.includes(id) ?? true),
        );
        const alerted = payments.filter(({ alert }) => alert !== null);
        return (
          <section className="card chart" aria-labelledby={titleId}>
            <header className="chart-head">
              <h2 id={titleId}>{words.title}</h2>
            </header>
            {payments.length === 0 ? (
              <p className="chart-summary">{words.none}</p>
            ) : (
              <>
                <p className="chart-summary">{words.summary(payments.length, alerted.length)}</p>
                <PaymentAlerts payments={alerted} />
                <h3>{words.calendar}</h3>
                <PaymentCalendar payments={payments} />
                <h3>{words.all}</h3>
                <PaymentTable payments={payments} />
              </>
            )}
          </section>
        );
      }}
    </SectionState>
  );
}
