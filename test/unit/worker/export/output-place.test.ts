import assert from 'node:assert/strict';
import { linkSync, lstatSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { writeWholeFile } from '../../../../src-worker/export/whole-file.ts';
import { temporaryFolder } from '../../../support/ledger-fixture.ts';

const database = 'SQLite format 3\0 and so on';
const refused = (out: string) => ({ ok: false, failure: { kind: 'output-not-writable', path: out } });

describe('a file that is written whole', () => {
  test('goes where a link leads, and the link stays', (t) => {
    const folder = temporaryFolder(t);
    writeFileSync(path.join(folder, 'real.csv'), 'older');
    symlinkSync('real.csv', path.join(folder, 'link.csv'));
    assert.ok(writeWholeFile(path.join(folder, 'link.csv'), ['newer']).ok);
    assert.equal(readlinkSync(path.join(folder, 'link.csv')), 'real.csv');
    assert.equal(readFileSync(path.join(folder, 'real.csv'), 'utf8'), 'newer');
  });

  test('does not take the place of a device', (t) => {
    if (process.platform === 'win32') return t.skip('Windows has no device files to name');
    const out = path.join(temporaryFolder(t), 'null');
    // A link: should this ever fail, then the link is replaced and not the machine's own /dev/null.
    symlinkSync('/dev/null', out);
    assert.deepEqual(writeWholeFile(out, ['text']), refused(out));
    assert.ok(lstatSync(out).isSymbolicLink());
  });

  for (const [name, isReached] of [
    ['l.sqlite', 'itself'],
    ['link.csv', 'by a link'],
    ['hard-link.csv', 'by another name'],
    ['l.sqlite-wal', 'by what SQLite keeps beside it'],
    ['l.sqlite-shm', 'by what SQLite would make beside it'],
  ] as const) {
    test(`does not take the place of a ledger, reached ${isReached}`, (t) => {
      const folder = temporaryFolder(t);
      const ledger = path.join(folder, 'l.sqlite');
      writeFileSync(ledger, database);
      writeFileSync(`${ledger}-wal`, 'pages');
      symlinkSync('l.sqlite', path.join(folder, 'link.csv'));
      linkSync(ledger, path.join(folder, 'hard-link.csv'));
      const out = path.join(folder, name);
      assert.deepEqual(writeWholeFile(out, ['text']), refused(out));
      assert.deepEqual(
        [readFileSync(ledger, 'utf8'), readFileSync(`${ledger}-wal`, 'utf8')],
        [database, 'pages'],
      );
    });
  }

  test('names the file when the name is longer than the system allows', (t) => {
    const out = path.join(temporaryFolder(t), `${'n'.repeat(300)}.csv`);
    assert.deepEqual(writeWholeFile(out, ['text']), refused(out));
  });
});
