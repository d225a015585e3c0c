import type { ReactNode } from 'react';
import { moneyText } from '../format/money-text.ts';
import { Icon } from '../parts/icon.tsx';
import { transactionWords as words } from '../words/words.ts';
import { CategoryField } from './category-field.tsx';
import { mostMarks, type Marks } from './marks/marks.ts';
import { sumsOf } from './marks/sums-of.ts';

/** What can be done with the marked rows, and what they come to. */
export function ActionBar(props: {
  marks: Marks;
  isBusy: boolean;
  total: number;
  onCategory: (category: string | null) => Promise<boolean>;
  onHide: (isHidden: boolean) => void;
  onCopy: () => void;
  onClear: () => void;
}): ReactNode {
  const { marks, isBusy, total, onCategory, onHide, onCopy, onClear } = props;
  const rows = [...marks.values()];
  const isFull = marks.size >= mostMarks && total > marks.size;
  return (
    <div className="action-bar" role="toolbar" aria-label={words.actions}>
      <p className="action-count" role="status">
        <strong>
          {isBusy ? words.marking : isFull ? words.markedAll(marks.size, total) : words.marked(marks.size)}
        </strong>{' '}
        <span className="quiet">
          {sumsOf(rows)
            .map((money) => moneyText(money, { sign: 'always' }))
            .join(' \u00b7 ')}
        </span>
      </p>
      {isBusy ? null : (
        <>
          <CategoryField
            label={words.setCategory}
            own={null}
            needsEnter
            placeholder={words.setCategory}
            onCategory={onCategory}
          />
          {rows.some((row) => row.own_category !== null) ? (
            <button type="button" className="button" onClick={() => void onCategory(null)}>
              {words.bankCategory}
            </button>
          ) : null}
          {rows.some((row) => !row.is_hidden) ? (
            <button type="button" className="button" onClick={() => onHide(true)}>
              <Icon name="hide" />
              {words.hide}
            </button>
          ) : null}
          {rows.some((row) => row.is_hidden) ? (
            <button type="button" className="button" onClick={() => onHide(false)}>
              {words.unhide}
            </button>
          ) : null}
          <button type="button" className="button" onClick={onCopy}>
            <Icon name="copy" />
            {words.copy}
          </button>
        </>
      )}
      <button type="button" className="button button-quiet" aria-label={words.unmark} onClick={onClear}>
        <Icon name="cross" />
      </button>
    </div>
  );
}
