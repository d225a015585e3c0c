import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { DatabaseSync } from 'node:sqlite';
import { bankAtHand } from '../../support/terminal/bank-at-hand.ts';
import { recordsOf, runPassbook } from '../../support/terminal/run-passbook.ts';

const home = mkdtempSync(join(tmpdir(), 'passbook-bad-ledger-'));
after(() => rmSync(home, { recursive: true }));

const place = (name: string): string => join(home, name);

/** A SQLite file with a `user_version`, made without Passbook. */
function sqliteFile(name: string, sql: string): string {
  const file = new DatabaseSync(place(name));
  file.exec(sql);
  file.close();
  return place(name);
}

function textFile(name: string): string {
  writeFileSync(place(name), 'Dear diary, this is no ledger. '.repeat(100));
  return place(name);
}

/** A real ledger whose tables are said to be from the future. */
async function newerLedger(): Promise<string> {
  const at = await bankAtHand({ accounts: 1, cards: 0, transactions: 3, pending: 0, days: 10 });
  try {
    await (
      await at.connect()
    ).ended;
    writeFileSync(place('newer.sqlite'), readFileSync(at.ledger));
  } finally {
    await at.close();
  }
  return sqliteFile('newer.sqlite', 'pragma user_version = 9999');
}

describe('a ledger that cannot be used is one sentence, exit 1, and is not touched', () => {
  const cases: readonly (readonly [what: string, make: () => Promise<string> | string, sentence: RegExp])[] =
    [
      [
        'a folder',
        () => {
          mkdirSync(place('folder'));
          return place('folder');
        },
        /is a folder, not a file/,
      ],
      ['a path below a file', () => join(textFile('file'), 'ledger.sqlite'), /cannot be written/],
      ['a file that is not SQLite', () => textFile('diary.txt'), /is not a SQLite file/],
      [
        'a SQLite file of another program',
        () => sqliteFile('other.sqlite', 'create table t (x); insert into t values (1)'),
        /not a ledger of Passbook/,
      ],
      ['a ledger of a newer version', newerLedger, /was written by a newer Passbook/],
    ];
  for (const [what, make, sentence] of cases) {
    test(what, async () => {
      const ledger = await make();
      const before = what === 'a folder' || what === 'a path below a file' ? null : readFileSync(ledger);
      for (const command of [
        ['sync'],
        ['connect', '--env', 'sandbox', '--client-id', 'sandbox-x', '--no-browser'],
      ]) {
        const args = [...command, '--ledger', ledger];
        const env = { PASSBOOK_CLIENT_SECRET: 'not-used-here' };
        const { code, out, err } = await runPassbook(args, { home, env });
        // A reader is told that there is nothing where nothing can be.
        const expected =
          what === 'a path below a file' && command[0] === 'sync' ? /There is no ledger/ : sentence;
        assert.equal(code, 1, err);
        assert.equal(out, '');
        assert.match(err, expected);
        assert.equal(err.trimEnd().split('\n').length, 1, err);
      }
      if (before !== null) assert.deepEqual(readFileSync(ledger), before);
    });
  }

  test('with --json the sentence is an object on stdout', async () => {
    const { code, out } = await runPassbook(['sync', '--json', '--ledger', textFile('diary.json.txt')], {
      home,
    });
    assert.equal(code, 1);
    assert.deepEqual(
      recordsOf(out).map(({ type, kind, exitCode }) => ({ type, kind, exitCode })),
      [{ type: 'error', kind: 'ledger-not-sqlite', exitCode: 1 }],
    );
  });
});
