import { raiseApp } from '../../test/support/e2e/raise-app.ts';
import { watchSync } from '../../test/support/e2e/watch-sync.ts';
import { appOrReason } from '../desktop/app-or-reason.ts';
import { driverWords } from '../desktop/driver-words.ts';
import { spreadOf } from '../measuring/spread.ts';
import { aimed, finding, type Section } from '../report/section.ts';
import { numberText, spreadText } from '../report/words.ts';
import type { SectionAt } from './section-at.ts';

const mostMs = 200;

/** (g) From a click on Sync to the first frame with a bar in it, in an app that has synced before, as its user does. */
export async function measureClickToBar(at: SectionAt): Promise<Section> {
  const title = `(g) A click on Sync, ${driverWords()}`;
  const reason = appOrReason();
  if (reason !== null) return { title, findings: [finding('not measured', reason)], data: null };
  const rounds = at.quick ? 3 : 15;
  at.say(`(g) ${rounds} clicks on Sync`);
  const { app, close } = await raiseApp();
  const clicks: number[] = [];
  try {
    const { window } = app;
    await window.connectDemoBank();
    const ended = window.ended(/^Sync complete: /);
    const dismiss = window.button('Dismiss');
    const watch = await watchSync(window.page);
    for (let round = 0; round < rounds; round += 1) {
      await ended.waitFor();
      await dismiss.click();
      await window.sync.click();
      await ended.waitFor();
      const ms = await watch.clickToBarMs();
      if (ms === null || ms < 0) throw new Error('No bar was seen');
      clicks.push(ms);
    }
  } finally {
    await close();
  }
  const spread = spreadOf(clicks);
  return {
    title,
    findings: [
      aimed(
        'click to first visible progress, ms',
        spreadText(spread),
        `under ${mostMs}`,
        spread.median < mostMs,
      ),
      aimed('  the slowest, ms', numberText(spread.max), `under ${mostMs}`, spread.max < mostMs),
    ],
    data: { clicks },
  };
}
