import { type JobTimeline, mostSpans, type TimelineSpan } from './job-timeline.ts';
import type { SyncEvent } from './sync-event.ts';

/** A timeline while its job runs. */
export interface TimelineState extends Omit<JobTimeline, 'elapsedMs'> {
  /** Spans of one lane and kind that are nearer to each other than this are one. Grows with the job. */
  readonly mergedBelowMs: number;
}

/** A job before its first event. */
export const emptyTimeline: TimelineState = { lanes: [], spans: [], mergedBelowMs: 0 };

/** The first distance that spans are put together at, once there are too many. */
const firstMergeMs = 10;

/**
 * What an event adds to the picture. Events come when something is over, and say how long it took.
 *
 * @param atMs milliseconds since the job began
 */
export function foldTimeline(state: TimelineState, event: SyncEvent, atMs: number): TimelineState {
  switch (event.kind) {
    case 'account-started':
      return named(state, event.accountId, event.displayName);
    case 'api-call':
      return added(state, event.accountId ?? null, { kind: 'api', cause: null }, event.ms, atMs);
    case 'database-write':
      return added(state, event.accountId ?? null, { kind: 'database', cause: null }, event.ms, atMs);
    case 'wait-over':
      return added(state, event.accountId, { kind: 'wait', cause: event.cause }, event.waitedMs, atMs);
    default:
      return state;
  }
}

/** @see JobTimeline */
export const endTimeline = (state: TimelineState, elapsedMs: number): JobTimeline => ({
  elapsedMs: Math.round(elapsedMs),
  lanes: state.lanes,
  spans: state.spans.toSorted((a, b) => a.startMs - b.startMs),
});

function named(state: TimelineState, accountId: string, displayName: string): TimelineState {
  const known = state.lanes.findIndex((lane) => lane.accountId === accountId);
  if (known < 0) return { ...state, lanes: [...state.lanes, { accountId, displayName }] };
  return { ...state, lanes: state.lanes.with(known, { accountId, displayName }) };
}

function added(
  state: TimelineState,
  accountId: string | null,
  what: Pick<TimelineSpan, 'kind' | 'cause'>,
  ms: number,
  atMs: number,
): TimelineState {
  const known = state.lanes.findIndex((lane) => lane.accountId === accountId);
  const lanes = known < 0 ? [...state.lanes, { accountId, displayName: accountId ?? '' }] : state.lanes;
  const span: TimelineSpan = {
    lane: known < 0 ? lanes.length - 1 : known,
    ...what,
    startMs: round(Math.max(0, atMs - ms)),
    durationMs: round(ms),
    count: 1,
    busyMs: round(ms),
  };
  return bounded({ ...state, lanes, spans: [...state.spans, span] });
}

/** Puts neighbours together, ever more generously, until there are few enough; the shortest go when that is not enough. */
function bounded(state: TimelineState): TimelineState {
  if (state.spans.length <= mostSpans) return state;
  const lastMs = Math.max(...state.spans.map(({ startMs, durationMs }) => startMs + durationMs));
  let mergedBelowMs = Math.max(firstMergeMs, state.mergedBelowMs);
  let spans = merged(state.spans, mergedBelowMs);
  // Half as many at once: putting together is not done again for each event that follows.
  while (spans.length > mostSpans / 2 && mergedBelowMs <= lastMs) {
    mergedBelowMs *= 2;
    spans = merged(state.spans, mergedBelowMs);
  }
  const kept = spans.toSorted((a, b) => b.durationMs - a.durationMs).slice(0, mostSpans - 1);
  return { ...state, spans: kept, mergedBelowMs };
}

function merged(spans: readonly TimelineSpan[], belowMs: number): readonly TimelineSpan[] {
  const result: TimelineSpan[] = [];
  const lastOf = new Map<string, number>();
  for (const span of spans.toSorted((a, b) => a.startMs - b.startMs)) {
    const key = `${String(span.lane)} ${span.kind} ${String(span.cause)}`;
    const index = lastOf.get(key);
    const before = index === undefined ? undefined : result[index];
    if (index === undefined || before === undefined || gapOf(before, span) > belowMs) {
      lastOf.set(key, result.push(span) - 1);
      continue;
    }
    const endMs = Math.max(before.startMs + before.durationMs, span.startMs + span.durationMs);
    result[index] = {
      ...before,
      durationMs: round(endMs - before.startMs),
      count: before.count + span.count,
      busyMs: round(before.busyMs + span.busyMs),
    };
  }
  return result;
}

const gapOf = (before: TimelineSpan, span: TimelineSpan): number =>
  span.startMs - (before.startMs + before.durationMs);

const round = (ms: number): number => Math.round(ms * 10) / 10;
