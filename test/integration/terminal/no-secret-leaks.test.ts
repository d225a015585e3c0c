import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { decodeFaultFile } from '../../../src-demo-bank/start-demo-bank.ts';
import { bankAtHand } from '../../support/terminal/bank-at-hand.ts';
import { listenIn } from '../../support/terminal/listening-in.ts';
import { runPassbook } from '../../support/terminal/run-passbook.ts';

/** Ways for a run to go; in each the auth host is listened in on, and afterwards its secrets are looked for. */
const runs: readonly (readonly [what: string, faults: readonly object[], atLeast: number])[] = [
  ['all goes well', [], 4],
  [
    'a token that ends in the middle',
    [{ kind: 'error', error: 'invalid_token', endpoint: 'transactions', count: 1 }],
    6,
  ],
  [
    'tokens that are refused for good',
    [{ kind: 'error', error: 'unauthorized', endpoint: 'any', fromCall: 3 }],
    2,
  ],
  ['a code that is refused', [{ kind: 'error', error: 'invalid_grant', endpoint: 'token' }], 2],
  ['an answer with tokens that breaks off', [{ kind: 'truncated-json', endpoint: 'token' }], 2],
  ['an answer with tokens that is lost', [{ kind: 'lost-answer', endpoint: 'token' }], 2],
  ['a page instead of rows', [{ kind: 'html', endpoint: 'transactions', status: 200 }], 4],
  ['broken rows', [{ kind: 'broken-json', endpoint: 'transactions' }], 4],
  ['accounts that are denied', [{ kind: 'error', error: 'access_denied', endpoint: 'accounts' }], 4],
];

describe('no secret reaches the ledger, the log or any output when', () => {
  for (const [what, faults, atLeast] of runs) {
    test(what, async (t) => {
      const decoded = decodeFaultFile({ faults });
      assert.ok(decoded.ok, decoded.ok ? '' : decoded.problem);
      const at = await bankAtHand({
        accounts: 1,
        cards: 0,
        transactions: 20,
        pending: 0,
        days: 30,
        faults: decoded.value,
      });
      const between = await listenIn(at.bank.authUrl);
      t.after(async () => {
        between.close();
        await at.close();
      });
      const outputs: string[] = [];
      const connected = await (await at.connect('--auth-url', between.authUrl)).ended;
      outputs.push(connected.out, connected.err);
      for (const command of ['jobs', 'doctor']) {
        const args = [command, '--json', '--ledger', at.ledger];
        const { out, err } = await runPassbook(args, { home: at.home, env: { PASSBOOK_DEBUG: '1' } });
        outputs.push(out, err);
      }

      const secrets = [...between.secrets(), at.bank.clientSecret];
      assert.ok(secrets.length > atLeast, `only ${String(secrets.length)} secrets went by`);
      const files = readdirSync(at.home, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
      assert.ok(files.includes(at.ledger));
      for (const secret of secrets) {
        for (const output of outputs) assert.ok(!output.includes(secret), 'in the output');
        for (const file of files) assert.ok(!readFileSync(file).includes(secret), file);
      }
    });
  }
});
