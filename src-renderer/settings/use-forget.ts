import { useEffect, useState } from 'react';
import type { Failure } from '#shared/failure.ts';
import type { Forgotten, ForgetStep } from '#shared/ipc/connection-data-calls.ts';
import { useWindow } from '../state/window-context.ts';

/** Deleting a connection's data, and how far it is. `step` `null`: nothing is under way. */
export interface Forgetting {
  readonly step: ForgetStep | null;
  readonly failure: Failure | null;
  readonly forgotten: Forgotten | null;
  readonly forget: (typedName: string) => Promise<void>;
}

/** @see Forgetting */
export function useForget(connectionId: string): Forgetting {
  const { bridge, store } = useWindow();
  const [step, setStep] = useState<ForgetStep | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [forgotten, setForgotten] = useState<Forgotten | null>(null);
  useEffect(
    () =>
      bridge.on('connection.forgetting', (now) => setStep((before) => (before === null ? null : now.step))),
    [bridge],
  );
  return {
    step,
    failure,
    forgotten,
    forget: async (typedName) => {
      setStep('copying');
      setFailure(null);
      const result = await bridge.call('connection.forget', { connectionId, typedName });
      setStep(null);
      if (!result.ok) return setFailure(result.failure);
      setForgotten(result.value);
      store.rowsChanged();
    },
  };
}
