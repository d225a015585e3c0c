import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { askLaterUri } from '../../../../src-worker/source/ask-later-uri.ts';

const api = 'https://api.truelayer.com';
const own = `${api}/data/v1/results/6f1c`;

describe('where an asynchronous answer may be fetched', () => {
  test("the API's own results", () => {
    const uri = askLaterUri(api, own);
    assert.ok(uri.ok);
    assert.equal(uri.value.href, own);
  });

  const hostile: readonly (readonly [string, string | undefined])[] = [
    ['nothing', undefined],
    ['no address', 'results/6f1c'],
    ['another host', 'https://api.truelayer.example/data/v1/results/6f1c'],
    ['another port', 'https://api.truelayer.com:8443/data/v1/results/6f1c'],
    ['plain http', 'http://api.truelayer.com/data/v1/results/6f1c'],
    ['a host that only begins like it', 'https://api.truelayer.com.evil.example/data/v1/results/6f1c'],
    ['credentials before another host', 'https://api.truelayer.com@evil.example/data/v1/results/6f1c'],
    ['credentials before its own host', 'https://user:pass@api.truelayer.com/data/v1/results/6f1c'],
    ['another path', `${api}/connections/extend`],
    ['a path that climbs out', `${api}/data/v1/results/../../../connections`],
  ];
  for (const [name, uri] of hostile) {
    test(`never ${name}`, () => {
      const found = askLaterUri(api, uri);
      assert.ok(!found.ok && found.failure.kind === 'bad-answer');
      assert.doesNotMatch(JSON.stringify(found.failure), /evil|example|user/);
    });
  }
});
