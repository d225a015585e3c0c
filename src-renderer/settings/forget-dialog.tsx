import { useState, type ReactNode } from 'react';
import type { ConnectionStatus } from '#shared/ipc/app-state.ts';
import { TextField } from '../connect/text-field.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { useAnswer } from '../state/use-answer.ts';
import { forgetWords as words } from '../words/words.ts';
import { ForgottenData } from './forgotten-data.tsx';
import { ToBeForgotten } from './to-be-forgotten.tsx';
import { useForget } from './use-forget.ts';

/** Says what is deleted, has the bank's name typed (a click is made too easily), deletes, and says what became of it. */
export function ForgetDialog(props: { connection: ConnectionStatus; onClose: () => void }): ReactNode {
  const { connection, onClose } = props;
  const { id: connectionId, provider_name: bank } = connection;
  const { step, failure, forgotten, forget } = useForget(connectionId);
  const [typedName, setTypedName] = useState('');
  if (forgotten !== null) return <ForgottenData bank={bank} forgotten={forgotten} onClose={onClose} />;
  const isBusy = step !== null;
  return (
    // What has begun is not left in the middle.
    <Dialog title={words.ask(bank)} onClose={() => (isBusy ? undefined : onClose())}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (typedName.trim() === bank && !isBusy) void forget(typedName.trim());
        }}
      >
        <Held connectionId={connectionId} />
        <p>{words.stays}</p>
        <p>{words.copy}</p>
        <TextField label={words.type(bank)} value={typedName} onChange={setTypedName} />
        {failure === null ? null : <FailureNotice failure={failure} />}
        <div className="forget-step" role="status">
          {step === null ? null : (
            <>
              <progress aria-label={words.steps[step]} />
              <span>{words.steps[step]}</span>
            </>
          )}
        </div>
        <div className="dialog-ways">
          <button type="button" className="button" disabled={isBusy} onClick={onClose}>
            {words.cancel}
          </button>
          <button type="submit" className="button button-bad" disabled={isBusy || typedName.trim() !== bank}>
            {words.confirm}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Held({ connectionId }: { connectionId: string }): ReactNode {
  const { answer: data, failure } = useAnswer('connection.data', { connectionId });
  if (data !== null) return <ToBeForgotten data={data} />;
  return failure === null ? <p role="status">{words.looking}</p> : <FailureNotice failure={failure} />;
}
