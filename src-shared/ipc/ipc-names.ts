import type { IpcCall, IpcPush } from './ipc-contract.ts';

/** The one channel of calls and the one of pushes; the name of the call travels inside. */
export const callChannel = 'passbook:call';
export const pushChannel = 'passbook:push';

/**
 * The names of the contract without its schemas: all that the preload needs, which would otherwise bring a whole
 * schema library into every window. A name that is missing or too many does not compile.
 */
const calls: Readonly<Record<IpcCall, true>> = {
  'app.state': true,
  'sync.start': true,
  'sync.cancel': true,
  'jobs.list': true,
  'jobs.get': true,
  'jobs.receipt': true,
  'jobs.timeline': true,
  'jobs.undo': true,
  'jobs.save-receipt': true,
  'transactions.page': true,
  'transactions.totals': true,
  'transactions.get': true,
  'transactions.annotate': true,
  'transactions.categories': true,
  'settlements.list': true,
  'settlements.decide': true,
  'settlements.take-back': true,
  'completeness.judge': true,
  'overview.read': true,
  'insights.scope': true,
  'insights.balances': true,
  'insights.flow': true,
  'insights.spending': true,
  'insights.recurring': true,
  'export.preview': true,
  'export.save': true,
  'export.reveal': true,
  'backups.list': true,
  'backups.make': true,
  'backups.check': true,
  'backups.restore': true,
  'backups.restore-other': true,
  'backups.reveal': true,
  'ledger.recover': true,
  'diagnostics.preview': true,
  'diagnostics.save': true,
  'ledger.move': true,
  'ledger.update': true,
  'credentials.list': true,
  'credentials.replace': true,
  'credentials.forget': true,
  'connect.demo': true,
  'connect.begin': true,
  'connect.paste': true,
  'connect.cancel': true,
  'connect.link': true,
  'connect.retry': true,
  'connection.reconnect': true,
  'connection.disconnect': true,
  'connection.data': true,
  'connection.forget': true,
  'settings.change': true,
  'background.pause': true,
  'background.resume': true,
  'link.open': true,
  'clipboard.write': true,
  'ledger.reveal': true,
  'window.left': true,
};
const pushes: Readonly<Record<IpcPush, true>> = {
  'app.changed': true,
  'sync.progress': true,
  'sync.ended': true,
  'place.open': true,
  'window.leaving': true,
  'ledger.updating': true,
  'export.progress': true,
  'connection.forgetting': true,
};

/** Whether the window may call it. Own names only: `constructor` is no call. */
export const isCallName = (name: unknown): name is IpcCall =>
  typeof name === 'string' && Object.hasOwn(calls, name);

/** Whether main may push it. @see isCallName */
export const isPushName = (name: unknown): name is IpcPush =>
  typeof name === 'string' && Object.hasOwn(pushes, name);
