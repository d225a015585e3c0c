import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { LedgerTask } from '#shared/ledger-tasks.ts';
import { annotate, type AnnotateOptions } from '../../../../src-main/terminal/commands/annotate.ts';
import {
  transactions,
  type TransactionsOptions,
} from '../../../../src-main/terminal/commands/transactions.ts';
import { runLedgerTask } from '../../../../src-worker/tasks/run-ledger-task.ts';
import { closeLedgerOfThread } from '../../../../src-worker/tasks/thread-ledger.ts';
import { bankRow } from '../../../support/bank-rows.ts';
import { accountIn, answered, temporaryLedger } from '../../../support/ledger-fixture.ts';
import { fakeParts } from '../../../support/terminal/fake-parts.ts';
import { fakeSurroundings } from '../../../support/terminal/fake-surroundings.ts';
import { testContext } from '../../../support/terminal/test-context.ts';

/** A terminal at a ledger with a coffee (1) and a salary (2). */
function terminalAt(t: TestContext) {
  const ledger = temporaryLedger(t);
  accountIn(ledger).storeWindow(
    answered([
      bankRow({ description: 'SALARY', amountMinor: 210_000, date: '2026-01-12' }),
      bankRow({ description: 'COFFEE' }),
    ]),
  );
  t.after(() => closeLedgerOfThread(ledger.path));
  const thread = {
    // A task and its answer belong together by the contract's tables; a generic one cannot show it.
    run: <T extends LedgerTask>(task: T) => Promise.resolve(runLedgerTask<T['kind']>(task as never)),
    onUpdate: () => undefined,
    close: () => Promise.resolve(),
  };
  const parts = fakeParts({ createLedger: () => thread });
  const run = async (work: (context: ReturnType<typeof testContext>) => Promise<number>, json = false) => {
    const terminal = fakeSurroundings();
    const code = await work({ ...testContext(terminal, { json, parts }), ledgerPath: ledger.path });
    return { code, out: terminal.out(), err: terminal.err() };
  };
  return {
    say: (ids: readonly number[], options: AnnotateOptions, json = false) =>
      run((context) => annotate(context, ids, options), json),
    list: (options: TransactionsOptions, json = false) =>
      run((context) => transactions(context, options), json),
  };
}

describe('passbook annotate', () => {
  test('writes a note and a category, which the list shows, searches and filters by', async (t) => {
    const { say, list } = terminalAt(t);
    assert.match(
      (await say([1], { note: 'with Kim', category: 'Treats' })).out,
      /Written for 1 transaction\./,
    );
    const shown = (await list({ search: 'kim' })).out;
    assert.match(shown, /^ *Id .*Note/);
    assert.match(shown, /1 {2}2026-01-10 +-4\.20 GBP {2}COFFEE +Treats +booked +with Kim/);
    assert.doesNotMatch((await list({ category: 'Treats' })).out, /SALARY/);
    await say([1], { note: false, category: false });
    assert.doesNotMatch((await list({})).out, /Note|Treats/);
  });

  test('turns an amount round, hides a row and shows hidden ones when asked', async (t) => {
    const { say, list } = terminalAt(t);
    await say([1], { flip: true });
    assert.match((await list({})).out, /1 {2}2026-01-10 +4\.20 GBP/);
    await say([1], { hide: true });
    assert.doesNotMatch((await list({})).out, /COFFEE/);
    const hidden = await list({ hidden: true }, true);
    const { id, amount_minor: minor, description } = JSON.parse(hidden.out) as Record<string, unknown>;
    assert.deepEqual([id, minor, description], [1, 420, 'COFFEE']);
    await say([1], { hide: false, flip: false });
    assert.match((await list({})).out, /-4\.20 GBP {2}COFFEE/);
  });

  test('says what is missing, and fails when nothing named is there', async (t) => {
    const { say } = terminalAt(t);
    const some = await say([1, 77], { hide: true }, true);
    assert.deepEqual(JSON.parse(some.out), { type: 'annotated', changed: 1, missing: 1 });
    const none = await say([77], { hide: true });
    assert.equal(none.code, 2);
    assert.match(none.err + none.out, /There is no transaction "77"/);
    assert.equal((await say([1], {})).code, 2);
    assert.equal((await say([1], { category: 'x'.repeat(101) })).code, 2);
  });
});
