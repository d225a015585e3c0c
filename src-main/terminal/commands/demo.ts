import type { CommandContext } from '../command-context.ts';
import { connectBank, firstSync } from '../../connect/connect-bank.ts';
import { connectDeps } from '../connect-deps.ts';
import { interruptible } from '../interruptible.ts';
import { runSync } from '../run-sync.ts';
import { refuse, showFailure } from '../show-failure.ts';
import { withLedger } from '../with-ledger.ts';
import { withTokens } from '../with-tokens.ts';

/** Slow enough to watch, fast enough not to wait. */
const demoLatencyMs = 120;
const workers = 2;

/**
 * `passbook demo`: the whole job against an invented bank, into a ledger of its own. Needs nothing but Node. A ledger that
 * `--ledger` names is taken only where no bank of TrueLayer's was ever connected: invented rows among somebody's own could
 * not be told apart again.
 */
export const demo = (context: CommandContext): Promise<number> =>
  withLedger(context, async (ledger) => {
    const { parts, screen, clock, surroundings, ledgerPath } = context;
    const there = await ledger.run({ kind: 'load-connections', ledgerPath });
    if (!there.ok) return showFailure(screen, there.failure);
    if (there.value.some(({ environment }) => environment !== 'custom')) {
      return refuse(
        screen,
        'This ledger holds a bank of yours, and the demo would put invented transactions beside yours: leave --ledger out, or name another file.',
      );
    }
    const redirectUri = `http://127.0.0.1:${String(await parts.freePort())}/callback`;
    const { startDemoBank } = await parts.loadDemoBank();
    const bank = await startDemoBank({
      autoApprove: true,
      latencyMs: demoLatencyMs,
      nowMs: clock.nowMs,
      redirectUris: [redirectUri],
    });
    try {
      if (!screen.json)
        screen.say('This is a demonstration with an invented bank; no real account is touched.');
      const opened = await parts.openTokenStore('memory');
      if (!opened.ok) return showFailure(screen, opened.failure);
      const store = opened.value;
      return await withTokens(context, store, async (tokens) => {
        const connected = await interruptible(surroundings, (signal) =>
          connectBank(connectDeps(context, ledger, store, tokens), {
            environment: 'custom',
            hosts: { authUrl: bank.authUrl, apiUrl: bank.apiUrl },
            clientId: bank.clientId,
            clientSecret: bank.clientSecret,
            redirectUri,
            openLink: parts.visit,
            signal,
          }),
        );
        if (!connected.ok) return showFailure(screen, connected.failure);
        const request = firstSync(connected.value.connectionId, 'demo');
        const code = await runSync(context, { ledger, tokens, workers, request });
        showWhere(context);
        return code;
      });
    } finally {
      await bank.close();
    }
  });

function showWhere({ screen, ledgerPath }: CommandContext): void {
  screen.record({ type: 'ledger', path: ledgerPath });
  if (screen.json) return;
  const file = quoted(ledgerPath);
  screen.say('');
  screen.say(`The demo ledger is ${ledgerPath}, an ordinary SQLite file. Open it with`);
  screen.say(`  sqlite3 ${file} "select * from transactions_v1 limit 5"`);
  screen.say(`or datasette ${file}, or look at it with`);
  screen.say(`  passbook transactions --ledger ${file}`);
  screen.say('To connect a real bank: passbook connect --help');
}

/** Safe to paste into a shell. */
const quoted = (path: string): string =>
  /^[\w./:\\-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
