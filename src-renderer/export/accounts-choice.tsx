import type { ReactNode } from 'react';
import { useWindowState } from '../state/window-context.ts';
import { exportWords } from '../words/words.ts';

/** Some accounts, or all: `null`. Taking the last one away means all again, since a file of none helps nobody. */
export function AccountsChoice(props: {
  value: ReadonlySet<string> | null;
  onChange: (accounts: ReadonlySet<string> | null) => void;
}): ReactNode {
  const { value, onChange } = props;
  const accounts = useWindowState((state) => state.app?.accounts);
  const turn = (id: string): void => {
    const next = new Set(value ?? []);
    if (!next.delete(id)) next.add(id);
    onChange(next.size === 0 ? null : next);
  };
  return (
    <fieldset className="accounts-choice">
      <legend>{exportWords.accounts}</legend>
      <label>
        <input type="checkbox" checked={value === null} onChange={() => onChange(null)} />
        {exportWords.allAccounts}
      </label>
      {accounts?.map(({ account_id: id, display_name: name }) => (
        <label key={id}>
          <input type="checkbox" checked={value?.has(id) ?? false} onChange={() => turn(id)} />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
