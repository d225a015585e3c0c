import assert from 'node:assert/strict';
import { registerHooks } from 'node:module';
import { describe, test } from 'node:test';
import { progressSample } from '../../../support/window/job-samples.ts';
import { stateOf, statusOf } from '../../../support/desktop/state-of.ts';
import { jobRecord } from '../../../support/terminal/fake-sync-run.ts';

// As a translator would: another value in the table of languages, and nothing else.
const pseudo = new URL('../../../support/desktop/pseudo-languages.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === './languages.ts' && context.parentURL?.endsWith('/src-main/words/words.ts') === true
      ? { url: pseudo, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});
const { trayModel } = await import('../../../../src-main/app/tray-model.ts');
const { consentNotices, noticesOfJob } = await import('../../../../src-main/app/notices.ts');

/** Every text in it, kinds and names of things apart. */
function textsOf(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return ['label', 'tooltip', 'title', 'body'].includes(key) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => textsOf(part, Array.isArray(value) ? key : name));
}
const plain = (texts: readonly string[]): readonly string[] =>
  texts.filter((text) => /[A-Za-z]{2}/.test(text));

const nowMs = Date.parse('2026-03-30T08:00:00Z');
const troubled = statusOf({
  health: 'failed',
  trouble: {
    accountId: 'a',
    displayName: 'Saver',
    failure: { kind: 'bank-unavailable', status: 503, code: null },
    untilIso: null,
  },
});

describe('in another language', () => {
  const states = {
    'at rest': stateOf(),
    'with nothing connected': stateOf({ connections: [] }),
    'while a sync runs': stateOf({ progress: progressSample() }),
    'in trouble': stateOf({ connections: [troubled, statusOf({ id: 'c2', health: 'rate-limited' })] }),
    paused: stateOf({ settings: { ...stateOf().settings, pausedUntilIso: '2026-03-30T09:00:00Z' } }),
  };
  for (const [name, state] of Object.entries(states)) {
    test(`the tray ${name} has no English left`, () => {
      const texts = textsOf(trayModel(state, nowMs));
      assert.ok(texts.length > 4);
      assert.deepEqual(plain(texts), []);
    });
  }

  test('nor have notifications', () => {
    const facts = { before: [statusOf()], isWatched: false, nowMs };
    const failed = noticesOfJob({ ...facts, job: jobRecord(), after: [troubled] });
    const brought = noticesOfJob({
      ...facts,
      job: jobRecord({ transactionsSynced: 2 }),
      after: [statusOf()],
    });
    const { notices } = consentNotices([statusOf()], {}, nowMs);
    const texts = textsOf([...failed, ...brought, ...notices]);
    assert.equal(texts.filter((text) => text !== '').length, 5);
    assert.deepEqual(plain(texts), []);
  });
});
