import type { ReactNode } from 'react';
import type { ListedTransaction } from '#shared/transaction-list.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useMedia } from '../../state/use-media.ts';
import { detailWords as words } from '../../words/words.ts';
import type { Annotate } from '../use-annotate.ts';
import { DetailFacts } from './detail-facts.tsx';
import { DetailHead } from './detail-head.tsx';
import { DetailHistory } from './detail-history.tsx';
import { DetailProvenance } from './detail-provenance.tsx';
import { DetailYours } from './detail-yours.tsx';
import { useDetail } from './use-detail.ts';

interface PaneProps {
  readonly id: number;
  /** The row under the cursor: shows its head before the ledger has answered, when it is the same. */
  readonly row: ListedTransaction | undefined;
  readonly annotate: Annotate;
  readonly onOpen: (id: number) => void;
  readonly onClose: () => void;
}

/** Everything about one transaction: beside the table, or over it where there is no room beside. */
export function DetailPane(props: PaneProps): ReactNode {
  const isNarrow = useMedia('(width <= 900px)');
  const { onClose } = props;
  if (isNarrow)
    return (
      <Dialog title={words.title} className="detail detail-sheet" onClose={onClose}>
        <DetailParts {...props} />
      </Dialog>
    );
  return (
    <aside
      className="detail"
      aria-label={words.title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <DetailParts {...props} />
    </aside>
  );
}

function DetailParts({ id, row, annotate, onOpen, onClose }: PaneProps): ReactNode {
  const { detail, failure, reload } = useDetail(id);
  const isHere = detail?.row.id === id;
  const shown = row?.id === id ? row : isHere ? detail.row : undefined;
  const say: Annotate = async (ids, change) => {
    const taken = await annotate(ids, change);
    reload();
    return taken;
  };
  return (
    <>
      <button
        type="button"
        className="button button-quiet detail-close"
        aria-label={words.close}
        onClick={onClose}
      >
        <Icon name="cross" />
      </button>
      {shown === undefined ? null : <DetailHead row={shown} detail={isHere ? detail : null} />}
      {failure === null ? null : (
        <FailureNotice failure={failure}>
          <button type="button" className="button" onClick={reload}>
            {words.tryAgain}
          </button>
        </FailureNotice>
      )}
      {isHere ? (
        <>
          {/* A key: nothing written about one row may end up with another. */}
          <DetailYours key={id} row={detail.row} annotate={say} />
          <DetailHistory detail={detail} onOpen={onOpen} />
          <DetailProvenance detail={detail} />
          <DetailFacts detail={detail} />
        </>
      ) : failure === null ? (
        <p className="unseen" role="status">
          {words.loading}
        </p>
      ) : null}
    </>
  );
}
