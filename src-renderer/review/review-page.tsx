import { useEffect, useState, type ReactNode } from 'react';
import type { SettlementRow, WhichSettlements } from '#shared/settlement.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { Toast } from '../parts/toast.tsx';
import { useStore } from '../state/use-store.ts';
import { useWindow } from '../state/window-context.ts';
import { reviewWords as words } from '../words/words.ts';
import { decisionKeeperOf } from './decision-keeper-of.ts';
import { ReviewEmpty } from './review-empty.tsx';
import { SettlementsList } from './settlements-list.tsx';
import { useSettlements } from './use-settlements.ts';

/** Pending payments and what they are taken to have become: the doubtful ones first, all of them on request. */
export function ReviewPage(): ReactNode {
  const { bridge } = useWindow();
  const keeper = decisionKeeperOf(bridge);
  const [which, setWhich] = useState<WhichSettlements>('doubtful');
  const { rows, failure, retry } = useSettlements(which);
  const { last, failure: notTaken } = useStore(keeper, (decisions) => decisions);
  const [before, setBefore] = useState<SettlementRow | null>(null);
  // Who comes back has seen it.
  useEffect(() => keeper.dismiss, [keeper]);
  const problem = failure ?? notTaken;
  return (
    <div className="review">
      <PageHead title={words.title} under={words.under}>
        <Segmented
          label={words.which}
          value={which}
          choices={[
            ['doubtful', words.doubtful],
            ['all', words.all],
            ['decided', words.decided],
          ]}
          onChange={setWhich}
        />
      </PageHead>
      {problem === null ? null : (
        <FailureNotice failure={problem}>
          <button
            type="button"
            className="button"
            onClick={() => {
              keeper.dismiss();
              retry();
            }}
          >
            {words.tryAgain}
          </button>
        </FailureNotice>
      )}
      {rows === null ? null : rows.length === 0 ? (
        <ReviewEmpty which={which} onAll={() => setWhich('all')} />
      ) : (
        <SettlementsList
          key={which}
          rows={rows}
          returned={before}
          onVerdict={(row, verdict) => {
            keeper.decide(row, verdict);
            // Its order and its words are the ledger's to tell.
            if (which === 'decided') retry();
          }}
          onTakeBack={(row) => void keeper.takeBackOf(row).then(retry)}
        />
      )}
      <Toast
        toast={
          last === null
            ? null
            : {
                sentence: words[last.verdict](last.row.pending_description),
                way: {
                  name: words.takeBack,
                  act: () => {
                    setBefore(last.row);
                    void keeper.takeBack();
                  },
                },
              }
        }
        dismissName={words.dismiss}
        onGone={keeper.dismiss}
      />
    </div>
  );
}
