import type { ReactNode } from 'react';
import type { ConnectionStatus } from '#shared/ipc/app-state.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useWindow } from '../state/window-context.ts';
import { overviewWords as words } from '../words/words.ts';

/** Asks before a consent is ended: getting it back means going to the bank again. */
export function DisconnectDialog(props: { connection: ConnectionStatus; onClose: () => void }): ReactNode {
  const { connection, onClose } = props;
  const { store } = useWindow();
  return (
    <Dialog title={words.disconnectAsk(connection.provider_name)} onClose={onClose}>
      <p>{words.disconnectMeans}</p>
      <div className="dialog-ways">
        <button type="button" className="button" onClick={onClose}>
          {words.keepIt}
        </button>
        <button
          type="button"
          className="button button-bad"
          onClick={() => {
            onClose();
            void store.act('connection.disconnect', { connectionId: connection.id });
          }}
        >
          {words.disconnect}
        </button>
      </div>
    </Dialog>
  );
}
