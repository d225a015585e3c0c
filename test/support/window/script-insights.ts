import { succeeded } from '#shared/result.ts';
import type { BridgeDouble } from '../bridge-double.ts';
import {
  balancesSample,
  flowSample,
  overviewSample,
  paymentSamples,
  scopeSample,
  spendingOf,
} from './insight-samples.ts';

/** From now on the overview and the insights have the samples in them. */
export function scriptInsights(app: BridgeDouble): void {
  app.script('overview.read', () => succeeded(overviewSample));
  app.script('insights.scope', () => succeeded(scopeSample));
  app.script('insights.flow', () => succeeded(flowSample));
  app.script('insights.balances', () => succeeded(balancesSample));
  app.script('insights.spending', (request) => succeeded(spendingOf(request)));
  app.script('insights.recurring', () => succeeded(paymentSamples));
}
