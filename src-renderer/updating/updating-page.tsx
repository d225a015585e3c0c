import type { ReactNode } from 'react';
import { type LedgerUpdate, updateFraction } from '#shared/ledger-update.ts';
import { PageHead } from '../parts/page-head.tsx';
import { ledgerUpdateWords as words } from '../words/words.ts';

/** The whole window while a ledger of an older Passbook is brought up to date: nothing else could be answered. */
export function UpdatingPage({ update }: { update: LedgerUpdate }): ReactNode {
  const step = words.step(update);
  return (
    <main className="page updating">
      <PageHead title={words.title} />
      <section className="card">
        <p>{words.patience}</p>
        <progress
          className="sync-bar"
          max={1}
          value={updateFraction(update)}
          aria-label={words.progress}
          aria-valuetext={step}
        />
        <p role="status">{step}</p>
        <p className="updating-copy">{words.copy(update)}</p>
      </section>
    </main>
  );
}
