import assert from 'node:assert/strict';
import { registerHooks } from 'node:module';
import { test } from 'node:test';
import { succeeded } from '#shared/result.ts';
import { refusingHandlers } from '../../../support/desktop/refusing-handlers.ts';
import { logInMemory } from '../../../support/desktop/log-in-memory.ts';
import { stateOf } from '../../../support/desktop/state-of.ts';

/** What a window's call comes as. */
type Handler = (event: unknown, message: unknown) => Promise<unknown>;
const served: { handler?: Handler } = {};
Object.assign(globalThis, { servedByTest: served });
// Electron's door, as far as it is needed: there is no Electron in this process.
const electron =
  'export const ipcMain = { handle: (_, handler) => { globalThis.servedByTest.handler = handler; } };';
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: `data:text/javascript,${encodeURIComponent(electron)}`, shortCircuit: true }
      : next(specifier, context),
});
const { serveIpc } = await import('../../../../src-main/desktop/serve-ipc.ts');
type Contents = NonNullable<ReturnType<Parameters<typeof serveIpc>[0]['ownContents']>>;

test('an answer to a window that was closed meanwhile does not count as the next one’s page listening', async () => {
  const first = { name: 'first' } as unknown as Contents;
  const second = { name: 'second' } as unknown as Contents;
  let open = first;
  let listening = 0;
  const { promise: isRead, resolve: read } = Promise.withResolvers<void>();
  serveIpc({
    calls: refusingHandlers({
      'app.state': async () => {
        await isRead;
        return succeeded(stateOf());
      },
    }),
    log: logInMemory(),
    ownContents: () => open,
    onAnswered: () => (listening += 1),
    onCall: () => undefined,
  });
  const ask = (sender: Contents): Promise<unknown> | undefined =>
    served.handler?.(
      { sender, senderFrame: { url: 'app://passbook/index.html', parent: null } },
      { name: 'app.state', request: null },
    );
  const late = ask(first);
  open = second;
  read();
  await late;
  assert.equal(listening, 0);
  await ask(second);
  assert.equal(listening, 1);
});
