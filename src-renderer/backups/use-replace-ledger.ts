import { useState } from 'react';
import type { RecoveryStep } from '#shared/backups.ts';
import type { IpcRequest } from '#shared/ipc/ipc-contract.ts';
import { useWindow } from '../state/window-context.ts';

type ReplacingCall = 'backups.restore' | 'backups.restore-other' | 'ledger.recover';

/** Has something put in the ledger's place, and then everything read anew. `steps`: what was done, until dismissed. */
export function useReplaceLedger(onDone: () => void): {
  readonly steps: readonly RecoveryStep[] | null;
  readonly isBusy: boolean;
  readonly replace: <C extends ReplacingCall>(call: C, request: IpcRequest<C>) => Promise<void>;
  readonly dismiss: () => void;
} {
  const { store } = useWindow();
  const [steps, setSteps] = useState<readonly RecoveryStep[] | null>(null);
  const [isBusy, setBusy] = useState(false);
  return {
    steps,
    isBusy,
    replace: async (call, request) => {
      setBusy(true);
      const done = await store.act(call, request);
      setBusy(false);
      if (done === null) return;
      setSteps(done.steps);
      store.ledgerReplaced();
      onDone();
    },
    dismiss: () => setSteps(null),
  };
}
