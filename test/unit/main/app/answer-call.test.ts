import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newestFirst } from '#shared/transaction-list.ts';
import { failed, succeeded } from '#shared/result.ts';
import { answerCall } from '../../../../src-main/app/answer-call.ts';
import { logInMemory } from '../../../support/desktop/log-in-memory.ts';
import { refusingHandlers } from '../../../support/desktop/refusing-handlers.ts';

const badRequest = { ok: false, failure: { kind: 'bad-request' } };
const secret = 'tlcs_do_not_show_me';

describe('a call from the window', () => {
  test('reaches its handler with the decoded request, and its answer goes back', async () => {
    const handlers = refusingHandlers({
      'jobs.list': ({ limit }) =>
        Promise.resolve(limit === 3 ? succeeded([]) : failed({ kind: 'cancelled' })),
    });
    const answer = await answerCall(handlers, logInMemory(), { name: 'jobs.list', request: { limit: 3 } });
    assert.deepEqual(answer, { ok: true, value: [] });
  });

  test('keeps the kind of an expected failure', async () => {
    const handlers = refusingHandlers({
      'sync.start': () => Promise.resolve(failed({ kind: 'nothing-connected' })),
    });
    const answer = await answerCall(handlers, logInMemory(), { name: 'sync.start', request: {} });
    assert.deepEqual(answer, failed({ kind: 'nothing-connected' }));
  });

  test('whose handler throws is a bug: the log has the details, the window nothing of them', async () => {
    const log = logInMemory();
    const handlers = refusingHandlers({ 'sync.cancel': () => Promise.reject(new Error('at /secret/path')) });
    const answer = await answerCall(handlers, log, { name: 'sync.cancel', request: null });
    assert.deepEqual(answer, { ok: false, failure: { kind: 'bug' } });
    assert.match(log.text(), /\/secret\/path/);
  });
});

const wish = {
  environment: 'sandbox',
  clientId: 'id',
  clientSecret: secret,
  redirectUri: 'http://localhost:3000/callback',
  keepIn: 'keychain',
};

const page = { filter: {}, sort: newestFirst, offset: 0, limit: 1 };

/** What a page that was taken over might send. None of it reaches a handler. */
const hostile: readonly (readonly [what: string, message: unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a text', 'app.state'],
  ['a number', 7],
  ['a list', ['app.state', null]],
  ['no name', { request: null }],
  ['an unknown name', { name: 'ledger.delete', request: null }],
  ['a name of every object', { name: 'constructor', request: null }],
  ['a prototype as name', { name: '__proto__', request: null }],
  ['a push as call', { name: 'app.changed', request: null }],
  ['a name that is an object', { name: { toString: 'app.state' }, request: null }],
  ['something besides name and request', { name: 'app.state', request: null, sender: 'main' }],
  ['a request where none belongs', { name: 'app.state', request: {} }],
  ['no request', { name: 'app.state' }],
  ['an extra field', { name: 'sync.start', request: { requestedBy: 'schedule' } }],
  ['an attended flag of its own', { name: 'sync.start', request: { attended: false } }],
  ['a day that is none', { name: 'sync.start', request: { from: '2026-02-30' } }],
  ['a day with SQL behind it', { name: 'sync.start', request: { from: "2026-01-01'; DROP TABLE jobs" } }],
  ['days the wrong way round', { name: 'sync.start', request: { from: '2026-02-01', to: '2026-01-01' } }],
  ['an empty id', { name: 'sync.start', request: { accountId: '' } }],
  ['an id as object', { name: 'jobs.get', request: { jobId: { $ne: null } } }],
  ['an endless id', { name: 'jobs.get', request: { jobId: 'x'.repeat(201) } }],
  ['more rows than a page', { name: 'transactions.page', request: { ...page, limit: 501 } }],
  ['a page before the first', { name: 'transactions.page', request: { ...page, offset: -1 } }],
  ['half a row', { name: 'transactions.page', request: { ...page, offset: 0.5 } }],
  ['infinitely many rows', { name: 'jobs.list', request: { limit: Infinity } }],
  ['not a number of rows', { name: 'jobs.list', request: { limit: Number.NaN } }],
  ['a path in a page request', { name: 'transactions.page', request: { ...page, ledgerPath: '/etc/x' } }],
  [
    'an endless search',
    { name: 'transactions.page', request: { ...page, filter: { search: 'x'.repeat(201) } } },
  ],
  ['hosts of its own', { name: 'connect.begin', request: { ...wish, authUrl: 'https://evil.example' } }],
  ['another environment', { name: 'connect.begin', request: { ...wish, environment: 'custom' } }],
  ['a redirect that is no URL', { name: 'connect.begin', request: { ...wish, redirectUri: 'nowhere' } }],
  ['tokens in a file', { name: 'connect.begin', request: { ...wish, keepIn: 'file' } }],
  ['an endless secret', { name: 'connect.begin', request: { ...wish, clientSecret: secret.repeat(50) } }],
  ['a link of its own', { name: 'link.open', request: { page: 'https://evil.example/' } }],
  [
    'a link beside the page',
    { name: 'link.open', request: { page: 'truelayer-docs', url: 'https://evil.example/' } },
  ],
  ['a script for the clipboard', { name: 'clipboard.write', request: { html: '<b>' } }],
  ['a flood for the clipboard', { name: 'clipboard.write', request: { text: 'x'.repeat(4_000_001) } }],
  ['a setting that is none', { name: 'settings.change', request: { devTools: true } }],
  [
    'a pause in the settings',
    { name: 'settings.change', request: { pausedUntilIso: '2099-01-01T00:00:00Z' } },
  ],
  ['a hundred threads', { name: 'settings.change', request: { syncWorkers: 100 } }],
  ['a host name as address', { name: 'settings.change', request: { psuIp: 'evil.example' } }],
  ['a header in the address', { name: 'settings.change', request: { psuIp: '1.2.3.4\r\nX: y' } }],
  ['every hour', { name: 'settings.change', request: { syncEveryHours: 1 } }],
  ['a file to reveal', { name: 'ledger.reveal', request: { path: '/etc/passwd' } }],
];

describe('what the window may not send', () => {
  for (const [what, message] of hostile) {
    test(what, async () => {
      const log = logInMemory();
      assert.deepEqual(await answerCall(refusingHandlers(), log, message), badRequest);
      assert.match(log.text(), /refused/);
      assert.doesNotMatch(log.text(), new RegExp(secret));
    });
  }
});
