import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ConnectState } from '#shared/ipc/connect-state.ts';
import { newApp, usedApp } from '../../support/window/app-states.ts';
import { progressSample } from '../../support/window/job-samples.ts';
import { noBrowser, raiseWindowStage, type WindowStage } from '../../support/window/open-window-page.ts';

const secret = 'tlcs_live_not-for-keeping';

describe('the first run of the window', { skip: noBrowser }, () => {
  let stage: WindowStage;
  before(async () => {
    stage = await raiseWindowStage();
  });
  after(() => stage.close());

  test('three doors; the demo bank is one click', async () => {
    const { page, app } = await stage.open(newApp);
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Welcome to Passbook');
    await page.getByRole('button', { name: /Demo bank/ }).click();
    assert.deepEqual(app.calls.at(-1), { name: 'connect.demo', request: null });
    app.change({ connect: { kind: 'starting', door: 'demo' } });
    await page.getByRole('heading', { name: 'Connecting the demo bank' }).waitFor();
    app.change({ ...usedApp, connect: { kind: 'connected', connectionId: 'c1', jobId: 'job-7' } });
    app.push('sync.progress', progressSample());
    await page.getByRole('heading', { name: 'Santander is connected' }).waitFor();
    await page.getByRole('heading', { name: '3 accounts found' }).waitFor();
    await page.getByRole('progressbar', { name: 'Sync progress' }).waitFor();
    await page.getByRole('button', { name: 'Go to the overview' }).click();
    await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor();
  });

  test('the client secret is sent once and stays nowhere in the window', async () => {
    const { page, app } = await stage.open(newApp);
    await page.getByRole('button', { name: /Your bank/ }).click();
    await page.getByLabel('Client id').fill('ada-1842');
    await page.getByLabel('Client secret').fill(secret);
    assert.equal(await page.getByLabel('Client secret').getAttribute('type'), 'password');
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    assert.deepEqual(app.calls.at(-1), {
      name: 'connect.begin',
      request: {
        environment: 'live',
        clientId: 'ada-1842',
        clientSecret: secret,
        redirectUri: 'http://localhost:3000/callback',
        keepIn: 'keychain',
      },
    });
    assert.equal(await page.getByLabel('Client secret').inputValue(), '');
    assert.equal(await page.getByLabel('Client id').inputValue(), 'ada-1842');
    const kept = await page.evaluate(
      'document.documentElement.outerHTML + JSON.stringify(localStorage) + JSON.stringify(sessionStorage)',
    );
    assert.ok(!String(kept).includes(secret));
  });

  test('the redirect URI can be copied, and an empty form says what is missing where it is', async () => {
    const { page, app } = await stage.open(newApp);
    await page.getByRole('button', { name: /TrueLayer sandbox/ }).click();
    await page.getByRole('button', { name: 'Copy the redirect URI' }).click();
    assert.deepEqual(app.calls.at(-1)?.request, { text: 'http://localhost:3000/callback' });
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await page.getByText('Paste the client id from the Console.').waitFor();
    await page.getByLabel('Client id').and(page.locator(':focus')).waitFor();
    assert.ok(!app.calls.some(({ name }) => name === 'connect.begin'));
  });

  test('waiting for the bank counts down, takes a pasted code, and can be cancelled', async () => {
    const { page, app } = await stage.open(newApp);
    const untilIso = '2026-11-23T15:04:00Z';
    app.change({ connect: { kind: 'waiting-for-consent', door: 'live', untilIso, canPaste: true } });
    const timer = page.getByRole('timer', { name: 'Time left' });
    assert.match((await timer.textContent()) ?? '', /^[34]:\d\d$/);
    await page.getByRole('button', { name: 'Copy the link' }).click();
    await page.getByText('Link copied').waitFor();
    assert.deepEqual(app.calls.at(-1), { name: 'connect.link', request: { way: 'copy' } });
    await page.getByText('The page did not come back by itself').click();
    await page.getByLabel(/Code, or the whole address/).fill('http://localhost:3000/callback?code=abc');
    await page.getByRole('button', { name: 'Use this code' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    assert.deepEqual(
      app.calls.slice(-2).map(({ name }) => name),
      ['connect.paste', 'connect.cancel'],
    );
  });

  const renewal = {
    clientId: 'ada-1842',
    redirectUri: 'http://localhost:4100/callback',
    renews: { connectionId: 'c1', name: 'Monzo' },
  };

  test('a browser that did not open says so; a reconnect that lost its secret asks for that alone', async () => {
    const { page, app } = await stage.open(newApp);
    const untilIso = '2026-11-23T15:04:00Z';
    const waiting = { kind: 'waiting-for-consent', door: 'live', untilIso, canPaste: true } as const;
    app.change({ connect: { ...waiting, browserOpened: false } });
    assert.match((await page.getByRole('alert').textContent()) ?? '', /browser could not be opened/);
    await page.getByRole('button', { name: 'Open the link again' }).click();
    assert.deepEqual(app.calls.at(-1), { name: 'connect.link', request: { way: 'open' } });

    const failure = { kind: 'reconnect-needed', cause: 'no-token' } as const;
    app.change({
      connect: { kind: 'failed', door: 'live', failure, freePort: null, canRetry: true, tried: renewal },
    });
    await page.getByRole('heading', { name: 'Could not reconnect Monzo' }).waitFor();
    assert.match(
      (await page.getByRole('alert').textContent()) ?? '',
      /no longer has the client secret for Monzo/,
    );
    await page.getByText('ada-1842').waitFor();
    assert.equal(await page.getByRole('textbox').count(), 1, 'only what is missing is asked for');
    await page.getByRole('button', { name: 'Reconnect', exact: true }).click();
    await page.getByText('Paste the client secret from the Console.').waitFor();
    await page.getByLabel('Client secret').fill('tlcs_live_x');
    await page.getByRole('button', { name: 'Reconnect', exact: true }).click();
    assert.deepEqual(app.calls.at(-1), { name: 'connect.retry', request: { clientSecret: 'tlcs_live_x' } });
    assert.equal(await page.getByLabel('Client secret').inputValue(), '');
  });

  const failures: readonly {
    readonly connect: Partial<Extract<ConnectState, { kind: 'failed' }>>;
    readonly says: RegExp;
    readonly button: string;
    readonly calls: readonly [name: string, request: unknown];
  }[] = [
    {
      connect: { failure: { kind: 'consent-denied' } },
      says: /The consent was not given/,
      button: 'Try again',
      calls: ['connect.retry', {}],
    },
    {
      connect: { failure: { kind: 'connect-timed-out', afterMs: 300_000 } },
      says: /did not come back within 5 min/,
      button: 'Try again',
      calls: ['connect.retry', {}],
    },
    {
      connect: { failure: { kind: 'redirect-port-taken', port: 3000 }, freePort: 3001 },
      says: /Port 3000.*used by another program/,
      button: 'Use port 3001',
      calls: ['connect.retry', { redirectUri: 'http://localhost:3001/callback' }],
    },
    {
      connect: { failure: { kind: 'redirect-port-taken', port: 4100 }, freePort: 4101, tried: renewal },
      says: /Port 4100.*used by another program/,
      button: 'Use port 4101',
      calls: ['connect.retry', { redirectUri: 'http://localhost:4101/callback' }],
    },
    {
      connect: { failure: { kind: 'wrong-state' } },
      says: /does not belong to this attempt/,
      button: 'Start again',
      calls: ['connect.retry', {}],
    },
    {
      connect: { failure: { kind: 'keychain-unavailable', detail: 'no session bus' } },
      says: /keychain cannot be used/,
      button: 'Go on for this run only',
      calls: ['connect.retry', { keepIn: 'memory' }],
    },
    {
      connect: { failure: { kind: 'redirect-mismatch' } },
      says: /does not know this redirect URI/,
      button: 'Open the Console',
      calls: ['link.open', { page: 'truelayer-console' }],
    },
    {
      connect: { door: 'demo', failure: { kind: 'redirect-port-taken', port: 3000 } },
      says: /Port 3000/,
      button: 'Try again',
      calls: ['connect.demo', null],
    },
  ];
  for (const { connect, says, button, calls } of failures) {
    const name = `${connect.failure?.kind ?? ''} at the ${connect.door ?? 'live'} door`;
    test(`${name}: its sentence, and "${button}" does ${calls[0]}`, async () => {
      const { page, app } = await stage.open(newApp);
      const failed = { kind: 'failed', door: 'live', freePort: null, canRetry: true } as const;
      app.change({ connect: { ...failed, failure: { kind: 'cancelled' }, ...connect } });
      assert.match((await page.getByRole('alert').textContent()) ?? '', says);
      await page.getByRole('button', { name: button }).click();
      assert.deepEqual(app.calls.at(-1), { name: calls[0], request: calls[1] });
    });
  }

  test('a wrong secret, or one that main no longer has, leads back to the form as it was', async () => {
    const { page, app } = await stage.open(newApp);
    await page.getByRole('button', { name: /Your bank/ }).click();
    await page.getByLabel('Client id').fill('ada-1842');
    for (const [failure, button] of [
      [{ kind: 'wrong-client-secret' }, 'Edit the credentials'],
      [{ kind: 'consent-denied' }, 'Try again'],
    ] as const) {
      app.change({ connect: { kind: 'failed', door: 'live', failure, freePort: null } });
      await page.getByRole('button', { name: button }).click();
      assert.equal(await page.getByLabel('Client id').inputValue(), 'ada-1842');
      app.change({ connect: { kind: 'starting', door: 'live' } });
    }
  });
});
