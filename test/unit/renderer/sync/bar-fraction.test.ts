import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { barFraction } from '../../../../src-renderer/sync/bar-fraction.ts';
import { progressSample } from '../../../support/window/job-samples.ts';

describe('how full the bar is', () => {
  test('nothing is known before the accounts are', () => {
    assert.equal(barFraction(progressSample({ totalAccounts: 0, pagesPlanned: 0 }), null), null);
  });

  test('pages done of pages planned', () => {
    assert.equal(barFraction(progressSample({ pagesDone: 5, pagesPlanned: 20 }), null), 0.25);
  });

  test('it never moves back when the plan grows', () => {
    assert.equal(barFraction(progressSample({ pagesDone: 10, pagesPlanned: 40 }), 0.5), 0.5);
  });

  test('it is not full while the job runs, and full when it has ended', () => {
    assert.equal(barFraction(progressSample({ pagesDone: 20, pagesPlanned: 20 }), 0.9), 0.99);
    assert.equal(barFraction(progressSample({ status: 'partial', pagesDone: 2, pagesPlanned: 20 }), 0.1), 1);
  });
});
