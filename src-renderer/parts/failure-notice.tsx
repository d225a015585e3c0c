import type { ReactNode } from 'react';
import type { Failure } from '#shared/failure.ts';
import { Icon } from './icon.tsx';
import { failureWords } from '../words/words.ts';

/** A failure in words: what happened in bold, then what was done and what to do. Ways out come as children. */
export function FailureNotice(props: { failure: Failure; children?: ReactNode }): ReactNode {
  const { happened, did, todo } = failureWords.of(props.failure);
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
