import type { Environment, Hosts } from '#shared/connection.ts';
import type { Failure } from '#shared/failure.ts';
import { renewalWords } from '#shared/words/renewal-words.ts';
import type { AccessTokens } from '../../auth/access-tokens.ts';
import type { TokenStore } from '../../auth/token-store.ts';
import type { LedgerThread } from '../../sync/ledger-thread.ts';
import type { CommandContext } from '../command-context.ts';
import type { Renewal } from '../../connect/renewal.ts';
import { connectBank, firstSync } from '../../connect/connect-bank.ts';
import { connectDeps } from '../connect-deps.ts';
import { exitCode } from '../exit-code.ts';
import { hostsOf } from '../hosts-of.ts';
import { interruptible } from '../interruptible.ts';
import { openStoreOrOffer } from '../open-store-or-offer.ts';
import { runSync } from '../run-sync.ts';
import type { Screen } from '../screen.ts';
import { refuse, showError, showFailure } from '../show-failure.ts';
import type { Answer } from '../surroundings.ts';
import { withLedger } from '../with-ledger.ts';
import { withTokens } from '../with-tokens.ts';

/** As commander names them: `--no-browser` is `browser: false`. */
export interface ConnectOptions {
  readonly env: Environment;
  readonly clientId: string;
  readonly authUrl?: string;
  readonly apiUrl?: string;
  readonly redirectUri: string;
  readonly providers?: string;
  readonly browser: boolean;
  readonly paste?: boolean;
  readonly sync: boolean;
  readonly workers: number;
}

/** What is said where no secret is to be had. */
export const missingSecret =
  'The client secret is missing: put it into the variable PASSBOOK_CLIENT_SECRET, or run this on a terminal, where Passbook asks for it.';

/** `passbook connect`: consent at the bank, then the first, deep sync while old history is still served. */
export async function connect(context: CommandContext, options: ConnectOptions): Promise<number> {
  const { screen } = context;
  const where = hostsOf(options);
  if ('problem' in where) return refuse(screen, where.problem);
  const secret = await clientSecretOf(context);
  if (secret.kind === 'stopped') return showNotConnected(screen, { kind: 'cancelled' });
  const clientSecret = secret.kind === 'given' ? secret.text.trim() : '';
  if (clientSecret === '') {
    return refuse(screen, missingSecret);
  }
  // The ledger before the bank: a consent for a ledger that cannot be written would be wasted.
  return withLedger(context, async (ledger) => {
    const store = await openStoreOrOffer(context);
    if (!store.ok) return showFailure(screen, store.failure);
    const { hosts } = where;
    return withTokens(context, store.value, (tokens) =>
      connectAndSync(context, options, { ledger, store: store.value, tokens, hosts, clientSecret }),
    );
  });
}

/** Everything that stands before the bank is asked. `renews`: the consent that is renewed by this one. */
interface Prepared {
  readonly ledger: LedgerThread;
  readonly store: TokenStore;
  readonly tokens: AccessTokens;
  readonly hosts: Hosts;
  readonly clientSecret: string;
  readonly renews?: Renewal;
}

/** The consent, then the first sync. */
export async function connectAndSync(
  context: CommandContext,
  options: ConnectOptions,
  { ledger, store, tokens, hosts, clientSecret, renews }: Prepared,
): Promise<number> {
  const { screen, surroundings } = context;
  const { env: environment, clientId, redirectUri, providers, workers } = options;
  const connected = await interruptible(surroundings, (signal, stop) =>
    connectBank(connectDeps(context, ledger, store, tokens), {
      environment,
      hosts,
      clientId,
      clientSecret,
      redirectUri,
      openLink: (url) => showLink(context, options, url),
      signal,
      ...(providers === undefined ? {} : { providers }),
      ...(renews === undefined ? {} : { renews }),
      ...(options.paste === true ? { paste: () => askForCode(context, signal, stop) } : {}),
    }),
  );
  if (!connected.ok) return showNotConnected(screen, connected.failure);
  const { connectionId } = connected.value;
  screen.record({ type: 'connected', connectionId });
  if (!options.sync) {
    screen.say(
      'Connected. Nothing was fetched: banks give history older than 90 days for about five minutes only, so run "passbook sync" soon.',
    );
    if (store.kind === 'memory') {
      screen.complain(
        'The tokens were kept in memory only and are gone now: connect again to fetch anything.',
      );
    }
    return exitCode.ok;
  }
  if (!screen.json) screen.say('Connected. Fetching the history now, while the bank still gives all of it.');
  const code = await runSync(context, {
    ledger,
    tokens,
    workers,
    request: firstSync(connectionId, 'connect'),
  });
  if (renews !== undefined) await sayIfNotRenewed(context, ledger, connectionId);
  return code;
}

/** A renewal that shows other accounts, or serves none yet, has renewed nothing: the old consent still ends. */
async function sayIfNotRenewed(
  { screen, ledgerPath }: CommandContext,
  ledger: LedgerThread,
  connectionId: string,
): Promise<void> {
  const list = await ledger.run({ kind: 'list-connections', ledgerPath });
  const sentence = list.ok ? renewalWords(list.value, connectionId) : null;
  if (sentence !== null) screen.complain(sentence);
}

/** Stopping is told in words of its own: the general ones speak of rows that are stored. */
function showNotConnected(screen: Screen, failure: Failure): number {
  if (failure.kind !== 'cancelled') return showFailure(screen, failure);
  const message = 'Connecting was stopped; nothing was connected.';
  showError(screen, { kind: failure.kind, message, exitCode: exitCode.interrupted });
  return exitCode.interrupted;
}

async function showLink(
  { screen, parts }: CommandContext,
  { browser, paste, redirectUri }: ConnectOptions,
  url: string,
): Promise<void> {
  screen.record({ type: 'link', url });
  const opened = browser && (await parts.openBrowser(url));
  if (!screen.json) {
    screen.say(
      opened
        ? 'Your browser shows the bank now. If it does not, open this link:'
        : 'Open this link in a browser:',
    );
    screen.say(url);
  }
  if (paste !== true) screen.say(`Waiting for the bank's answer at ${redirectUri} (Ctrl-C to stop) ...`);
}

/** From the environment, else asked for where there is somebody to ask. */
export const clientSecretOf = async ({ environment, surroundings }: CommandContext): Promise<Answer> =>
  environment.clientSecret === undefined
    ? surroundings.ask({ text: 'Client secret (not shown): ', hidden: true })
    : { kind: 'given', text: environment.clientSecret };

/** No answer counts as an empty one, which is no code. */
async function askForCode(
  { surroundings }: CommandContext,
  signal: AbortSignal,
  stop: () => void,
): Promise<string> {
  const text = 'Paste the code, or the whole address the browser ended at: ';
  const answer = await surroundings.ask({ text, signal });
  if (answer.kind === 'stopped') stop();
  return answer.kind === 'given' ? answer.text : '';
}
