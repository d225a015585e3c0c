import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cut, tableLines, type Column } from '../../../../src-main/terminal/table.ts';

interface Row {
  readonly amount: string;
  readonly text: string;
}

const columns: readonly Column<Row>[] = [
  { title: 'Amount', cell: (row) => row.amount, align: 'right' },
  { title: 'Text', cell: (row) => row.text, shrinks: true },
  { title: 'End', cell: () => 'x' },
];

describe('a table', () => {
  test('puts numbers under each other by their last digit', () => {
    const rows = [
      { amount: '-4.20', text: 'Coffee' },
      { amount: '1234.56', text: 'Pay' },
    ];
    assert.deepEqual(tableLines(columns, rows, 80), [
      ' Amount  Text    End',
      '  -4.20  Coffee  x',
      '1234.56  Pay     x',
    ]);
  });

  test('cuts the shrinking column so that no line is wider than the terminal', () => {
    const rows = [{ amount: '1.00', text: 'A very long description of a purchase' }];
    const lines = tableLines(columns, rows, 30);
    assert.ok(
      lines.every((line) => [...line].length <= 30),
      lines.join('\n'),
    );
    assert.match(lines[1] ?? '', /A very long desc…/);
  });

  test('keeps a readable rest of the column when the terminal is hopeless', () => {
    const rows = [{ amount: '1.00', text: 'A very long description' }];
    assert.match(tableLines(columns, rows, 5)[1] ?? '', /A very …/);
  });

  test('cuts nothing for a pipe', () => {
    const text = 'x'.repeat(500);
    assert.ok(tableLines(columns, [{ amount: '1', text }], Infinity)[1]?.includes(text));
  });

  test('does not let a bank’s text move the cursor or break the line', () => {
    const rows = [{ amount: '1.00', text: 'evil\u001b[2Jtext\nnext' }];
    assert.match(tableLines(columns, rows, 80)[1] ?? '', /evil \[2Jtext next/);
  });
});

test('cutting does not tear a character of two halves apart', () => {
  assert.equal(cut('🍕🍕🍕', 2), '🍕…');
  assert.equal(cut('abc', 0), '');
});
