import type { ReactNode } from 'react';
import type { CashFlow, InsightFilter } from '#shared/insights.ts';
import type { TransactionListFilter } from '#shared/transaction-list.ts';
import { ChartFigure } from '../charts/chart-figure.tsx';
import { ColumnChart } from '../charts/column-chart.tsx';
import { countText } from '../format/count-text.ts';
import { moneyText } from '../format/money-text.ts';
import { monthText, shortMonthText } from '../format/month-text.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useWindow } from '../state/window-context.ts';
import { insightsWords as words } from '../words/words.ts';
import { daysOfMonth } from './insight-range.ts';
import { SectionState } from './section-state.tsx';

/** Money in and out by month. `behind`: the accounts of the rows a month leads to. */
export function FlowSection(props: {
  filter: InsightFilter;
  behind: Pick<TransactionListFilter, 'accountIds'>;
}): ReactNode {
  const { filter, behind } = props;
  const { store } = useWindow();
  const asked = useAnswer('insights.flow', { filter });
  const money = (amountMinor: number): string => moneyText({ amountMinor, currency: filter.currency });
  return (
    <SectionState title={words.flow} asked={asked}>
      {({ months, transfers }) => (
        <ChartFigure
          title={words.flow}
          summary={summaryOf(months, money)}
          table={{
            columns: [words.month, words.moneyIn, words.moneyOut, words.net, words.rows],
            rows: months.map(({ month, in_minor, out_minor, count }) => [
              monthText(month),
              money(in_minor),
              money(out_minor),
              money(in_minor + out_minor),
              countText(count),
            ]),
          }}
        >
          <ColumnChart
            label={words.flow}
            currency={filter.currency}
            columns={months.map(({ month, in_minor, out_minor }) => ({
              name: shortMonthText(month),
              in: in_minor,
              out: out_minor,
            }))}
            textOf={(index) => {
              const month = months[index];
              if (month === undefined) return '';
              const { in_minor, out_minor } = month;
              const net = money(in_minor + out_minor);
              return words.flowAt(monthText(month.month), money(in_minor), money(-out_minor), net);
            }}
            onOpen={(index) => {
              const month = months[index];
              if (month === undefined) return;
              const days = clamped(daysOfMonth(month.month), filter);
              store.open({ kind: 'all-transactions', filter: { ...behind, ...days } });
            }}
          />
          {transfers.count === 0 ? null : (
            <p className="chart-note">{words.flowTransfers(transfers.count, money(transfers.moved_minor))}</p>
          )}
        </ChartFigure>
      )}
    </SectionState>
  );
}

const clamped = (
  days: { readonly from: string; readonly to: string },
  filter: InsightFilter,
): { readonly from: string; readonly to: string } => ({
  from: days.from > filter.from ? days.from : filter.from,
  to: days.to < filter.to ? days.to : filter.to,
});

/** `Money out was highest in March 2026, £2,310.00.` */
function summaryOf(months: CashFlow['months'], money: (minor: number) => string): string {
  const highest = months.toSorted((a, b) => a.out_minor - b.out_minor)[0];
  if (highest === undefined || highest.out_minor === 0) return words.flowNothing;
  return words.flowHighest(monthText(highest.month), money(-highest.out_minor));
}
