import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { failed, succeeded } from '#shared/result.ts';
import type { AuthoriseRequest } from '../../../../src-main/auth/authorise.ts';
import { connect, type ConnectOptions } from '../../../../src-main/terminal/commands/connect.ts';
import { createMemoryTokenStore } from '../../../../src-main/auth/memory-token-store.ts';
import { fakeLedgerThread } from '../../../support/terminal/fake-ledger-thread.ts';
import { fakeParts, type FakePartsOptions } from '../../../support/terminal/fake-parts.ts';
import {
  ctrlC,
  fakeSurroundings,
  type FakeSurroundingsOptions,
} from '../../../support/terminal/fake-surroundings.ts';
import { testContext, type RecordedLog } from '../../../support/terminal/test-context.ts';

const options: ConnectOptions = {
  env: 'sandbox',
  clientId: 'sandbox-app',
  redirectUri: 'http://localhost:3000/callback',
  browser: true,
  sync: false,
  workers: 2,
};
const withSecret = { PASSBOOK_CLIENT_SECRET: 'console-secret' };
const tokens = { accessToken: 'a', accessTokenExpiresAtMs: 0, refreshToken: 'r', scope: null };

async function run(
  given: Partial<ConnectOptions>,
  terminalOptions: FakeSurroundingsOptions,
  partsOptions: FakePartsOptions = {},
) {
  const terminal = fakeSurroundings(terminalOptions);
  const log: RecordedLog = { lines: [], secrets: [] };
  const ledger = fakeLedgerThread();
  const requests: AuthoriseRequest[] = [];
  const parts = fakeParts({
    createLedger: () => ledger,
    openBrowser: () => Promise.resolve(true),
    authorise: async ({ openLink }, request) => {
      requests.push(request);
      await openLink('https://auth.example.org/?state=s');
      return succeeded(tokens);
    },
    ...partsOptions,
  });
  const code = await connect(testContext(terminal, { parts, log }), { ...options, ...given });
  return { code, terminal, log, ledger, request: requests[0] };
}

describe('passbook connect', () => {
  test('asks for the secret where nothing shows it, when the variable is not set', async () => {
    const { code, terminal, request, log } = await run({}, { answers: ['typed-secret'] });
    assert.equal(code, 0);
    assert.deepEqual(terminal.questions, [{ text: 'Client secret (not shown): ', hidden: true }]);
    assert.equal(request?.clientSecret, 'typed-secret');
    assert.deepEqual(log.secrets, ['typed-secret']);
    assert.ok(!(terminal.out() + terminal.err()).includes('typed-secret'));
  });

  test('Ctrl-C at a question is an interrupt, not a wrong answer', async () => {
    const atSecret = await run({}, { answers: [ctrlC] });
    assert.equal(atSecret.code, 130);
    assert.match(atSecret.terminal.err(), /nothing was connected/);
    const authorise: FakePartsOptions['authorise'] = async (_deps, { paste, signal }) => {
      await paste?.();
      return failed(signal?.aborted === true ? { kind: 'cancelled' } : { kind: 'code-refused' });
    };
    const atCode = await run({ paste: true }, { env: withSecret, answers: [ctrlC] }, { authorise });
    assert.equal(atCode.code, 130);
  });

  test('asks for everything Passbook can use, for as long as possible', async () => {
    const { request } = await run({ providers: 'uk-ob-all' }, { env: withSecret });
    assert.equal(request?.providers, 'uk-ob-all');
    assert.deepEqual(request.scopes.toSorted(), [
      'accounts',
      'balance',
      'cards',
      'direct_debits',
      'info',
      'offline_access',
      'standing_orders',
      'transactions',
    ]);
  });

  test('shows the link also when the browser has opened', async () => {
    const { terminal } = await run({}, { env: withSecret });
    assert.match(terminal.out(), /Your browser shows the bank now/);
    assert.match(terminal.out(), /^https:\/\/auth\.example\.org\/\?state=s$/m);
  });

  test('says plainly when there is no browser', async () => {
    const { terminal } = await run({}, { env: withSecret }, { openBrowser: () => Promise.resolve(false) });
    assert.match(terminal.out(), /^Open this link in a browser:$/m);
  });

  test('--no-browser never starts one', async () => {
    const openBrowser = () => Promise.reject(new Error('a browser was started'));
    const { code } = await run({ browser: false }, { env: withSecret }, { openBrowser });
    assert.equal(code, 0);
  });

  test('a refused consent leaves no connection behind', async () => {
    const authorise = () => Promise.resolve(failed({ kind: 'consent-denied' }));
    const { code, ledger, terminal } = await run({}, { env: withSecret }, { authorise });
    assert.equal(code, 1);
    assert.match(terminal.err(), /cancelled at the bank/);
    assert.deepEqual(
      ledger.tasks.map(({ kind }) => kind),
      ['open-ledger'],
    );
  });

  test('the ledger is opened before the bank is asked', async () => {
    const broken = fakeLedgerThread({ 'open-ledger': () => failed({ kind: 'ledger-busy', path: 'x' }) });
    const { code, request } = await run({}, { env: withSecret }, { createLedger: () => broken });
    assert.equal(code, 1);
    assert.equal(request, undefined);
  });
});

describe('without a keychain', () => {
  const openTokenStore = (choice: string | undefined) =>
    Promise.resolve(
      choice === 'memory'
        ? succeeded(createMemoryTokenStore())
        : failed({ kind: 'keychain-unavailable', detail: 'no session bus' }),
    );

  test('a person is asked whether to go on for this run only', async () => {
    const terminal = { env: withSecret, isTty: true, answers: ['y'] };
    assert.equal((await run({}, terminal, { openTokenStore })).code, 0);
  });

  for (const answers of [['n'], [''], []]) {
    test(`and "${answers[0] ?? 'nothing'}" is not yes`, async () => {
      const terminal = { env: withSecret, isTty: true, answers };
      const { code, request } = await run({}, terminal, { openTokenStore });
      assert.equal(code, 1);
      assert.equal(request, undefined);
    });
  }

  test('a script gets the sentence and no question', async () => {
    const { code, terminal } = await run({}, { env: withSecret }, { openTokenStore });
    assert.equal(code, 1);
    assert.deepEqual(terminal.questions, []);
    assert.match(terminal.err(), /PASSBOOK_TOKEN_STORE=memory/);
  });
});
