import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  differentWords,
  settlementDifference,
} from '../../../../src-renderer/review/settlement-difference.ts';
import { settlementSample } from '../../../support/window/settlement-samples.ts';

describe('what differs in a match', () => {
  test('is said by how much', () => {
    assert.deepEqual(settlementDifference(settlementSample()), {
      amount: '£17.50 more',
      day: '2 days later',
    });
  });

  test('less was taken than was held, and it was booked the day before', () => {
    const row = settlementSample({ booked_amount_minor: -900, booked_date: '2026-11-17' });
    assert.deepEqual(settlementDifference(row), { amount: '£1.00 less', day: '1 day earlier' });
  });

  test('is nothing where both sides are the same', () => {
    const row = settlementSample({ booked_amount_minor: -1000, booked_date: '2026-11-18' });
    assert.deepEqual(settlementDifference(row), { amount: null, day: null });
  });

  test('a text is compared by its words, whatever their case', () => {
    const marked = differentWords('La Cucina LONDON  SE1', 'LA CUCINA').filter(({ differs }) => differs);
    assert.deepEqual(
      marked.map(({ word }) => word),
      ['LONDON', 'SE1'],
    );
  });
});
