import type { ReactNode } from 'react';
import type { TransactionDetail } from '#shared/transaction-list.ts';
import { categoryText } from '../../format/category-text.ts';
import { instantText } from '../../format/day-text.ts';
import { moneyText } from '../../format/money-text.ts';
import { detailWords as words } from '../../words/words.ts';

/** What the bank says of a transaction, as it says it; what it does not say is left out. */
export function DetailFacts({ detail }: { detail: TransactionDetail }): ReactNode {
  const { row, running_balance_minor: balance, meta_json: meta } = detail;
  const facts: readonly (readonly [name: string, value: string | null, isCode?: true])[] = [
    [words.account, detail.account_name],
    [words.bank, detail.provider_name],
    [words.time, hasTime(row.timestamp_utc) ? instantText(row.timestamp_utc) : null],
    [words.text, row.description],
    [words.merchant, row.merchant],
    [words.kind, categoryText(row.category)],
    [words.classification, detail.classification.join(', ')],
    [
      words.balanceAfter,
      balance === null ? null : moneyText({ amountMinor: balance, currency: row.currency }),
    ],
    [words.normalisedId, row.normalised_id, true],
    [words.providerId, row.provider_id, true],
  ];
  return (
    <section className="detail-part" aria-label={words.facts}>
      <h3>{words.facts}</h3>
      <dl className="detail-facts">
        {facts
          .filter(([, value]) => value !== null && value !== '')
          .map(([name, value, isCode]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{isCode === true ? <code>{value}</code> : value}</dd>
            </div>
          ))}
      </dl>
      {meta === null || meta === '{}' ? null : (
        <details className="detail-meta">
          <summary>{words.more}</summary>
          <pre>{readable(meta)}</pre>
        </details>
      )}
    </section>
  );
}

/** Banks without a time of day say midnight, which west of Greenwich would read as the evening before. */
const hasTime = (timestampUtc: string): boolean => !/T00:00:00(\.0+)?Z$/.test(timestampUtc);

/** JSON on several lines; as it is, when it is none. */
function readable(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
