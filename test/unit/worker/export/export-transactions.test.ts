import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import type { ExportRow } from '../../../../src-worker/export/export-row.ts';
import { exportTransactions } from '../../../../src-worker/export/export-transactions.ts';
import { exportRow as row, exportSource } from '../../../support/export-samples.ts';
import { temporaryFolder } from '../../../support/ledger-fixture.ts';

describe('an export', () => {
  test('as CSV begins with its columns and has exact decimal amounts', (t) => {
    const out = path.join(temporaryFolder(t), 'out.csv');
    const rows = [
      row(),
      row({ amount_minor: 5, currency: 'JPY' }),
      row({ amount_minor: -1, currency: 'KWD' }),
    ];
    assert.ok(exportTransactions(exportSource(rows), 'csv', out).ok);
    const [header, ...lines] = readFileSync(out, 'utf8').trimEnd().split('\n');
    assert.match(header ?? '', /^date,amount,currency,description,merchant,category,status,account_id,/);
    assert.deepEqual(
      lines.map((line) => line.split(',').slice(0, 3)),
      [
        ['2026-01-05', '-4.20', 'GBP'],
        ['2026-01-05', '5', 'JPY'],
        ['2026-01-05', '-0.001', 'KWD'],
      ],
    );
  });

  for (const start of ['=', '+', '-', '@', '\t', '\r', '＝']) {
    test(`as CSV cannot make a spreadsheet run a description that begins with ${JSON.stringify(start)}`, (t) => {
      const out = path.join(temporaryFolder(t), 'out.csv');
      exportTransactions(
        exportSource([row({ description: `${start}HYPERLINK(1)`, merchant: `${start}x` })]),
        'csv',
        out,
      );
      const text = readFileSync(out, 'utf8');
      assert.ok(text.includes(`'${start}HYPERLINK(1)`), text);
      assert.ok(text.includes(`'${start}x`), text);
    });
  }

  test('as CSV quotes what CSV needs quoted', (t) => {
    const out = path.join(temporaryFolder(t), 'out.csv');
    exportTransactions(exportSource([row({ description: 'A "B", C\nD' })]), 'csv', out);
    assert.ok(readFileSync(out, 'utf8').includes('"A ""B"", C\nD"'));
  });

  for (const count of [0, 1, 1000, 1001, 2500]) {
    test(`as JSON is one array of ${count} rows`, (t) => {
      const out = path.join(temporaryFolder(t), 'out.json');
      const rows = Array.from({ length: count }, (_, index) => row({ id: index }));
      assert.ok(exportTransactions(exportSource(rows), 'json', out).ok);
      const read: unknown = JSON.parse(readFileSync(out, 'utf8'));
      assert.deepEqual(
        read,
        rows.map((each) => ({ ...each, amount: '-4.20' })),
      );
    });
  }

  test('is for its owner only, and leaves nothing else behind', (t) => {
    const folder = temporaryFolder(t);
    exportTransactions(exportSource([row()]), 'csv', path.join(folder, 'out.csv'));
    assert.equal(statSync(path.join(folder, 'out.csv')).mode & 0o777, 0o600);
    assert.deepEqual(readdirSync(folder), ['out.csv']);
  });

  test('that breaks off keeps the older file whole', (t) => {
    const folder = temporaryFolder(t);
    const out = path.join(folder, 'out.json');
    writeFileSync(out, 'older');
    function* breaking(): Generator<ExportRow> {
      yield row();
      throw new Error('the ledger broke');
    }
    assert.throws(() => exportTransactions(exportSource(breaking()), 'json', out), /the ledger broke/);
    assert.deepEqual([readdirSync(folder), readFileSync(out, 'utf8')], [['out.json'], 'older']);
  });

  for (const where of ['a folder', 'a folder that is not there']) {
    test(`to ${where} is refused`, (t) => {
      const out = path.join(temporaryFolder(t), 'here', ...(where === 'a folder' ? [] : ['not']));
      if (where === 'a folder') mkdirSync(out);
      assert.deepEqual(exportTransactions(exportSource([row()]), 'csv', out), {
        ok: false,
        failure: { kind: 'output-not-writable', path: out },
      });
    });
  }

  test('to a full disk says so, and leaves nothing there', (t) => {
    const folder = temporaryFolder(t);
    const out = path.join(folder, 'out.csv');
    function* filling(): Generator<ExportRow> {
      yield row();
      throw Object.assign(new Error('no space left'), { syscall: 'write', code: 'ENOSPC' });
    }
    assert.deepEqual(exportTransactions(exportSource(filling()), 'csv', out), {
      ok: false,
      failure: { kind: 'disk-full', path: out },
    });
    assert.deepEqual(readdirSync(folder), []);
  });

  for (const named of ['a file', '/dev/full']) {
    test(`does not write through a link to ${named} that lies where it is written first`, (t) => {
      if (!path.isAbsolute(named) || existsSync(named)) {
        const folder = temporaryFolder(t);
        const out = path.join(folder, 'out.csv');
        const target = path.resolve(folder, named);
        if (target !== named) writeFileSync(target, 'mine', { mode: 0o644 });
        const before = statSync(target).mode;
        symlinkSync(target, `${out}.${process.pid}.part`);
        const result = exportTransactions(exportSource([row()]), 'csv', out);
        assert.equal(statSync(target).mode, before);
        if (target !== named) assert.equal(readFileSync(target, 'utf8'), 'mine');
        assert.ok(result.ok);
        assert.match(readFileSync(out, 'utf8'), /^date,amount/);
      } else t.skip(`There is no ${named} here`);
    });
  }
});
