import { useRef, useState, type ReactNode } from 'react';
import type { Credentials } from '#shared/ipc/keeping-calls.ts';
import type { Failure } from '#shared/failure.ts';
import { TextField } from '../connect/text-field.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { useWindow } from '../state/window-context.ts';
import { settingsWords } from '../words/words.ts';

/**
 * Asks for a secret and hands it on. It is in the field only, never in the window's state; a secret that the keychain
 * did not take stays there.
 */
export function ReplaceSecretDialog(props: { credentials: Credentials; onClose: () => void }): ReactNode {
  const { credentials, onClose } = props;
  const { environment, clientId } = credentials;
  const { bridge } = useWindow();
  const [failure, setFailure] = useState<Failure | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const save = async (): Promise<void> => {
    const clientSecret = field.current?.value.trim() ?? '';
    if (clientSecret === '') return;
    const replaced = await bridge.call('credentials.replace', { environment, clientId, clientSecret });
    if (!replaced.ok) return setFailure(replaced.failure);
    if (field.current !== null) field.current.value = '';
    onClose();
  };
  return (
    <Dialog title={settingsWords.replaceTitle(settingsWords.environments[environment])} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={settingsWords.newSecret}
          type="password"
          inputRef={field}
          hint={settingsWords.replaceHint}
        />
        {failure === null ? null : <FailureNotice failure={failure} />}
        <div className="dialog-ways">
          <button type="button" className="button" onClick={onClose}>
            {settingsWords.cancel}
          </button>
          <button type="submit" className="button button-main">
            {settingsWords.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
