import fc from 'fast-check';
import { faultSchema, type Fault } from '../../../src-demo-bank/faults/fault-schema.ts';

/** Something that happens at the bank. `pick` chooses among the rows there are, so that any subset of steps is a life. */
export type BankStep =
  | { readonly do: 'pass-time'; readonly hours: number }
  | {
      readonly do: 'add';
      readonly daysBack: number;
      readonly shop: number;
      readonly amountMinor: number;
      readonly secondOfDay: number;
      readonly pending: boolean;
    }
  | { readonly do: 'twin'; readonly pick: number }
  | {
      readonly do: 'amend';
      readonly pick: number;
      readonly what: 'amount' | 'text' | 'other-text' | 'date' | 'all';
      readonly by: number;
    }
  | { readonly do: 'remove'; readonly pick: number }
  | { readonly do: 'bring-back'; readonly pick: number }
  | {
      readonly do: 'settle';
      readonly pick: number;
      readonly percent: number;
      readonly daysLater: number;
      readonly newIds: boolean;
    }
  | { readonly do: 'book-early'; readonly pick: number }
  | { readonly do: 'release'; readonly pick: number }
  | { readonly do: 'churn-ids'; readonly every: number };

/** A sync, with what goes wrong in it. */
export interface SyncStep {
  readonly do: 'sync';
  readonly attended: boolean;
  readonly faults: readonly Fault[];
  /** The process dies before this call, counted from 1; 0: it lives. */
  readonly killedAtCall: number;
  /** What the bank does between two calls, and before which. */
  readonly meanwhile: { readonly beforeCall: number; readonly step: BankStep } | null;
}

/** The user says of a link whether it is right, or takes back what they said; any answer is taken, and none may change a total. */
export interface DecideStep {
  readonly do: 'decide';
  readonly pick: number;
  readonly verdict: 'confirmed' | 'undone' | 'taken-back';
}

/** The user takes back one of the syncs so far, counted from the last. */
export interface UndoStep {
  readonly do: 'undo';
  readonly pick: number;
}

/** The user writes a note about a row. */
export interface AnnotateStep {
  readonly do: 'annotate';
  readonly pick: number;
}

/** One step of a life. */
export type LifeStep = BankStep | SyncStep | DecideStep | UndoStep | AnnotateStep;

/** A whole life: which bank, which of its accounts, and what happens. */
export interface Life {
  readonly seed: number;
  /** 0 to 3 are accounts, 4 and 5 cards: each writes its rows and ids in another way. */
  readonly account: number;
  readonly steps: readonly LifeStep[];
}

const pick = fc.nat(40);
const hour = 3600;

const bankStep: fc.Arbitrary<BankStep> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('pass-time' as const), hours: fc.integer({ min: 1, max: 60 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('add' as const),
      daysBack: fc.nat(20),
      shop: fc.nat(3),
      amountMinor: fc.constantFrom(-420, -420, -1000, -2350, -9900, 1500),
      secondOfDay: fc.constantFrom(0, 1, 12 * hour, 24 * hour - 1),
      pending: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('twin' as const), pick }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('amend' as const),
      pick,
      what: fc.constantFrom(
        'amount' as const,
        'text' as const,
        'other-text' as const,
        'date' as const,
        'all' as const,
      ),
      by: fc.integer({ min: 1, max: 12 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('bring-back' as const), pick }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('settle' as const),
      pick,
      percent: fc.constantFrom(100, 100, 100, 112, 64, 300),
      daysLater: fc.nat(5),
      newIds: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('book-early' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('release' as const), pick }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('churn-ids' as const), every: fc.integer({ min: 1, max: 4 }) }),
  },
);

const someCalls = { fromCall: fc.integer({ min: 1, max: 4 }), count: fc.integer({ min: 1, max: 4 }) };
const onEndpoint = fc.constantFrom('transactions', 'pending', 'any');
const fault = (fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Fault> =>
  fc.record({ endpoint: onEndpoint, ...someCalls, ...fields }).map((value) => faultSchema.parse(value));

const anyFault: fc.Arbitrary<Fault> = fc.oneof(
  fault({ kind: fc.constant('error'), error: fc.constant('provider_too_many_requests') }),
  fault({
    kind: fc.constant('error'),
    error: fc.constantFrom(
      'provider_request_limit_exceeded',
      'internal_server_error',
      'provider_timeout',
      'access_denied',
    ),
  }),
  fault({ kind: fc.constant('cut'), when: fc.constantFrom('before-headers', 'in-the-body') }),
  fault({ kind: fc.constant('truncated-json') }),
  fault({
    kind: fc.constantFrom(
      'missing-optional-fields',
      'null-optional-fields',
      'changing-transaction-id',
      'seven-digit-fractions',
    ),
  }),
  fault({ kind: fc.constant('refuse-wide-ranges'), widestDays: fc.constantFrom(5, 10, 40) }),
);

const syncStep: fc.Arbitrary<SyncStep> = fc.record({
  do: fc.constant('sync' as const),
  attended: fc.boolean(),
  faults: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    fc.array(anyFault, { minLength: 1, maxLength: 2 }),
  ),
  killedAtCall: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 8 })),
  meanwhile: fc.option(fc.record({ beforeCall: fc.integer({ min: 1, max: 5 }), step: bankStep }), {
    freq: 3,
  }),
});

const decideStep: fc.Arbitrary<DecideStep> = fc.record({
  do: fc.constant('decide' as const),
  pick,
  verdict: fc.constantFrom('confirmed' as const, 'undone' as const, 'taken-back' as const),
});

/** Lives that shrink to the fewest steps that still go wrong. */
export const anyLife: fc.Arbitrary<Life> = fc.record({
  seed: fc.integer({ min: 1, max: 50 }),
  account: fc.nat(5),
  steps: fc.array(
    fc.oneof(
      { weight: 10, arbitrary: bankStep },
      { weight: 6, arbitrary: syncStep },
      { weight: 1, arbitrary: decideStep },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), pick: fc.nat(3) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('annotate' as const), pick }) },
    ),
    {
      minLength: 2,
      maxLength: 30,
    },
  ),
});
