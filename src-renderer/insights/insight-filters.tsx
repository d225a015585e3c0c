import type { ReactNode } from 'react';
import type { InsightFilter, InsightScope } from '#shared/insights.ts';
import { Segmented } from '../parts/segmented.tsx';
import { useWindowState } from '../state/window-context.ts';
import { insightsWords as words } from '../words/words.ts';
import type { InsightChoice } from './insight-choice.ts';

/** One currency, some of its accounts, and how far back. */
export function InsightFilters(props: {
  scope: InsightScope;
  filter: InsightFilter;
  choice: InsightChoice;
  onChoice: (choice: InsightChoice) => void;
}): ReactNode {
  const { scope, filter, choice, onChoice } = props;
  return (
    <div className="insight-filters">
      <Segmented
        label={words.range}
        value={choice.range}
        choices={(['3', '12', '24', 'all'] as const).map((range) => [range, words.ranges[range]])}
        onChange={(range) => onChoice({ ...choice, range })}
      />
      {scope.currencies.length < 2 ? null : (
        <Segmented
          label={words.currency}
          value={filter.currency}
          choices={scope.currencies.map(({ currency }) => [currency, currency])}
          onChange={(currency) => onChoice({ ...choice, currency, accountIds: null })}
        />
      )}
      <AccountPicker {...props} />
    </div>
  );
}

function AccountPicker({ scope, filter, choice, onChoice }: Parameters<typeof InsightFilters>[0]): ReactNode {
  const accounts = useWindowState((state) => state.app?.accounts) ?? [];
  const ids = scope.currencies.find(({ currency }) => currency === filter.currency)?.account_ids ?? [];
  if (ids.length < 2) return null;
  const chosen = filter.accountIds ?? [];
  const toggle = (id: string): void => {
    const next = chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id];
    onChoice({ ...choice, accountIds: next.length === 0 || next.length === ids.length ? null : next });
  };
  return (
    <details className="picker">
      <summary className="button">
        {chosen.length === 0 ? words.allAccounts : words.someAccounts(chosen.length)}
      </summary>
      <fieldset className="picker-list card">
        <legend className="unseen">{words.accounts}</legend>
        {ids.map((id) => (
          <label key={id} className="check">
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            <span>{accounts.find(({ account_id }) => account_id === id)?.display_name ?? id}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
