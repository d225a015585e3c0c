/**
 * Pairs as many of `lefts` with `rights` as can be paired at all, each once (Kuhn's algorithm: a left that finds its
 * right taken asks the one that has it to move over). A left that has a partner keeps one, so where not all of them can have
 * one, the first ones do.
 *
 * @returns left -> right.
 */
export function mostPairs<L, R>(
  lefts: readonly L[],
  rights: readonly R[],
  fits: (left: L, right: R) => boolean,
): ReadonlyMap<L, R> {
  const rightOf = new Map<L, R>();
  const leftOf = new Map<R, L>();
  const pair = (left: L, right: R): true => {
    rightOf.set(left, right);
    leftOf.set(right, left);
    return true;
  };
  const findFor = (left: L, asked: Set<R>, inTurn: readonly R[]): boolean => {
    const fitting = (right: R): boolean => !asked.has(right) && fits(left, right);
    const free = inTurn.find((right) => !leftOf.has(right) && fitting(right));
    if (free !== undefined) return pair(left, free);
    for (const right of inTurn) {
      const holder = leftOf.get(right);
      if (holder === undefined || holder === left || !fitting(right)) continue;
      asked.add(right);
      if (findFor(holder, asked, inTurn)) return pair(left, right);
    }
    return false;
  };
  for (const [index, left] of lefts.entries()) {
    // Many equal rows in one order on both sides are paired at first sight.
    const own = rights[index];
    if (own !== undefined && !leftOf.has(own) && fits(left, own)) pair(left, own);
    else findFor(left, new Set(), rights);
    if (rightOf.size === rights.length) break;
  }
  return rightOf;
}
