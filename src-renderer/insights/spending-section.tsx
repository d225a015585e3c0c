import { useState, type ReactNode } from 'react';
import type { InsightFilter } from '#shared/insights.ts';
import type { TransactionListFilter } from '#shared/transaction-list.ts';
import { BarList } from '../charts/bar-list.tsx';
import { ChartFigure } from '../charts/chart-figure.tsx';
import { countText } from '../format/count-text.ts';
import { moneyText } from '../format/money-text.ts';
import { shareText } from '../format/share-text.ts';
import { Segmented } from '../parts/segmented.tsx';
import { useAnswer } from '../state/use-answer.ts';
import { useWindow } from '../state/window-context.ts';
import { insightsWords as words } from '../words/words.ts';
import { filterOfGroup, groupName } from './spending-group.ts';
import { SectionState } from './section-state.tsx';

/**
 * Where money goes, or comes from: by category or by merchant, the largest first. `behind`: the accounts of the rows a
 * bar leads to.
 */
export function SpendingSection(props: {
  filter: InsightFilter;
  behind: Pick<TransactionListFilter, 'accountIds'>;
}): ReactNode {
  const { filter, behind } = props;
  const { store } = useWindow();
  const [by, setBy] = useState<'category' | 'merchant'>('category');
  const [direction, setDirection] = useState<'in' | 'out'>('out');
  const asked = useAnswer('insights.spending', { filter, by, direction });
  const title = words.spendingTitle[direction][by];
  const money = (amountMinor: number): string => moneyText({ amountMinor, currency: filter.currency });
  return (
    <SectionState title={title} asked={asked}>
      {({ groups, rest, total_minor: total }) => {
        const [largest] = groups;
        const shareOf = (minor: number): string => shareText(total === 0 ? 0 : minor / total);
        const more: readonly (readonly string[])[] =
          rest.groups === 0
            ? []
            : [[words.rest(rest.groups), money(rest.minor), shareOf(rest.minor), countText(rest.count)]];
        return (
          <ChartFigure
            title={title}
            summary={
              largest === undefined
                ? words.spendingNothing
                : words.spendingSummary(
                    groupName(largest),
                    money(largest.minor),
                    shareOf(largest.minor),
                    money(total),
                  )
            }
            table={{
              columns: [words.groupNames[by], words.sum, words.share, words.rows],
              rows: [
                ...groups.map((group) => [
                  groupName(group),
                  money(group.minor),
                  shareOf(group.minor),
                  countText(group.count),
                ]),
                ...more,
              ],
            }}
            controls={
              <>
                <Segmented
                  label={words.direction}
                  value={direction}
                  choices={(['out', 'in'] as const).map((each) => [each, words.directions[each]])}
                  onChange={setDirection}
                />
                <Segmented
                  label={words.groupBy}
                  value={by}
                  choices={(['category', 'merchant'] as const).map((each) => [each, words.spendingBy[each]])}
                  onChange={setBy}
                />
              </>
            }
          >
            <BarList
              label={title}
              bars={groups.map((group) => ({
                key: `${group.kind} ${group.name}`,
                name: groupName(group),
                value: money(group.minor),
                share: largest === undefined ? 0 : group.minor / largest.minor,
                note: words.transactions(group.count),
                onOpen: () =>
                  store.open({
                    kind: 'all-transactions',
                    filter: filterOfGroup(group, { ...filter, ...behind }, direction),
                  }),
              }))}
            />
            {more.map(([name, sum, share]) => (
              <p key={name} className="chart-note">
                {name}: {sum}, {share}
              </p>
            ))}
          </ChartFigure>
        );
      }}
    </SectionState>
  );
}
