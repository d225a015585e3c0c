import { useEffect, useState } from 'react';
import type { Failure } from '#shared/failure.ts';
import type { IpcAnswer, IpcCall, IpcRequest } from '#shared/ipc/ipc-contract.ts';
import { useWindow, useWindowState } from './window-context.ts';

/** What main answered last, to a question that may have changed since. */
export interface Answered<C extends IpcCall> {
  /** `null`: not yet. Of the question before, until the present one is answered. */
  readonly answer: IpcAnswer<C> | null;
  readonly failure: Failure | null;
  readonly askAgain: () => void;
}

/** Asks main, and again whenever the question or the ledger changes; answers that came too late are dropped. */
export function useAnswer<C extends IpcCall>(name: C, request: IpcRequest<C> | undefined): Answered<C> {
  const { bridge } = useWindow();
  const changes = useWindowState((state) => state.ledgerChanges);
  const [again, setAgain] = useState(0);
  const [result, setResult] = useState<Omit<Answered<C>, 'askAgain'>>({ answer: null, failure: null });
  const key = JSON.stringify(request);
  useEffect(() => {
    if (request === undefined) return;
    let isWanted = true;
    void bridge.call(name, request).then((answered) => {
      if (!isWanted) return;
      setResult((before) =>
        answered.ok
          ? { answer: answered.value, failure: null }
          : { answer: before.answer, failure: answered.failure },
      );
    });
    return () => {
      isWanted = false;
    };
    // The key stands for the request, which is another object at every drawing.
  }, [bridge, name, key, changes, again]);
  return { ...result, askAgain: () => setAgain((times) => times + 1) };
}
