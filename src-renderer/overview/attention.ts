import type { AppState, ConnectionStatus } from '#shared/ipc/app-state.ts';
import type { SyncWish } from '#shared/ipc/sync-wish.ts';
import type { Overview } from '#shared/overview.ts';
import { dayText } from '../format/day-text.ts';
import { overviewWords as words } from '../words/words.ts';

/** Something that needs the user: a line, and what its button does. */
export interface Attention {
  readonly key: string;
  readonly text: string;
  readonly button: string;
  /** The button for readers by ear, where its own word says too little. */
  readonly label: string;
  readonly way:
    | { readonly kind: 'reconnect'; readonly connectionId: string }
    | { readonly kind: 'review' }
    | { readonly kind: 'settings' }
    | { readonly kind: 'sync'; readonly wish: SyncWish };
  readonly isBad: boolean;
}

/** More gaps than these are one line: they have one cause. */
const gapsNamed = 3;

/** Everything that needs the user, the worst first. `overview`: `null` until main has answered. */
export function attentionOf(app: AppState, overview: Overview | null, nowMs: number): readonly Attention[] {
  return [
    ...app.connections.flatMap((connection) => consentAttention(connection, nowMs)),
    ...(overview === null ? [] : [...doubts(overview), ...gaps(app, overview), ...limits(overview)]),
  ];
}

function consentAttention(connection: ConnectionStatus, nowMs: number): readonly Attention[] {
  const { id, provider_name: bank, health, state } = connection;
  const sentence = words.connection(connection, nowMs);
  const way = { kind: 'reconnect', connectionId: id } as const;
  if (health === 'reconnect-needed') {
    const text = sentence === null ? words.reconnect(bank) : words.ofBank(bank, sentence);
    return [
      { key: id, text, button: words.reconnectButton, label: words.reconnectOf(bank), way, isBad: true },
    ];
  }
  if (health === 'failed' && sentence !== null) {
    const sync = { kind: 'sync', wish: { connectionId: id } } as const;
    const text = words.ofBank(bank, sentence);
    return [{ key: id, text, button: words.syncButton, label: words.syncOf(bank), way: sync, isBad: true }];
  }
  const facts = { providerName: bank, state, consentExpiresAt: connection.consent_expires_at };
  const warning = words.consentWarning(facts, nowMs);
  if (warning === null) return [];
  const isBad = warning.stage === 'ended';
  return [
    { key: id, text: warning.sentence, button: words.renewButton, label: words.renew(bank), way, isBad },
  ];
}

const doubts = ({ doubtful_matches: count }: Overview): readonly Attention[] =>
  count === 0
    ? []
    : [
        {
          key: 'doubts',
          text: words.doubtful(count),
          button: words.reviewButton,
          label: words.reviewOf,
          way: { kind: 'review' },
          isBad: false,
        },
      ];

function gaps({ accounts }: AppState, { gaps: all }: Overview): readonly Attention[] {
  return all.slice(0, gapsNamed).map(({ account_id: accountId, from, to }, index) => {
    const name = accounts.find((row) => row.account_id === accountId)?.display_name ?? accountId;
    const [first, last] = [dayText(from), dayText(to)];
    const more = index === gapsNamed - 1 ? all.length - gapsNamed : 0;
    return {
      key: `gap ${accountId} ${from}`,
      text: more > 0 ? words.gapAndMore(name, first, last, more) : words.gap(name, first, last),
      button: words.gapButton,
      label: words.fetchOf(name),
      way: { kind: 'sync', wish: { accountId, from, to } },
      isBad: false,
    };
  });
}

const limits = ({ rate_limits: records }: Overview): readonly Attention[] =>
  records.flatMap((record) => {
    const text = words.rateLimit(record);
    if (text === null) return [];
    return [
      {
        key: `429 ${record.connectionId}`,
        text,
        button: words.settingsButton,
        label: words.settingsOf(record.providerName),
        way: { kind: 'settings' } as const,
        isBad: false,
      },
    ];
  });
