import { useId, type ReactNode } from 'react';
import type { ListedTransaction } from '#shared/transaction-list.ts';
import { categoryText } from '../../format/category-text.ts';
import { detailWords as words } from '../../words/words.ts';
import { CategoryField } from '../category-field.tsx';
import type { Annotate } from '../use-annotate.ts';
import { NoteField } from './note-field.tsx';

/** What the user says of a transaction. No sync changes it. */
export function DetailYours({ row, annotate }: { row: ListedTransaction; annotate: Annotate }): ReactNode {
  const { id, own_category: own, note } = row;
  return (
    <section className="detail-part" aria-label={words.yours}>
      <div className="field">
        <span className="field-name">{words.category}</span>
        <div className="detail-category">
          <CategoryField
            label={words.ownCategory}
            own={own}
            placeholder={words.ofBank(categoryText(row.category))}
            onCategory={(category) => annotate([id], { own_category: category })}
          />
          {own === null ? null : (
            <button
              type="button"
              className="button"
              onClick={() => void annotate([id], { own_category: null })}
            >
              {words.backToBank}
            </button>
          )}
        </div>
      </div>
      <NoteField id={id} saved={note} />
      <Switch
        name={words.turn}
        hint={words.turnHint}
        isOn={row.is_flipped}
        onTurn={(isOn) => void annotate([id], { is_flipped: isOn })}
      />
      <Switch
        name={words.hide}
        hint={words.hideHint}
        isOn={row.is_hidden}
        onTurn={(isOn) => void annotate([id], { is_hidden: isOn })}
      />
    </section>
  );
}

function Switch(props: {
  name: string;
  hint: string;
  isOn: boolean;
  onTurn: (isOn: boolean) => void;
}): ReactNode {
  const id = useId();
  return (
    <div className="detail-switch">
      <label htmlFor={id}>
        {props.name}
        <span id={`${id}-hint`} className="field-hint">
          {props.hint}
        </span>
      </label>
      <input
        id={id}
        type="checkbox"
        role="switch"
        className="switch"
        aria-label={props.name}
        aria-describedby={`${id}-hint`}
        checked={props.isOn}
        onChange={(event) => props.onTurn(event.target.checked)}
      />
    </div>
  );
}
