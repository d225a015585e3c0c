import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialProgress } from '#shared/progress.ts';
import { taskbarProgress } from '../../../../src-main/desktop/taskbar-progress.ts';

test('the taskbar shows no bar without a job, one without an end before the plan, then the pages done', () => {
  const begun = initialProgress('j');
  assert.equal(taskbarProgress(null), -1);
  assert.equal(taskbarProgress(begun), 2);
  assert.equal(taskbarProgress({ ...begun, pagesDone: 3, pagesPlanned: 12 }), 0.25);
  assert.equal(taskbarProgress({ ...begun, pagesDone: 12, pagesPlanned: 12 }), 1);
});
