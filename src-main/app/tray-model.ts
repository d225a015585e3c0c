import { assertNever } from '#shared/assert-never.ts';
import type { AppState, ConnectionHealth, ConnectionStatus } from '#shared/ipc/app-state.ts';
import { progressLine } from '#shared/words/progress-line.ts';
import { consentNeedsAction } from '#shared/consent-warning.ts';
import { readableAge } from '#shared/words/readable-age.ts';
import { readableInstant } from '#shared/words/readable-time.ts';

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
      ...(connections.length === 0 ? [{ kind: 'line', label: 'No bank is connected yet' } as const] : []),
      ...(progress === null ? [] : [{ kind: 'line', label: progressLine(progress, nowMs) } as const]),
      { kind: 'separator' },
      progress === null
        ? { kind: 'command', command: 'sync-now', label: 'Sync now', enabled: alive.length > 0 }
        : { kind: 'command', command: 'cancel', label: 'Cancel sync', enabled: true },
      isPaused
        ? { kind: 'command', command: 'resume', label: 'Resume background syncs', enabled: true }
        : pauses,
      { kind: 'separator' },
      { kind: 'command', command: 'open', label: 'Open Passbook', enabled: true },
      { kind: 'command', command: 'quit', label: 'Quit Passbook', enabled: true },
    ],
  };
}

const pauses: TrayRow = {
  kind: 'pause',
  label: 'Pause background syncs',
  rows: [
    { kind: 'command', command: 'pause-hour', label: 'For an hour', enabled: true },
    { kind: 'command', command: 'pause-tomorrow', label: 'Until tomorrow', enabled: true },
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

const healthWords: Readonly<Record<ConnectionHealth, string>> = {
  syncing: 'syncing',
  'reconnect-needed': 'reconnect needed',
  failed: 'the last sync failed',
  'rate-limited': 'the bank asked for a pause',
  revoked: 'disconnected',
  'never-synced': 'not synced yet',
  fine: 'up to date',
};

function rowLabel(
  { provider_name, health, lastSyncedAt, consent_expires_at }: ConnectionStatus,
  nowMs: number,
): string {
  const state =
    health === 'fine' && consentNeedsAction(consent_expires_at, nowMs)
      ? 'consent ends soon'
      : healthWords[health];
  const age = lastSyncedAt === null ? '' : `, synced ${readableAge(nowMs - Date.parse(lastSyncedAt))}`;
  return `${provider_name}: ${state}${health === 'syncing' ? '' : age}`;
}

function tooltipOf(
  { progress, settings }: AppState,
  alive: readonly ConnectionStatus[],
  isPaused: boolean,
  nowMs: number,
): string {
  const troubled = alive.filter((each) => !['fine', 'syncing'].includes(iconOf(each, nowMs)));
  const [first] = troubled;
  if (alive.length === 0) return 'Passbook: no bank is connected yet';
  if (first !== undefined) {
    const others = troubled.length === 1 ? '' : ` (and ${String(troubled.length - 1)} more)`;
    return `Passbook: ${rowLabel(first, nowMs)}${others}`;
  }
  if (progress !== null) return `Passbook: ${progressLine(progress, nowMs)}`;
  if (isPaused)
    return `Passbook: background syncs rest until ${readableInstant(settings.pausedUntilIso ?? '')}`;
  return 'Passbook: everything is up to date';
}
