import { setTimeout as delay } from 'node:timers/promises';
import type { PassbookWindow } from '../../test/support/e2e/passbook-window.ts';

/** Long enough for what was jumped to to be fetched and drawn before the next jump. */
const settleMs = 60;
const wheelSteps = 200;
const wheelStepPx = 400;
const endJumps = 20;
const farJumps = 40;
const pageKeys = 100;

/** A way to move in a long list. */
export interface ScrollWay {
  readonly name: string;
  readonly scroll: (window: PassbookWindow) => Promise<void>;
}

/** How users move in a long list, from the gentlest to the farthest. */
export const scrollWays: readonly ScrollWay[] = [
  {
    name: `wheel, ${wheelSteps} steps`,
    scroll: async ({ grid, page }) => {
      const box = await grid.boundingBox();
      if (box === null) throw new Error('There is no list');
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      for (let step = 0; step < wheelSteps; step += 1) await page.mouse.wheel(0, wheelStepPx);
    },
  },
  {
    name: `Page Down, ${pageKeys} times`,
    scroll: async ({ grid, page }) => {
      await grid.focus();
      for (let press = 0; press < pageKeys; press += 1) await page.keyboard.press('PageDown');
    },
  },
  {
    name: `End and Home, ${endJumps} times each`,
    scroll: async ({ grid, page }) => {
      await grid.focus();
      for (let jump = 0; jump < endJumps * 2; jump += 1) {
        await page.keyboard.press(jump % 2 === 0 ? 'End' : 'Home');
        await delay(settleMs);
      }
    },
  },
  {
    name: `scroll bar to ${farJumps} far places`,
    scroll: async ({ grid }) => {
      for (let jump = 0; jump < farJumps; jump += 1) {
        // Far from the last place each time, and the same places in every run.
        const part = (jump * 0.618) % 1;
        await grid.evaluate((element, at) => {
          const list = element as unknown as { scrollTop: number; readonly scrollHeight: number };
          list.scrollTop = list.scrollHeight * at;
        }, part);
        await delay(settleMs);
      }
    },
  },
];

/** Slow enough for a hand, fast enough to pass hundreds of rows a frame. */
const dragFrames = 600;

/** The scroll bar drawn from the top to the bottom and half the way back, a change in every frame. */
export const dragBar: ScrollWay = {
  name: `scroll bar drawn down and half back, ${dragFrames} frames`,
  scroll: async ({ grid }) => {
    await grid.evaluate(
      (element, frames) =>
        new Promise<void>((done) => {
          const list = element as unknown as { scrollTop: number; readonly scrollHeight: number };
          const page = globalThis as unknown as { requestAnimationFrame: (frame: () => void) => void };
          let at = 0;
          const frame = (): void => {
            at += 1;
            const part = (at / frames) * 1.5;
            list.scrollTop = list.scrollHeight * (part > 1 ? 2 - part : part);
            if (at < frames) page.requestAnimationFrame(frame);
            else done();
          };
          page.requestAnimationFrame(frame);
        }),
      dragFrames,
    );
    await delay(settleMs);
  },
};
