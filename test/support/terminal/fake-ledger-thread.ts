import type { LedgerAnswers, LedgerTask } from '#shared/ledger-tasks.ts';
import { succeeded, type Result } from '#shared/result.ts';
import type { LedgerThread } from '../../../src-main/sync/ledger-thread.ts';

/** Answers for some kinds of task; every other kind gets the answer of an empty ledger. */
export type FakeLedgerAnswers = {
  readonly [K in LedgerTask['kind']]?: (task: Extract<LedgerTask, { kind: K }>) => Result<LedgerAnswers[K]>;
};

/** A ledger's thread without a thread or a ledger. */
export interface FakeLedgerThread extends LedgerThread {
  readonly tasks: readonly LedgerTask[];
  readonly isClosed: () => boolean;
}

const emptyLedger: { readonly [K in LedgerTask['kind']]?: LedgerAnswers[K] } = {
  'open-ledger': { created: false, schemaVersion: 1 },
  'load-connections': [],
  'save-connection': null,
  'set-connection-state': null,
  'list-connections': [],
  'list-accounts': [],
  'list-rate-limits': [],
  'set-account-sign': { turned: 0 },
  'list-idle-connections': [],
  'forget-connection': { transactions: 0 },
  'list-transactions': [],
  'list-jobs': [],
  'judge-completeness': [],
  'export-transactions': { rows: 0, pendingLeftOut: 0 },
  'check-ledger': { exists: true, problems: [], transactions: 0 },
};

/** @see FakeLedgerThread */
export function fakeLedgerThread(answers: FakeLedgerAnswers = {}): FakeLedgerThread {
  const tasks: LedgerTask[] = [];
  let closed = false;
  return {
    tasks,
    isClosed: () => closed,
    run<T extends LedgerTask>(task: T): Promise<Result<LedgerAnswers[T['kind']]>> {
      tasks.push(task);
      const kind: T['kind'] = task.kind;
      // Kind and answer belong together by the two tables' types; an index cannot carry that on.
      const answer = answers[kind] as ((task: T) => Result<LedgerAnswers[T['kind']]>) | undefined;
      const empty = emptyLedger[kind] as LedgerAnswers[T['kind']] | undefined;
      if (answer !== undefined) return Promise.resolve(answer(task));
      if (empty === undefined) return Promise.reject(new Error(`The fake ledger has no answer to ${kind}`));
      return Promise.resolve(succeeded(empty));
    },
    onUpdate: () => undefined,
    close: () => {
      closed = true;
      return Promise.resolve();
    },
  };
}
