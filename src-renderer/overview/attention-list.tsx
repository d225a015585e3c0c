import type { ReactNode } from 'react';
import { assertNever } from '#shared/assert-never.ts';
import { Icon } from '../parts/icon.tsx';
import { useWindow } from '../state/window-context.ts';
import { overviewWords as words } from '../words/words.ts';
import type { Attention } from './attention.ts';

/** What needs the user, one line each with its button; nothing when all is well. */
export function AttentionList({ items }: { items: readonly Attention[] }): ReactNode {
  const { store } = useWindow();
  if (items.length === 0) return null;
  const go = ({ way }: Attention): void => {
    switch (way.kind) {
      case 'reconnect':
        store.open({ kind: 'connect' });
        void store.act('connection.reconnect', { connectionId: way.connectionId });
        return;
      case 'review':
        store.open({ kind: 'review' });
        return;
      case 'settings':
        store.open({ kind: 'settings' });
        return;
      case 'sync':
        void store.act('sync.start', way.wish);
        return;
      default:
        assertNever(way);
    }
  };
  return (
    <section className="card attention" aria-labelledby="needs-you">
      <h2 id="needs-you">{words.needsYou}</h2>
      <ul className="attention-lines">
        {items.map((item) => (
          <li key={item.key} className={item.isBad ? 'attention-line attention-line-bad' : 'attention-line'}>
            <Icon name={item.isBad ? 'warning' : 'clock'} />
            <span className="attention-words">{item.text}</span>
            <button type="button" className="button" aria-label={item.label} onClick={() => go(item)}>
              {item.button}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
