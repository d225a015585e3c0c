import * as z from 'zod';
import { ipcCalls, type IpcCall } from '#shared/ipc/ipc-contract.ts';
import { isCallName } from '#shared/ipc/ipc-names.ts';
import { failed, type Result } from '#shared/result.ts';
import type { LogDoor } from '../log/log-door.ts';
import type { CallHandlers } from './call-handlers.ts';

const envelopeSchema = z.strictObject({ name: z.custom<IpcCall>(isCallName), request: z.unknown() });

/**
 * Answers one call from the window, whatever came over. What is not in the contract is `bad-request` and nothing is
 * done; what throws is `bug`, with the details in the log: neither tells the window anything about the inside.
 */
export async function answerCall(
  handlers: CallHandlers,
  log: LogDoor,
  message: unknown,
): Promise<Result<unknown>> {
  const envelope = envelopeSchema.safeParse(message);
  if (!envelope.success) {
    log.warn('A call that is not in the contract was refused');
    return failed({ kind: 'bad-request' });
  }
  const { name } = envelope.data;
  const request = ipcCalls[name].request.safeParse(envelope.data.request);
  if (!request.success) {
    // Which fields, never their values: one of them may be a secret.
    const fields = request.error.issues.map(({ path, code }) => `${path.join('.')} ${code}`);
    log.warn('A call with a wrong request was refused', { call: name, fields });
    return failed({ kind: 'bad-request' });
  }
  // The contract pairs each name with its request and its handler, which an index cannot show.
  const handler = handlers[name] as (request: unknown) => Promise<Result<unknown>>;
  try {
    return await handler(request.data);
  } catch (error) {
    log.error('Unexpected error', {
      call: name,
      details: error instanceof Error ? error.stack : String(error),
    });
    return failed({ kind: 'bug' });
  }
}
