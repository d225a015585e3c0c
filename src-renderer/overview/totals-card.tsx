import type { ReactNode } from 'react';
import type { NetWorth } from '#shared/overview.ts';
import { moneyText } from '../format/money-text.ts';
import { overviewWords as words } from '../words/words.ts';

/** What the user has, owes, and what is left, for each currency; nothing is added up across them. */
export function TotalsCard({ totals }: { totals: readonly NetWorth[] }): ReactNode {
  if (totals.length === 0) return null;
  return (
    <section className="card overview-totals" aria-labelledby="totals">
      <h2 id="totals">{words.totals}</h2>
      {totals.map((total) => (
        <CurrencyTotals key={total.currency} total={total} />
      ))}
    </section>
  );
}

function CurrencyTotals({ total }: { total: NetWorth }): ReactNode {
  const { currency, assets_minor: assets, debts_minor: debts, unknown } = total;
  // Before the first balance has come a nought would be a claim.
  const isKnown = unknown === 0 || assets !== 0 || debts !== 0;
  const money = (amountMinor: number): string =>
    isKnown ? moneyText({ amountMinor, currency }) : words.notKnown;
  return (
    <>
      <dl className="totals-line">
        <div className="totals-net">
          <dt>
            {words.net} <span className="quiet">{currency}</span>
          </dt>
          <dd>{money(assets + debts)}</dd>
        </div>
        <div>
          <dt>{words.assets}</dt>
          <dd>{money(assets)}</dd>
        </div>
        <div>
          <dt>{words.debts}</dt>
          <dd>{money(debts === 0 ? 0 : -debts)}</dd>
        </div>
      </dl>
      {unknown === 0 ? null : <p className="quiet totals-unknown">{words.unknown(unknown)}</p>}
    </>
  );
}
