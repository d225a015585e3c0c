import { ipcMain, type WebContents } from 'electron';
import { callChannel } from '#shared/ipc/ipc-names.ts';
import { failed } from '#shared/result.ts';
import { answerCall } from '../app/answer-call.ts';
import type { CallHandlers } from '../app/call-handlers.ts';
import type { LogDoor } from '../log/log-door.ts';
import { isTrustedSender } from './trusted-sender.ts';

/** What serving takes. `ownContents`: of the window that is open now. */
export interface IpcServing {
  readonly calls: CallHandlers;
  readonly log: LogDoor;
  readonly ownContents: () => WebContents | null;
  /** The page has asked its first question: it listens now. */
  readonly onAnswered: () => void;
  /** Told what was asked and answered, for specs. */
  readonly onCall: (call: { readonly message: unknown; readonly answer: unknown }) => void;
}

/** The one door between the window and the rest: who calls is checked first, then what is called, then with what. */
export function serveIpc({ calls, log, ownContents, onAnswered, onCall }: IpcServing): void {
  ipcMain.handle(callChannel, async ({ sender, senderFrame }, message: unknown) => {
    const isTrusted = isTrustedSender({
      frameUrl: senderFrame?.url ?? null,
      isTopFrame: senderFrame?.parent === null,
      isOurWindow: sender === ownContents(),
    });
    if (!isTrusted) {
      log.warn('A call from somebody else than the window was refused');
      return failed({ kind: 'bad-request' });
    }
    const answer = await answerCall(calls, log, message);
    // The window that asked may be closed by now, and the next one's page not listen yet.
    if (sender === ownContents()) onAnswered();
    onCall({ message, answer });
    return answer;
  });
}
