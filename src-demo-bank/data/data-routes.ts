import type { Endpoint } from '../faults/fault-schema.ts';
import type { Scope } from '../auth/consent.ts';

/** Which door of the Data API a path is. */
export interface DataRoute {
  readonly endpoint: Exclude<Endpoint, 'any'>;
  /** Both families have balance, transactions and pending. */
  readonly family: 'account' | 'card' | null;
  readonly accountId: string | null;
  /** All of these must have been granted (truelayer.md, 2.1). */
  readonly scopes: readonly Scope[];
}

const tails: Readonly<
  Record<string, { readonly endpoint: Exclude<Endpoint, 'any'>; readonly scope: Scope }>
> = {
  balance: { endpoint: 'balance', scope: 'balance' },
  transactions: { endpoint: 'transactions', scope: 'transactions' },
  'transactions/pending': { endpoint: 'pending', scope: 'transactions' },
  standing_orders: { endpoint: 'standing_orders', scope: 'standing_orders' },
  direct_debits: { endpoint: 'direct_debits', scope: 'direct_debits' },
};
const accountsOnly: readonly Endpoint[] = ['standing_orders', 'direct_debits'];

const single = (endpoint: DataRoute['endpoint'], scopes: readonly Scope[]): DataRoute => ({
  endpoint,
  family: null,
  accountId: null,
  scopes,
});

/** Finds the door for a path; `null`: there is none. */
export function findDataRoute(path: string): DataRoute | null {
  const match = /^\/data\/v1\/([a-z]+)(?:\/([^/]+)(?:\/(.+))?)?$/u.exec(path);
  if (match === null) return null;
  const [, head, id, tail] = match;
  if (head === 'results' && id !== undefined && tail === undefined) {
    return { ...single('results', []), accountId: id };
  }
  if (id === undefined) {
    if (head === 'me') return single('me', []);
    if (head === 'info') return single('info', ['info']);
    if (head === 'accounts') return single('accounts', ['accounts']);
    if (head === 'cards') return single('cards', ['cards']);
    return null;
  }
  if (head !== 'accounts' && head !== 'cards') return null;
  const family = head === 'accounts' ? 'account' : 'card';
  if (tail === undefined) return { endpoint: family, family, accountId: id, scopes: [head] };
  const found = Object.hasOwn(tails, tail) ? tails[tail] : undefined;
  if (found === undefined || (family === 'card' && accountsOnly.includes(found.endpoint))) return null;
  return { endpoint: found.endpoint, family, accountId: id, scopes: [head, found.scope] };
}
