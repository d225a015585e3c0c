import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { succeeded } from '#shared/result.ts';
import { demo } from '../../../../src-main/terminal/commands/demo.ts';
import { exitCode } from '../../../../src-main/terminal/exit-code.ts';
import { connection } from '../../../support/ledger-fixture.ts';
import { fakeLedgerThread } from '../../../support/terminal/fake-ledger-thread.ts';
import { fakeParts } from '../../../support/terminal/fake-parts.ts';
import { fakeSurroundings } from '../../../support/terminal/fake-surroundings.ts';
import { testContext } from '../../../support/terminal/test-context.ts';

describe('passbook demo', () => {
  for (const environment of ['live', 'sandbox'] as const) {
    for (const state of ['active', 'revoked'] as const) {
      test(`puts no invented rows beside those of a ${state} ${environment} connection`, async () => {
        const terminal = fakeSurroundings();
        const ledger = fakeLedgerThread({
          'load-connections': () => succeeded([connection({ environment, state })]),
        });
        const parts = fakeParts({ createLedger: () => ledger });
        assert.equal(await demo(testContext(terminal, { parts })), exitCode.usage);
        assert.match(terminal.err(), /holds a bank of yours.*leave --ledger out/);
        assert.deepEqual(
          ledger.tasks.map(({ kind }) => kind),
          ['open-ledger', 'load-connections'],
        );
      });
    }
  }
});
