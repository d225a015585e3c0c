import type { ReactNode } from 'react';
import type { Provenance, TransactionDetail } from '#shared/transaction-list.ts';
import { daySpanText } from '../../format/day-span-text.ts';
import { instantText } from '../../format/day-text.ts';
import { useWindow } from '../../state/window-context.ts';
import { detailWords as words } from '../../words/words.ts';

/** Which page of the bank a row came in and which one sent it last, each with the job that asked. */
export function DetailProvenance({ detail }: { detail: TransactionDetail }): ReactNode {
  const { first_page: first, last_page: last } = detail;
  const isSame = first.page_id === last.page_id;
  return (
    <section className="detail-part" aria-label={words.provenance}>
      <h3>{words.provenance}</h3>
      <dl className="detail-facts">
        <PageLine name={isSame ? words.samePage : words.firstPage} page={first} />
        {isSame ? null : <PageLine name={words.lastPage} page={last} />}
      </dl>
    </section>
  );
}

function PageLine({ name, page }: { name: string; page: Provenance }): ReactNode {
  const { store } = useWindow();
  const { job_id: jobId, asked_at: askedAt, from_day: from, to_day: to, page_id: pageId } = page;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <button type="button" className="link" onClick={() => store.open({ kind: 'job', jobId })}>
          {words.theSync(instantText(askedAt))}
        </button>
        <span className="quiet">
          {words.page(pageId)},{' '}
          {from === null || to === null ? words.askedPending : words.askedDays(daySpanText(from, to))}
        </span>
      </dd>
    </div>
  );
}
