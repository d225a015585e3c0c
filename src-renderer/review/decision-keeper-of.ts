import type { Bridge } from '#shared/ipc/bridge.ts';
import { createDecisionKeeper, type DecisionKeeper } from './decision-keeper.ts';

const keepers = new WeakMap<Bridge, DecisionKeeper>();

/** The window's one keeper, which the page and the sidebar's count share. */
export function decisionKeeperOf(bridge: Bridge): DecisionKeeper {
  const known = keepers.get(bridge);
  if (known !== undefined) return known;
  const keeper = createDecisionKeeper(bridge.call);
  keepers.set(bridge, keeper);
  return keeper;
}
