import assert from 'node:assert/strict';

/** Fails with the complaints as they are, a line each: an array diff would print every one three times. */
export function assertNothingFound(complaints: readonly string[]): void {
  assert.ok(complaints.length === 0, `${complaints.length} found:\n${complaints.join('\n')}`);
}
