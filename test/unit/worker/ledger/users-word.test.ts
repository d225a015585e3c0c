import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { writeUsersWord } from '../../../../src-worker/ledger/users-word.ts';
import { temporaryLedger } from '../../../support/ledger-fixture.ts';

const normal = 1;
const full = 2;

describe('what the user said', () => {
  test('waits for the disk, and what is written after it does not', (t) => {
    const { db } = temporaryLedger(t);
    const level = (): unknown => db.pragma('synchronous', { simple: true });
    assert.equal(level(), normal);
    assert.equal(writeUsersWord(db, level), full);
    assert.equal(level(), normal);
    assert.throws(() =>
      writeUsersWord(db, () => {
        throw new Error('refused');
      }),
    );
    assert.equal(level(), normal);
  });

  test('inside of a transaction is written with it', (t) => {
    const { db } = temporaryLedger(t);
    const level = db.transaction(() => writeUsersWord(db, () => db.pragma('synchronous', { simple: true })));
    assert.equal(level.immediate(), normal);
  });
});
