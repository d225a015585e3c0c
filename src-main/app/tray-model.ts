import { assertNever } from '#shared/assert-never.ts';
import type { AppState, ConnectionStatus } from '#shared/ipc/app-state.ts';
import { consentNeedsAction } from '#shared/consent-warning.ts';
import { readableAge } from '#shared/words/readable-age.ts';
import { instantText } from '../words/reader-figures.ts';
import { trayWords as words } from '../words/words.ts';

/** What the tray's icon can say. */
export type TrayIcon = 'fine' | 'syncing' | 'needs-you' | 'failed' | 'paused';

/** What a row of the tray's menu does. */
export type TrayCommand =
  'sync-now' | 'cancel' | 'pause-hour' | 'pause-tomorrow' | 'resume' | 'open' | 'quit';

/** A row of the tray's menu. */
export type TrayRow =
  | { readonly kind: 'connection'; readonly connectionId: string; readonly label: string }
  | { readonly kind: 'line'; readonly label: string }
  | {
      readonly kind: 'command';
      readonly command: TrayCommand;
      readonly label: string;
      readonly enabled: boolean;
    }
  | { readonly kind: 'pause'; readonly label: string; readonly rows: readonly TrayRow[] }
  | { readonly kind: 'separator' };

/** The tray as it should look now. */
export interface TrayModel {
  readonly icon: TrayIcon;
  readonly tooltip: string;
  readonly rows: readonly TrayRow[];
}

/** Worst first. What needs the user stands above what merely runs: it would else be hidden for as long as that takes. */
const icons: readonly TrayIcon[] = ['needs-you', 'failed', 'syncing', 'paused', 'fine'];

/** The truth about every connection, and about all of them together. */
export function trayModel(state: AppState, nowMs: number): TrayModel {
  const { connections, progress, settings } = state;
  const isPaused = settings.pausedUntilIso !== null && Date.parse(settings.pausedUntilIso) > nowMs;
  const alive = connections.filter(({ health }) => health !== 'revoked');
  const said = new Set<TrayIcon>(alive.map((each) => iconOf(each, nowMs)));
  if (alive.length === 0) said.add('needs-you');
  if (progress !== null) said.add('syncing');
  if (isPaused) said.add('paused');
  return {
    icon: icons.find((icon) => said.has(icon)) ?? 'fine',
    tooltip: tooltipOf(state, alive, isPaused, nowMs),
    rows: [
      ...connections.map((each): TrayRow => ({
        kind: 'connection',
        connectionId: each.id,
        label: rowLabel(each, nowMs),
      })),
      ...(connections.length === 0 ? [{ kind: 'line', label: words.noBank } as const] : []),
      ...(progress === null ? [] : [{ kind: 'line', label: words.progress(progress, nowMs) } as const]),
      { kind: 'separator' },
      progress === null
        ? { kind: 'command', command: 'sync-now', label: words.syncNow, enabled: alive.length > 0 }
        : { kind: 'command', command: 'cancel', label: words.cancel, enabled: true },
      isPaused ? { kind: 'command', command: 'resume', label: words.resume, enabled: true } : pauses,
      { kind: 'separator' },
      { kind: 'command', command: 'open', label: words.open, enabled: true },
      { kind: 'command', command: 'quit', label: words.quit, enabled: true },
    ],
  };
}

const pauses: TrayRow = {
  kind: 'pause',
  label: words.pause,
  rows: [
    { kind: 'command', command: 'pause-hour', label: words.pauseHour, enabled: true },
    { kind: 'command', command: 'pause-tomorrow', label: words.pauseTomorrow, enabled: true },
  ],
};

function iconOf({ health, consent_expires_at }: ConnectionStatus, nowMs: number): TrayIcon {
  switch (health) {
    case 'syncing':
      return 'syncing';
    case 'reconnect-needed':
    case 'never-synced':
      return 'needs-you';
    case 'failed':
    case 'rate-limited':
      return 'failed';
    case 'revoked':
      return 'fine';
    case 'fine':
      return consentNeedsAction(consent_expires_at, nowMs) ? 'needs-you' : 'fine';
    default:
      return assertNever(health);
  }
}

function rowLabel(
  { provider_name, health, lastSyncedAt, consent_expires_at }: ConnectionStatus,
  nowMs: number,
): string {
  const state =
    health === 'fine' && consentNeedsAction(consent_expires_at, nowMs)
      ? words.consentEndsSoon
      : words.health[health];
  const isKnown = lastSyncedAt !== null && health !== 'syncing';
  const age = isKnown ? (readableAge(nowMs - Date.parse(lastSyncedAt)) ?? words.justNow) : null;
  return words.connection(provider_name, state, age);
}

function tooltipOf(
  { progress, settings }: AppState,
  alive: readonly ConnectionStatus[],
  isPaused: boolean,
  nowMs: number,
): string {
  const troubled = alive.filter((each) => !['fine', 'syncing'].includes(iconOf(each, nowMs)));
  const [first] = troubled;
  if (alive.length === 0) return words.tooltip(words.noBankYet);
  if (first !== undefined) {
    return words.tooltip(words.andMore(rowLabel(first, nowMs), troubled.length - 1));
  }
  if (progress !== null) return words.tooltip(words.progress(progress, nowMs));
  if (isPaused && settings.pausedUntilIso !== null) {
    return words.tooltip(words.restUntil(instantText(settings.pausedUntilIso)));
  }
  return words.tooltip(words.upToDate);
}
