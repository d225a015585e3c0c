import type { ReactNode } from 'react';
import type { IpcAnswer, IpcCall } from '#shared/ipc/ipc-contract.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import type { Answered } from '../state/use-answer.ts';
import { insightsWords as words } from '../words/words.ts';

/** A section that waits for its numbers, shows them, or says why there are none. */
export function SectionState<C extends IpcCall>(props: {
  title: string;
  asked: Answered<C>;
  children: (answer: NonNullable<IpcAnswer<C>>) => ReactNode;
}): ReactNode {
  const { answer, failure, askAgain } = props.asked;
  if (failure !== null) {
    return (
      <FailureNotice failure={failure}>
        <button type="button" className="button" onClick={askAgain}>
          {words.tryAgain}
        </button>
      </FailureNotice>
    );
  }
  if (answer === null || answer === undefined) {
    return (
      <section className="card chart chart-waits" aria-busy="true" aria-label={props.title}>
        <p className="quiet">{words.loading}</p>
      </section>
    );
  }
  return props.children(answer);
}
