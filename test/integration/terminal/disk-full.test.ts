import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import Database from 'better-sqlite3';
import { assertLedgerIsTrue } from '../../support/ledger-truth.ts';
import { mountSmallDisk, type SmallDisk } from '../../support/small-disk.ts';
import { bankAtHand, type BankAtHand } from '../../support/terminal/bank-at-hand.ts';
import { type PassbookEnd, startPassbook } from '../../support/terminal/run-passbook.ts';
import { lookAtLedger } from '../../support/whole-ledger.ts';

const bankOptions = { accounts: 1, cards: 0, transactions: 1500, days: 300, pending: 0 } as const;

interface Scene {
  readonly disk: SmallDisk;
  readonly ledger: string;
  /** `passbook connect`, which syncs at once: without a keychain it is the one command that can. */
  readonly connect: () => Promise<PassbookEnd>;
  readonly at: BankAtHand;
}

/** `null`: the test was skipped, and says why. */
async function open(t: TestContext): Promise<Scene | null> {
  const disk = mountSmallDisk(8192);
  if (typeof disk === 'string') {
    t.skip(disk);
    return null;
  }
  t.after(disk.unmount);
  const at = await bankAtHand(bankOptions);
  t.after(at.close);
  const ledger = join(disk.folder, 'ledger.sqlite');
  const connect = async (): Promise<PassbookEnd> => {
    const passbook = startPassbook(at.connectArgs('--json', '--ledger', ledger), {
      home: at.home,
      env: { PASSBOOK_CLIENT_SECRET: at.bank.clientSecret },
    });
    // A ledger that cannot be made is said before any link.
    const link = await passbook.record('link').catch(() => null);
    if (link !== null) await fetch(String(link['url'])).then((answer) => answer.text());
    return passbook.ended;
  };
  return { disk, ledger, connect, at };
}

function assertSaidPlainly({ code, out, err }: PassbookEnd): void {
  assert.equal(code, 1, `${out}\n${err}`);
  assert.match(out + err, /The disk that holds .* is full/);
  assert.doesNotMatch(out + err, /^\s+at |SQLITE_|ENOSPC|is a bug/m);
}

function assertComplete(scene: Scene): void {
  const db = new Database(scene.ledger, { readonly: true });
  try {
    assertLedgerIsTrue({
      bank: scene.at.bank,
      accountIds: scene.at.bank.control.accountIds,
      query: (sql, ...values) => db.prepare(sql).all(...values) as never,
    });
  } finally {
    db.close();
  }
}

describe('a full disk', () => {
  for (const freeKilobytes of [0, 150, 700]) {
    test(`with ${String(freeKilobytes)} kB left is said in a sentence, breaks nothing, and the next run completes`, async (t) => {
      const scene = await open(t);
      if (scene === null) return;
      scene.disk.fillUpTo(freeKilobytes * 1024);
      assertSaidPlainly(await scene.connect());
      scene.disk.makeRoom();
      const again = await scene.connect();
      assert.equal(again.code, 0, again.out + again.err);
      const { integrity, orphans, jobs } = lookAtLedger(scene.ledger);
      assert.deepEqual([integrity, orphans], [['ok'], []]);
      assert.ok(jobs.every(({ finishedAt }) => finishedAt !== null));
      assertComplete(scene);
    });
  }
});
