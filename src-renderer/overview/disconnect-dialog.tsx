import type { ReactNode } from 'react';
import type { ConnectionStatus } from '#shared/ipc/app-state.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useWindow } from '../state/window-context.ts';

/** Asks before a consent is ended: getting it back means going to the bank again. */
export function DisconnectDialog(props: { connection: ConnectionStatus; onClose: () => void }): ReactNode {
  const { connection, onClose } = props;
  const { store } = useWindow();
  return (
    <Dialog title={`Disconnect ${connection.provider_name}?`} onClose={onClose}>
      <p>
        Passbook ends the consent at the bank and forgets its tokens. The transactions in your ledger stay. To
        sync again you would have to reconnect.
      </p>
      <div className="dialog-ways">
        <button type="button" className="button" onClick={onClose}>
          Keep it
        </button>
        <button
          type="button"
          className="button button-bad"
          onClick={() => {
            onClose();
            void store.act('connection.disconnect', { connectionId: connection.id });
          }}
        >
          Disconnect
        </button>
      </div>
    </Dialog>
  );
}
