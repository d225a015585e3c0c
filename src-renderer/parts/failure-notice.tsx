import type { ReactNode } from 'react';
import type { Failure } from '#shared/failure.ts';
import { windowWordsOf } from '#shared/words/window-failure-words.ts';
import { Icon } from './icon.tsx';

/** A failure in words: what happened in bold, then what was done and what to do. Ways out come as children. */
export function FailureNotice(props: { failure: Failure; children?: ReactNode }): ReactNode {
  const { happened, did, todo } = windowWordsOf(props.failure);
  return (
    <div className="notice notice-bad" role="alert">
      <Icon name="warning" />
      <div className="notice-words">
        <p>
          <strong>{happened}</strong> {did}
        </p>
        <p>{todo}</p>
        {props.children === undefined ? null : <div className="notice-ways">{props.children}</div>}
      </div>
    </div>
  );
}
