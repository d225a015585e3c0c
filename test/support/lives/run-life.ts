import assert from 'node:assert/strict';
import type { BankAccount } from '#shared/bank-rows.ts';
import { addDays } from '#shared/calendar-day.ts';
import { toIso } from '#shared/clock.ts';
import { epochDayOf } from '../../../src-demo-bank/life/epoch-day.ts';
import { saveConnection } from '../../../src-worker/ledger/connections.ts';
import type { Ledger } from '../../../src-worker/ledger/open-ledger.ts';
import { saveDiscovery } from '../../../src-worker/ledger/save-discovery.ts';
import type { SendOnce } from '../../../src-worker/source/exchange.ts';
import { connection } from '../ledger-fixture.ts';
import { openBankInHand } from './bank-in-hand.ts';
import { annotateRow, assertNotesKept, type SaidNotes } from './annotate-row.ts';
import { assertExplained, assertNothingTentative } from './check-history.ts';
import { answeredDays, assertTrue } from './check-truth.ts';
import { decideLink } from './decide-link.ts';
import type { Life, SyncStep } from './life-step.ts';
import { assertReplayFindsNothing } from './check-replay.ts';
import { createLifeClock, Killed, type LifeSync, syncOnce, todayOf } from './life-sync.ts';
import { undoSync } from './undo-sync.ts';
import { liveBankStep, type LivedBook } from './live-bank-step.ts';

/** How far back the books begin: with the days a life lasts, less than the 90 that are always served. */
const daysOfHistory = 30;
/** The last sync of a life asks for everything. */
const wholeLifeDays = 85;

/** Lives one life. Throws where the ledger says anything but the bank's truth. */
export async function runLife(life: Life, ledger: Ledger): Promise<void> {
  const clock = createLifeClock();
  const bank = openBankInHand({ seed: life.seed, days: daysOfHistory, nowMs: clock.nowMs });
  const book = bank.books[life.account];
  assert.ok(book !== undefined);
  let keys = 4_000_000_000;
  const lived: LivedBook = {
    book,
    nowMs: clock.nowMs,
    passTime: clock.advance,
    nextKey: () => (keys += 1),
    removed: [],
    seenPending: new Set(),
    stillListed: new Set(),
  };
  const account: BankAccount = {
    accountId: book.profile.accountId,
    kind: book.profile.kind,
    displayName: book.profile.displayName,
    currency: book.profile.currency,
    type: null,
    numbersJson: '{}',
  };
  const nowIso = toIso(clock.nowMs());
  saveConnection(ledger, connection({ id: 'c1', consentCreatedAt: nowIso }), nowIso);
  saveDiscovery(ledger, { connectionId: 'c1', jobId: '', consent: null, accounts: [account], nowIso });
  const sync: Omit<LifeSync, 'send'> = {
    ledger,
    connectionId: 'c1',
    account,
    consentAtIso: nowIso,
    clock,
    accessToken: bank.accessToken,
  };

  const said: SaidNotes = new Map();
  for (const step of life.steps) {
    // A consent lives 90 days and what is older than 90 days is not served: lives end before.
    if (epochDayOf(clock.nowMs()) - epochDayOf(Date.parse(nowIso)) > wholeLifeDays - daysOfHistory - 5) break;
    if (step.do === 'decide') {
      clock.advance(1000);
      decideLink(ledger, step, clock.nowMs());
      clock.advance(1000);
      continue;
    }
    if (step.do === 'annotate') {
      annotateRow(ledger, step, said, clock.nowMs());
      continue;
    }
    if (step.do === 'undo') {
      clock.advance(1000);
      undoSync(ledger, step, clock.nowMs());
      assertExplained(ledger);
      continue;
    }
    if (step.do !== 'sync') {
      liveBankStep(lived, step);
      continue;
    }
    bank.faults.set(step.faults);
    const sleptBefore = clock.slept.length;
    const end = await syncOnce(
      { ...sync, send: troubledSend(step, bank.send, lived) },
      { attended: step.attended, singleWindow: !step.attended },
    );
    bank.faults.set([]);
    book.advanceTo(clock.nowMs());
    assertExplained(ledger);
    // Time that passed within the sync may have changed the bank behind a page.
    const isQuiet = step.meanwhile === null && clock.slept.length === sleptBefore && !isPassedOver(step);
    if (end.status !== 'completed' || !isQuiet) continue;
    assertTrue(ledger, book, answeredDays(ledger, end.jobId), lived.stillListed);
    assertNothingTentative(ledger);
    for (const { key } of book.pending) lived.seenPending.add(key);
  }
  await endLife({ ...sync, send: bank.send }, lived);
  assertNotesKept(ledger, said);
}

/** Denied for the pending set alone, an account is synced without it. */
const isPassedOver = ({ faults }: SyncStep): boolean =>
  faults.some((fault) => fault.kind === 'error' && fault.error === 'access_denied');

/**
 * Two syncs of everything, undisturbed: the first makes the ledger true, the second finds nothing to do. Between them the
 * bank may begin to lag: then there is one more.
 */
async function endLife(sync: LifeSync, lived: LivedBook): Promise<void> {
  const { book, stillListed } = lived;
  const today = todayOf(sync.clock);
  const wish = { attended: true, singleWindow: false, from: addDays(today, -wholeLifeDays), to: today };
  const { status } = await syncOnce(sync, wish);
  assert.equal(status, 'completed');
  assertTrue(sync.ledger, book, [wish], stillListed);
  for (const { key } of book.pending) lived.seenPending.add(key);
  liveBankStep(lived, { do: 'book-early', pick: 0 });
  if (stillListed.size > 0) {
    await syncOnce(sync, wish);
    assertTrue(sync.ledger, book, [wish], stillListed);
  }
  const { db } = sync.ledger;
  const whole = db.prepare('SELECT * FROM transactions_v1 ORDER BY id');
  const before = whole.all();
  const changes = db.prepare('SELECT count(*) FROM transaction_changes').pluck();
  const changesBefore = changes.get();
  await syncOnce(sync, wish);
  assert.deepEqual(whole.all(), before, 'a second sync changes nothing');
  assert.equal(changes.get(), changesBefore, 'and has nothing to explain');
  assertExplained(sync.ledger);
  assertReplayFindsNothing(sync.ledger);
}

/** The bank's door, with what the step says happens at it. */
function troubledSend({ killedAtCall, meanwhile }: SyncStep, send: SendOnce, lived: LivedBook): SendOnce {
  let calls = 0;
  return (url, headers) => {
    calls += 1;
    if (calls === killedAtCall) return Promise.reject(new Killed());
    if (meanwhile !== null && calls === meanwhile.beforeCall) liveBankStep(lived, meanwhile.step);
    return send(url, headers);
  };
}
