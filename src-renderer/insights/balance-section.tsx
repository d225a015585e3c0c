import { useState, type ReactNode } from 'react';
import { daysBetween } from '#shared/calendar-day.ts';
import type { BalanceHistory, InsightFilter } from '#shared/insights.ts';
import { ChartFigure } from '../charts/chart-figure.tsx';
import { LineChart } from '../charts/line-chart.tsx';
import { columnDayText } from '../format/column-day-text.ts';
import { dayText } from '../format/day-text.ts';
import { moneyText } from '../format/money-text.ts';
import { monthOfDayText, shortDayText } from '../format/short-day-text.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useWindowState } from '../state/window-context.ts';
import { insightsWords as words } from '../words/words.ts';
import { SectionState } from './section-state.tsx';

/** Over more than this a day's name without its year says too little. */
const longDays = 370;

/** Balances over time, of all accounts together or of one. */
export function BalanceSection({ filter }: { filter: InsightFilter }): ReactNode {
  const asked = useAnswer('insights.balances', { filter });
  return (
    <SectionState title={words.balance} asked={asked}>
      {(history) => <BalanceFigure history={history} currency={filter.currency} />}
    </SectionState>
  );
}

function BalanceFigure({ history, currency }: { history: BalanceHistory; currency: string }): ReactNode {
  const rows = useWindowState((state) => state.app?.accounts) ?? [];
  const [accountId, setAccountId] = useState('');
  const account = history.accounts.find(({ account_id: id }) => id === accountId);
  const values = account?.balances ?? history.total;
  const isStepped = account?.is_stepped ?? history.accounts.some(({ is_stepped: stepped }) => stepped);
  const nameOf = (id: string): string => rows.find(({ account_id }) => account_id === id)?.display_name ?? id;
  const money = (minor: number | null): string =>
    minor === null ? words.notKnown : moneyText({ amountMinor: minor, currency });
  const nameOfDay = isLong(history.days) ? monthOfDayText : shortDayText;
  return (
    <ChartFigure
      title={words.balance}
      summary={summaryOf(history.days, values, money, isStepped)}
      table={{
        columns: [words.day, words.allTogether, ...history.accounts.map(({ account_id: id }) => nameOf(id))],
        rows: history.days.map((day, at) => [
          columnDayText(day),
          money(history.total[at] ?? null),
          ...history.accounts.map(({ balances }) => money(balances[at] ?? null)),
        ]),
      }}
      controls={
        history.accounts.length < 2 ? null : (
          <select
            aria-label={words.balanceOf}
            value={account === undefined ? '' : accountId}
            onChange={(event) => setAccountId(event.target.value)}
          >
            <option value="">{words.allTogether}</option>
            {history.accounts.map(({ account_id: id }) => (
              <option key={id} value={id}>
                {nameOf(id)}
              </option>
            ))}
          </select>
        )
      }
    >
      <LineChart
        label={account === undefined ? words.balance : words.balanceOfAccount(nameOf(accountId))}
        currency={currency}
        values={values}
        names={history.days.map(nameOfDay)}
        isStepped={isStepped}
        textOf={(index) => words.balanceAt(dayText(history.days[index] ?? ''), money(values[index] ?? null))}
      />
    </ChartFigure>
  );
}

/** From where to where, and how low in between. */
function summaryOf(
  days: readonly string[],
  values: readonly (number | null)[],
  money: (minor: number | null) => string,
  isStepped: boolean,
): string {
  const known = values.flatMap((value, at) =>
    value === null ? [] : [{ value, day: dayText(days[at] ?? '') }],
  );
  const [first] = known;
  const last = known.at(-1);
  const lowest = known.toSorted((a, b) => a.value - b.value)[0];
  if (first === undefined || last === undefined || lowest === undefined) return words.balanceUnknown;
  const said = ({ value, day }: { value: number; day: string }) => ({ value: money(value), day });
  return words.balanceSummary(said(first), said(last), said(lowest), isStepped);
}

const isLong = (days: readonly string[]): boolean => {
  const [first] = days;
  const last = days.at(-1);
  return first !== undefined && last !== undefined && daysBetween(first, last) > longDays;
};
