import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FaultFile } from '../../../src-demo-bank/faults/fault-schema.ts';
import { assertNoSecret } from '../../support/assert-no-secret.ts';
import { bankAtHand, type BankAtHand } from '../../support/terminal/bank-at-hand.ts';
import { type PassbookProcess, recordsOf, startPassbook } from '../../support/terminal/run-passbook.ts';

type Fault = FaultFile['faults'][number];
const crash = new URL('../../support/crash-in-thread.ts', import.meta.url).href;
const all = { fromCall: 1 } as const;
const rows = { ...all, endpoint: 'transactions' } as const;

/** One way to fail. `issued`: the fewest secrets that exist by then, so that looking for them means something. */
interface Way {
  readonly name: string;
  readonly faults?: readonly Fault[];
  readonly clientSecret?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What is done to it once the link is printed. */
  readonly meddle?: (at: BankAtHand, passbook: PassbookProcess) => Promise<void>;
  readonly exitCode: number | null;
  readonly issued: number;
}

/** The client's secret, a code, its PKCE verifier, an access token and a refresh token. */
const whole = 5;

const ways: readonly Way[] = [
  { name: 'nothing fails', exitCode: 0, issued: whole },
  { name: 'the client secret is wrong', clientSecret: 'not-the-secret-0123456789', exitCode: 1, issued: 2 },
  {
    name: 'the consent is denied',
    faults: [{ ...all, kind: 'error', endpoint: 'authorize', error: 'access_denied' }],
    exitCode: 1,
    issued: 1,
  },
  {
    name: 'the code is refused',
    faults: [{ ...all, kind: 'error', endpoint: 'token', error: 'invalid_grant' }],
    exitCode: 1,
    issued: 2,
  },
  {
    name: 'the token endpoint answers with HTML',
    faults: [{ ...all, kind: 'html', endpoint: 'token', status: 200 }],
    exitCode: 1,
    issued: 2,
  },
  {
    name: 'the answer with the tokens is lost',
    faults: [{ ...all, kind: 'lost-answer', endpoint: 'token' }],
    exitCode: 1,
    issued: whole,
  },
  {
    name: 'the answer with the tokens breaks off',
    faults: [{ ...all, kind: 'truncated-json', endpoint: 'token' }],
    exitCode: 1,
    issued: whole,
  },
  {
    name: 'the bank goes away in the middle',
    faults: [{ ...rows, kind: 'slow', delayMs: 300, bodyMs: 0 }],
    meddle: async (at, passbook) => {
      await passbook.record('connected');
      await at.bank.close();
    },
    exitCode: 1,
    issued: whole,
  },
  {
    name: 'accounts are HTML',
    faults: [{ ...all, kind: 'html', endpoint: 'accounts', status: 200 }],
    exitCode: 1,
    issued: whole,
  },
  {
    name: 'every token is refused',
    faults: [{ ...rows, kind: 'error', error: 'invalid_token' }],
    exitCode: 4,
    issued: whole + 2,
  },
  {
    name: 'the consent is over',
    faults: [{ ...rows, kind: 'error', error: 'access_denied' }],
    exitCode: 4,
    issued: whole,
  },
  {
    name: 'the bank wants a pause of an hour',
    faults: [{ ...rows, kind: 'error', error: 'provider_too_many_requests', retryAfter: { seconds: 3600 } }],
    exitCode: 5,
    issued: whole,
  },
  {
    name: 'an answer is cut once',
    faults: [{ ...rows, kind: 'cut', when: 'in-the-body', count: 1 }],
    exitCode: 0,
    issued: whole,
  },
  {
    name: 'a thread dies quoting its request',
    env: { NODE_OPTIONS: `--import=${crash}` },
    exitCode: 1,
    issued: whole,
  },
  {
    name: 'it is killed in the middle',
    faults: [{ ...rows, kind: 'slow', delayMs: 300, bodyMs: 0 }],
    meddle: async (_at, passbook) => {
      await passbook.record('connected');
      await passbook.record('progress');
      process.kill(passbook.pid, 'SIGKILL');
    },
    exitCode: null,
    issued: whole,
  },
];

describe('no secret is in the ledger, the log, the locks or the output when', { concurrency: 2 }, () => {
  for (const way of ways) {
    test(way.name, async (t) => {
      const at = await bankAtHand({
        accounts: 1,
        cards: 0,
        transactions: 20,
        days: 30,
        faults: { faults: [...(way.faults ?? [])] },
      });
      t.after(at.close);
      const clientSecret = way.clientSecret ?? at.bank.clientSecret;
      const passbook = startPassbook(at.connectArgs('--json'), {
        home: at.home,
        env: { PASSBOOK_CLIENT_SECRET: clientSecret, PASSBOOK_DEBUG: '1', ...way.env },
      });
      const { url } = await passbook.record('link');
      await fetch(String(url)).then((answer) => answer.text());
      await way.meddle?.(at, passbook);
      const { code, out, err } = await passbook.ended;
      assert.equal(code, way.exitCode, `${out}\n${err}`);
      assert.doesNotMatch(err, /^\s+at /m, 'a stack trace');
      const issued = at.bank.control.issuedSecrets();
      assert.ok(issued.length >= way.issued, `only ${String(issued.length)} secrets were issued`);
      const texts = assertNoSecret([...issued, clientSecret], at.home, { stdout: out, stderr: err });
      // The search finds what is there.
      if (recordsOf(out).some(({ type }) => type === 'connected')) {
        assert.ok([...texts.values()].some((text) => text.includes(at.bank.clientId)));
      }
    });
  }
});
