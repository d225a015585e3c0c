import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dayParts, epochDayFrom, toCalendarDay } from '../../../../src-demo-bank/life/epoch-day.ts';
import { eveningClassOn } from '../../../../src-demo-bank/life/evening-classes.ts';
import { amountOn, isDue } from '../../../../src-demo-bank/life/regular-days.ts';
import {
  cardRegulars,
  mainRegulars,
  secondRegulars,
} from '../../../../src-demo-bank/life/regular-payments.ts';

const partsOf = (year: number, month: number, day: number) => dayParts(epochDayFrom(year, month, day));
const regulars = [...mainRegulars, ...secondRegulars, ...cardRegulars];

describe('the days and prices of regular payments', () => {
  test('each month of a year one payment fails to come, and in the month after it comes again', () => {
    for (let month = 1; month <= 12; month += 1) {
      const missing = regulars.filter(
        (regular) =>
          regular.months === undefined && !isDue(regular, partsOf(2026, month, regular.dayOfMonth)),
      );
      assert.equal(missing.length, 1, `${String(month)}: ${missing.map(({ payee }) => payee).join()}`);
    }
  });

  test('at any time one of the prices went up within the last two months', () => {
    for (let month = 1; month <= 12; month += 1) {
      const changed = regulars.filter(
        (regular) =>
          amountOn(regular, partsOf(2026, month, 28)) !== amountOn(regular, partsOf(2026, month - 2, 27)),
      );
      assert.ok(
        changed.some(({ rises }) => rises !== undefined),
        String(month),
      );
    }
  });

  test('a price before 2024 is that of 2024', () => {
    const [first] = cardRegulars;
    assert.ok(first !== undefined);
    assert.equal(amountOn(first, partsOf(2019, 12, 6)), first.amountMinor);
  });

  test('an evening class begins each quarter, comes ten times on Tuesdays, and another follows', () => {
    const seen = new Map<string, string[]>();
    for (let day = epochDayFrom(2026, 1, 1); day < epochDayFrom(2027, 1, 1); day += 1) {
      const lesson = eveningClassOn(day);
      if (lesson === null) continue;
      const { description } = lesson.what;
      seen.set(description, [...(seen.get(description) ?? []), toCalendarDay(day)]);
      assert.equal(dayParts(day).weekday, 2);
    }
    assert.equal(seen.size, 4);
    for (const days of seen.values()) assert.equal(days.length, 10);
  });
});
