import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { anyCategoryText } from '../format/category-text.ts';
import { classNames } from '../parts/class-names.ts';
import { detailWords as words } from '../words/words.ts';
import { usePutAway } from '../state/use-put-away.ts';
import { categoriesLike, type CategoryOption } from './categories-like.ts';
import { useCategories } from './use-categories.ts';

/** How many are offered at once; typing finds the others. */
const mostOffered = 8;

/**
 * A category to choose or to write: known ones are offered as one types (the combobox pattern of the ARIA guide), a new
 * one is whatever was written. `own`: the user's now. `onCategory` with `null`: the bank's again. `needsEnter`: leaving
 * the field means nothing, because what is chosen here is for many rows.
 */
export function CategoryField(props: {
  label: string;
  own: string | null;
  placeholder: string;
  needsEnter?: boolean;
  /** Answers whether it was taken: if not, the field keeps what was written. */
  onCategory: (category: string | null) => Promise<boolean>;
}): ReactNode {
  const { label, own, placeholder, needsEnter = false, onCategory } = props;
  const id = useId();
  const known = useCategories() ?? [];
  const [text, setText] = useState<string | null>(null);
  /** What was written and not taken. */
  const [refused, setRefused] = useState<string | null>(null);
  const [at, setAt] = useState(-1);
  const written = own === null ? '' : anyCategoryText(own);
  const options = text === null ? [] : categoriesLike(known, text, mostOffered);
  const isOpen = options.length > 0;

  const close = (): void => {
    setText(null);
    setAt(-1);
  };
  const choose = async (category: string | null): Promise<void> => {
    const said = category === null ? '' : anyCategoryText(category);
    close();
    if (category !== own && !(await onCategory(category))) setRefused(said);
  };
  const take = async (): Promise<void> => {
    // Without a word nothing is meant.
    if (text === null || text.trim() === written) return close();
    const same = options.find(({ name }) => name.toLowerCase() === text.trim().toLowerCase());
    await choose(text.trim() === '' ? null : (same?.category ?? text.trim()));
  };
  usePutAway(() => (needsEnter ? Promise.resolve() : take()));
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      if (text === null) setText(written);
      else if (isOpen) setAt((at + step + options.length + (at < 0 && step < 0 ? 1 : 0)) % options.length);
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      const option = options[at];
      void (option === undefined ? take() : choose(option.category));
    } else if (event.key === 'Escape' && text !== null) {
      event.stopPropagation();
      event.preventDefault();
      close();
    }
  };
  return (
    <div className="combobox">
      <input
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? `${id}-${String(at)}` : undefined}
        autoComplete="off"
        maxLength={100}
        placeholder={placeholder}
        value={text ?? refused ?? written}
        aria-invalid={refused !== null}
        onFocus={(event) => {
          setText(refused ?? written);
          setRefused(null);
          event.target.select();
        }}
        onChange={(event) => {
          setText(event.target.value);
          setAt(-1);
        }}
        onBlur={() => void (needsEnter ? close() : take())}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={words.knownCategories} hidden={!isOpen}>
        {options.map((option, index) => (
          <Option
            key={option.category}
            id={`${id}-${String(index)}`}
            option={option}
            isAt={index === at}
            onChoose={() => void choose(option.category)}
          />
        ))}
      </ul>
    </div>
  );
}

function Option(props: {
  id: string;
  option: CategoryOption;
  isAt: boolean;
  onChoose: () => void;
}): ReactNode {
  const { id, option, isAt, onChoose } = props;
  return (
    <li
      id={id}
      role="option"
      aria-selected={isAt}
      className={classNames('combobox-option', isAt && 'combobox-at')}
      // Before the field loses the focus, and with it its list.
      onMouseDown={(event) => {
        event.preventDefault();
        onChoose();
      }}
    >
      {option.name}
      {option.isOwn ? <span className="filter-aside">{words.own}</span> : null}
    </li>
  );
}
