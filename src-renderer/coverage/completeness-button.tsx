import type { ReactNode } from 'react';
import { assertNever } from '#shared/assert-never.ts';
import type { AccountCompleteness } from '#shared/completeness.ts';
import { completenessWay } from '#shared/completeness-way.ts';
import { daySpanText } from '../format/day-span-text.ts';
import { Icon } from '../parts/icon.tsx';
import { useWindow, useWindowState } from '../state/window-context.ts';
import { SyncWishButton } from '../sync/sync-wish-button.tsx';
import { completenessWords as words } from '../words/words.ts';

/** What would bring the missing days; nothing where nothing would. A bank without a consent is asked for one first. */
export function CompletenessButton({ account }: { account: AccountCompleteness }): ReactNode {
  const { accountId, connectionId, displayName } = account;
  const { store } = useWindow();
  const state = useWindowState(({ app }) => app?.connections.find(({ id }) => id === connectionId)?.state);
  const needsConsent = state !== undefined && state !== 'active';
  const way = completenessWay(account);
  const reconnect = (text: string): ReactNode => (
    <button
      type="button"
      className="button"
      aria-label={words.of(text, displayName)}
      onClick={() => {
        store.open({ kind: 'connect' });
        void store.act('connection.reconnect', { connectionId });
      }}
    >
      {text}
    </button>
  );
  switch (way.kind) {
    case 'none':
      return null;
    case 'reconnect':
      return reconnect(words.reconnectFor(daySpanText(way.range.from, way.range.to)));
    case 'sync': {
      if (needsConsent) return reconnect(words.reconnect);
      const { range } = way;
      const text = range === null ? words.syncAgain : words.syncDays(daySpanText(range.from, range.to));
      return (
        <SyncWishButton wish={{ accountId, ...range }} label={words.of(text, displayName)}>
          <Icon name="sync" />
          {text}
        </SyncWishButton>
      );
    }
    default:
      return assertNever(way);
  }
}
