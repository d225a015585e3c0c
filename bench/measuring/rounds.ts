/** Fewer rounds than this have no median worth the name. */
const fewestRounds = 3;

/**
 * Whether another round is due: up to `most`, but on a slow or busy machine no more than `budgetMs` allow, so that
 * the whole bench stays within minutes.
 */
export function isRoundDue(
  done: number,
  startedMs: number,
  limits: { readonly most: number; readonly budgetMs: number },
): boolean {
  if (done >= limits.most) return false;
  return done < Math.min(fewestRounds, limits.most) || performance.now() - startedMs < limits.budgetMs;
}
