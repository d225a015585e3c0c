import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { vendorHosts } from '#shared/connection.ts';
import { hostsOf } from '../../../../src-main/terminal/hosts-of.ts';

const custom = (authUrl: string, apiUrl = authUrl) =>
  hostsOf({ env: 'custom', clientId: 'id', authUrl, apiUrl });

describe('where to connect to', () => {
  test('TrueLayer’s own hosts need no address', () => {
    assert.deepEqual(hostsOf({ env: 'sandbox', clientId: 'sandbox-x' }), { hosts: vendorHosts.sandbox });
    assert.deepEqual(hostsOf({ env: 'live', clientId: 'x' }), { hosts: vendorHosts.live });
  });

  const accepted: readonly (readonly [given: string, origin: string])[] = [
    ['https://auth.example.org', 'https://auth.example.org'],
    ['https://auth.example.org/', 'https://auth.example.org'],
    ['https://auth.example.org:8443', 'https://auth.example.org:8443'],
    ['http://localhost:4000', 'http://localhost:4000'],
    ['http://127.0.0.1:4000/', 'http://127.0.0.1:4000'],
    ['http://[::1]:4000', 'http://[::1]:4000'],
  ];
  for (const [given, origin] of accepted) {
    test(`${given} is taken`, () => {
      assert.deepEqual(custom(given), { hosts: { authUrl: origin, apiUrl: origin } });
    });
  }

  const refused: readonly (readonly [given: string, why: RegExp])[] = [
    ['http://auth.example.org', /must begin with https/],
    ['http://localhost.example.org', /must begin with https/],
    ['http://127.0.0.1.example.org', /must begin with https/],
    ['http://0.0.0.0:4000', /must begin with https/],
    ['ftp://auth.example.org', /must be a web address/],
    ['auth.example.org', /must be a web address/],
    ['https://user:pass@auth.example.org', /must be a host alone/],
    ['https://auth.example.org/data/v1', /must be a host alone/],
    ['https://auth.example.org/?x=1', /must be a host alone/],
  ];
  for (const [given, why] of refused) {
    test(`${given} is refused`, () => {
      const answer = custom(given);
      assert.match('problem' in answer ? answer.problem : 'taken', why);
    });
  }

  test('a refused address is not repeated with the password in it', () => {
    const answer = custom('https://user:hunter2@auth.example.org');
    assert.ok('problem' in answer && !answer.problem.includes('hunter2'));
  });

  test('custom needs both addresses, the others none', () => {
    assert.ok('problem' in hostsOf({ env: 'custom', clientId: 'x', authUrl: 'https://a.example.org' }));
    assert.ok('problem' in hostsOf({ env: 'live', clientId: 'x', apiUrl: 'https://a.example.org' }));
  });

  test('a sandbox id is not sent to the live hosts', () => {
    assert.ok('problem' in hostsOf({ env: 'live', clientId: 'sandbox-x' }));
  });
});
