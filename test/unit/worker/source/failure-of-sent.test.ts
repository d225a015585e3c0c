import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Failure } from '#shared/failure.ts';
import { bodyOf } from '../../../../src-worker/source/failure-of-sent.ts';

const nowMs = Date.parse('2026-03-01T12:00:00Z');
const failureOf = (
  status: number,
  error: string | null,
  retryAfter: string | null = null,
): Failure | null => {
  const body = new TextEncoder().encode(
    error === null ? 'not json' : JSON.stringify({ error, error_details: {} }),
  );
  const exchange = { kind: 'answer', status, retryAfter, body, bytes: 1, ms: 1 } as const;
  const result = bodyOf({ kind: 'exchange', exchange }, 'api.example', nowMs);
  return result.ok ? null : result.failure;
};

describe('every documented error has its own meaning', () => {
  const cases: readonly (readonly [status: number, code: string | null, failure: Failure])[] = [
    [400, 'invalid_date_range', { kind: 'range-refused', from: '', to: '' }],
    [400, 'validation_error', { kind: 'client-refused', status: 400, code: 'validation_error' }],
    [400, 'deprecated_provider', { kind: 'client-refused', status: 400, code: 'deprecated_provider' }],
    [400, 'invalid_grant', { kind: 'reconnect-needed', cause: 'token-refused' }],
    [401, 'invalid_token', { kind: 'token-expired' }],
    [401, 'unauthorized', { kind: 'token-expired' }],
    [401, 'unauthorized_client', { kind: 'client-refused', status: 401, code: 'unauthorized_client' }],
    [403, 'access_denied', { kind: 'access-denied', code: 'access_denied' }],
    [403, 'sca_exceeded', { kind: 'old-history-refused' }],
    [403, 'invalid_credentials_key', { kind: 'reconnect-needed', cause: 'credentials-key' }],
    [404, 'account_not_found', { kind: 'account-gone' }],
    [429, 'provider_too_many_requests', { kind: 'rate-limited', untilIso: '2026-03-01T12:15:00.000Z' }],
    [
      429,
      'provider_request_limit_exceeded',
      { kind: 'daily-limit', untilIso: '2026-03-02T00:00:00.000Z', decidedBy: 'bank' },
    ],
    [500, 'internal_server_error', { kind: 'bank-unavailable', status: 500, code: 'internal_server_error' }],
    [501, 'endpoint_not_supported', { kind: 'not-supported' }],
    [503, 'provider_error', { kind: 'bank-unavailable', status: 503, code: 'provider_error' }],
    [503, 'connector_overload', { kind: 'bank-unavailable', status: 503, code: 'connector_overload' }],
    [504, 'connector_timeout', { kind: 'bank-timeout' }],
    [504, 'provider_timeout', { kind: 'bank-timeout' }],
    [302, null, { kind: 'bad-answer', host: 'api.example', detail: 'HTTP 302' }],
    [404, null, { kind: 'bad-answer', host: 'api.example', detail: 'HTTP 404' }],
  ];
  for (const [status, code, failure] of cases) {
    test(`${status} ${code ?? 'without a body to read'} is ${failure.kind}`, () =>
      assert.deepEqual(failureOf(status, code), failure));
  }

  test('a 429 that names its time stops until then', () => {
    assert.deepEqual(failureOf(429, 'provider_too_many_requests', '600'), {
      kind: 'rate-limited',
      untilIso: '2026-03-01T12:10:00.000Z',
    });
  });
});
