import { assertNever } from './assert-never.ts';
import { dayCount, type DayRange } from './calendar-day.ts';
import type { AccountCompleteness, CoverageSpan, Unexplained } from './completeness.ts';

/** What a user can do about an account whose days are not all there; `none`: nothing, or nothing that would help. */
export type CompletenessWay =
  /** `range` null: whatever is new. */
  | { readonly kind: 'sync'; readonly range: DayRange | null }
  /** A fresh consent opens old history for some minutes; `range`: the days refused without one. */
  | { readonly kind: 'reconnect'; readonly range: DayRange }
  | { readonly kind: 'none' };

/** @see CompletenessWay */
export function completenessWay({
  verdict,
  spans,
  isListed,
}: Pick<AccountCompleteness, 'verdict' | 'spans' | 'isListed'>): CompletenessWay {
  // No sync asks for it any more; whether to reconnect depends on what the user knows.
  if (!isListed) return { kind: 'none' };
  switch (verdict.kind) {
    case 'complete':
      return wayOfSpans(spans);
    case 'unexplained':
      return { kind: 'sync', range: widest(verdict.gaps) };
    case 'cannot-judge': {
      const { because } = verdict;
      if (because.kind === 'gap') {
        return wayOfSpans(spans.filter(({ from, to }) => from <= because.to && to >= because.from));
      }
      if (because.kind === 'no-balance') return wayOfSpans(spans);
      return { kind: 'sync', range: null };
    }
    default:
      return assertNever(verdict);
  }
}

/** The newest days that are missing: most people miss those first. */
function wayOfSpans(spans: readonly CoverageSpan[]): CompletenessWay {
  const missing = spans.findLast((span) => span.outcome !== 'answered' && !isOfToday(span, spans));
  if (missing === undefined) return { kind: 'none' };
  if (missing === spans.at(-1) && missing.outcome === 'never-asked') return { kind: 'sync', range: null };
  const range = { from: missing.from, to: missing.to };
  if (missing.outcome === 'never-asked') return { kind: 'sync', range };
  return missing.reason === 'old-history-refused' ? { kind: 'reconnect', range } : { kind: 'none' };
}

/** A day that has only begun is not missing yet: the next sync asks for it. */
const isOfToday = (span: CoverageSpan, spans: readonly CoverageSpan[]): boolean =>
  span.outcome === 'never-asked' && span === spans.at(-1) && dayCount(span) === 1;

function widest(gaps: readonly Unexplained[]): DayRange | null {
  const [first] = gaps;
  if (first === undefined) return null;
  return gaps.reduce<DayRange>(
    ({ from, to }, gap) => ({ from: gap.from < from ? gap.from : from, to: gap.to > to ? gap.to : to }),
    { from: first.from, to: first.to },
  );
}
