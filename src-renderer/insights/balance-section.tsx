import { useState, type ReactNode } from 'react';
import type { BalanceHistory, InsightFilter } from '#shared/insights.ts';
import { ChartFigure } from '../charts/chart-figure.tsx';
import { LineChart } from '../charts/line-chart.tsx';
import { dayText } from '../format/day-text.ts';
import { moneyText } from '../format/money-text.ts';
import { shortMonthText } from '../format/month-text.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useWindowState } from '../state/window-context.ts';
import { insightsWords as words } from '../words/insights-words.ts';
import { SectionState } from './section-state.tsx';

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
  const isDaily = history.days.length <= 100 && history.days[0]?.slice(0, 8) === history.days[1]?.slice(0, 8);
  const isKnown = values.some((value) => value !== null);
  return (
    <ChartFigure
      title={words.balance}
      summary={
        summaryOf(history.days, values, money) + (isStepped && isKnown ? ` ${words.balanceStepped}` : '')
      }
      table={{
        columns: [words.day, words.allTogether, ...history.accounts.map(({ account_id: id }) => nameOf(id))],
        rows: history.days.map((day, at) => [
          dayText(day),
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
        label={account === undefined ? words.balance : `${words.balance}: ${nameOf(accountId)}`}
        currency={currency}
        values={values}
        names={history.days.map((day) => (isDaily ? dayText(day).slice(0, 6) : shortMonthText(day)))}
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
): string {
  const known = values.flatMap((value, at) =>
    value === null ? [] : [{ value, day: dayText(days[at] ?? '') }],
  );
  const [first] = known;
  const last = known.at(-1);
  const lowest = known.toSorted((a, b) => a.value - b.value)[0];
  if (first === undefined || last === undefined || lowest === undefined) return words.balanceUnknown;
  const words1 = words.balanceSummary(money(first.value), first.day, money(last.value), last.day);
  return `${words1} ${words.balanceLowest(money(lowest.value), lowest.day)}`;
}
