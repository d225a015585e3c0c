import type { LedgerAnswers, LedgerTask } from '#shared/ledger-tasks.ts';
import type { Result } from '#shared/result.ts';
import type { LedgerSurroundings } from './ledger-surroundings.ts';

type Kind = LedgerTask['kind'];

/** A task of one kind; of any kind when none is named. */
export type TaskOf<K extends Kind = Kind> = { [P in K]: Extract<LedgerTask, { kind: P }> & { kind: P } }[K];

/** What runs a task of kind `K`. */
export type Handler<K extends Kind> = (task: TaskOf<K>, at: LedgerSurroundings) => Result<LedgerAnswers[K]>;

/** One handler for each of some kinds. */
export type Handlers<K extends Kind> = { readonly [P in K]: Handler<P> };
