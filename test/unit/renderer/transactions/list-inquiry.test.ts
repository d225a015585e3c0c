import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { succeeded } from '#shared/result.ts';
import { createListInquiry } from '../../../../src-renderer/transactions/list-inquiry.ts';
import { everything, type ListQuery } from '../../../../src-renderer/transactions/list-query.ts';
import { createBridgeDouble } from '../../../support/bridge-double.ts';
import { usedApp } from '../../../support/window/app-states.ts';
import { sampleLedger } from '../../../support/window/sample-ledger.ts';

const searching = (search: string): ListQuery => ({ ...everything, filter: { search } });

/** A ledger that answers each question when it is told to, and what came of it. */
function slowLedger() {
  const app = createBridgeDouble(usedApp);
  const ledger = sampleLedger(2000);
  const asked: string[] = [];
  const answers: string[] = [];
  const answerers = new Map<string, () => void>();
  app.script('transactions.page', (request) => {
    const { search = '' } = request.filter;
    asked.push(`${search}@${String(request.offset)}`);
    return new Promise((resolve) => {
      answerers.set(search, () => resolve(succeeded(ledger.page(request))));
    });
  });
  const inquiry = createListInquiry(app.bridge.call, (pages) => {
    answers.push(pages.query.filter.search ?? '');
    shown.push(pages);
  });
  const shown: Parameters<Parameters<typeof createListInquiry>[1]>[0][] = [];
  const answer = async (search: string): Promise<void> => {
    answerers.get(search)?.();
    await new Promise((turn) => void setImmediate(turn));
  };
  return { inquiry, asked, answers, answer, shown };
}

describe('the questions of a list', () => {
  test('are put at once, two at a time; of what is typed meanwhile only the newest is asked', async () => {
    const { inquiry, asked, answers, answer } = slowLedger();
    for (const search of ['t', 'te', 'tes', 'tesc', 'tesco']) inquiry.ask(searching(search));
    assert.deepEqual(asked, ['t@0', 'te@0']);
    await answer('t');
    assert.deepEqual(asked, ['t@0', 'te@0', 'tesco@0']);
    await answer('te');
    assert.deepEqual(answers, []);
    await answer('tesco');
    assert.deepEqual(answers, ['tesco']);
  });

  test('may be overtaken: an older answer that comes late is dropped', async () => {
    const { inquiry, answers, answer } = slowLedger();
    inquiry.ask(searching('te'));
    inquiry.ask(searching('tesco'));
    await answer('tesco');
    await answer('te');
    assert.deepEqual(answers, ['tesco']);
  });

  test('asked again of a changed ledger begin where one reads', async () => {
    const { inquiry, asked, answer, shown } = slowLedger();
    inquiry.ask(everything);
    await answer('');
    shown[0]?.want(850, 870);
    await answer('');
    inquiry.ask(everything);
    assert.equal(asked.at(-1), '@800');
  });

  test('are forgotten when the list is closed', async () => {
    const { inquiry, asked, answers, answer } = slowLedger();
    for (const search of ['a', 'b', 'c']) inquiry.ask(searching(search));
    inquiry.close();
    await answer('a');
    await answer('b');
    assert.deepEqual([asked, answers], [['a@0', 'b@0'], []]);
  });
});
