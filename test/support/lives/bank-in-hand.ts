import { ConsentDesk } from '../../../src-demo-bank/auth/consent-desk.ts';
import { knownScopes } from '../../../src-demo-bank/auth/consent.ts';
import { readDialogRequest } from '../../../src-demo-bank/auth/read-dialog-request.ts';
import { AsyncTasks } from '../../../src-demo-bank/data/async-tasks.ts';
import { findDataDoor } from '../../../src-demo-bank/data/data-doors.ts';
import { UnattendedBudget } from '../../../src-demo-bank/data/unattended-budget.ts';
import { changeBooks } from '../../../src-demo-bank/faults/change-books.ts';
import { FaultDesk } from '../../../src-demo-bank/faults/fault-desk.ts';
import { faultEffects } from '../../../src-demo-bank/faults/fault-effects.ts';
import type { Fault } from '../../../src-demo-bank/faults/fault-schema.ts';
import type { AccountBook } from '../../../src-demo-bank/life/account-book.ts';
import { openBooks } from '../../../src-demo-bank/life/open-books.ts';
import type { Exchange, SendOnce } from '../../../src-worker/source/exchange.ts';

/** The demo bank without sockets: its books, its doors and its faults, called as functions on a clock of the test's. */
export interface BankInHand {
  /** One for each account, then one for each card. */
  readonly books: readonly AccountBook[];
  readonly faults: FaultDesk;
  /** The bearer of the one consent, good for an hour; a new one each time. */
  readonly accessToken: () => string;
  readonly send: SendOnce;
}

/** One for each account and card: two minor digits, none, and three. */
const currencies = ['GBP', 'EUR', 'JPY', 'KWD', 'GBP', 'USD'];
const clientId = 'lives';
const redirectUri = 'http://localhost:3000/callback';

/** Opens the bank as it stands now. The consent is given at this moment. */
export function openBankInHand(options: { seed: number; days: number; nowMs: () => number }): BankInHand {
  const { seed, days, nowMs } = options;
  const books = openBooks({ seed, accounts: 4, cards: 2, days, currencies }, nowMs());
  const consents = new ConsentDesk(seed, nowMs);
  const faults = new FaultDesk([]);
  const link = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: knownScopes.join(' '),
  });
  const asked = readDialogRequest(link, { clientId, clientSecret: '', redirectUris: [redirectUri] });
  if (asked.kind === 'refused') throw new Error(asked.sentence);
  const code = consents.grant(asked.request);
  consents.exchangeCode({ code, clientId, redirectUri, codeVerifier: null });
  const desk = { books, consents, budget: new UnattendedBudget(), nowMs };
  const tasks = new AsyncTasks(() => 'http://bank.test');
  let calls = 0;
  let keys = 4_100_000_000;
  return {
    books,
    faults,
    accessToken: () => {
      const refreshToken = consents.consents[0]?.refreshToken?.value ?? '';
      const value = consents.refresh(refreshToken, clientId)?.accessToken?.value;
      if (value === undefined) throw new Error('the consent is over');
      return value;
    },
    send: (url, headers) => {
      calls += 1;
      const door = findDataDoor(desk, tasks, {
        method: 'GET',
        path: url.pathname,
        query: url.searchParams,
        headers: new Map(Object.entries(headers)),
        body: '',
      });
      const hits = faults.fire(door.target);
      const book = books.find(({ profile }) => profile.accountId === door.target.accountId);
      if (book !== undefined && hits.length > 0) changeBooks(hits, book, nowMs(), () => (keys += 1));
      const effects = faultEffects(hits, nowMs(), calls);
      const answer = effects.insteadOf ?? door.answer(effects);
      return Promise.resolve(exchangeOf(answer, hits));
    },
  };
}

/** The wire, as far as it makes a difference to who waits at its other end. */
function exchangeOf(
  answer: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  },
  hits: readonly Fault[],
): Exchange {
  if (hits.some(({ kind }) => kind === 'cut' || kind === 'lost-answer')) {
    return { kind: 'no-answer', cause: 'network', detail: 'ECONNRESET', ms: 1 };
  }
  const isHalf = hits.some(({ kind }) => kind === 'truncated-json');
  const text = isHalf ? answer.body.slice(0, answer.body.length / 2) : answer.body;
  const body = Buffer.from(text);
  const retryAfter = answer.headers['retry-after'] ?? null;
  return { kind: 'answer', status: answer.status, retryAfter, body, bytes: body.length, ms: 1 };
}
