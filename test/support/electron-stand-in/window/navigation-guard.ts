import { schemeOf, toApp } from '../net/origin-mapping.ts';
import type { FrameTree } from './frame-tree.ts';
import type { WebContents } from './web-contents.ts';
import type { WebFrameMain } from './web-frame.ts';

/** Asks the app, by Electron's events, whether a frame may go where it wants to go. */
export class NavigationGuard {
  private readonly contents: WebContents;
  private readonly expected: string[] = [];
  private frames: FrameTree | null = null;

  constructor(contents: WebContents) {
    this.contents = contents;
  }

  follow(frames: FrameTree): void {
    this.frames = frames;
  }

  frame(frameId: string): WebFrameMain | null {
    return this.frames?.byId(frameId) ?? null;
  }

  /** Main itself is about to load `url` in the main frame: that is no navigation of the page's. */
  expect(url: string): void {
    this.expected.push(new URL(url).href);
  }

  /** `url`: as Chromium has it. */
  isRefused(url: string, frameId: string, isRedirect: boolean): boolean {
    const shown = toApp(url);
    const frame = this.frame(frameId);
    const isMainFrame = frame?.parent === null;
    if (isMainFrame && !isRedirect && this.takeExpected(shown)) return false;
    // A reload, by the page or by whoever drives it, is not told apart and is let pass.
    if (isMainFrame && !isRedirect && withoutFragment(shown) === withoutFragment(frame?.url ?? ''))
      return false;
    const details = { url: shown, isSameDocument: false, isMainFrame, frame, initiator: frame };
    if (isRedirect) return this.contents.tell('will-redirect', details, shown, false, isMainFrame);
    if (this.contents.tell('will-frame-navigate', details)) return true;
    return isMainFrame && this.contents.tell('will-navigate', details, shown, false, true);
  }

  /** A navigation to a scheme that Chromium does not load: the app is told, and nothing else happens. */
  announce(url: string, frameId: string): void {
    if (['http', 'https', 'about', 'data', 'blob', 'javascript'].includes(schemeOf(url))) return;
    this.isRefused(url, frameId, false);
  }

  private takeExpected(url: string): boolean {
    const at = this.expected.findIndex((one) => withoutFragment(one) === withoutFragment(url));
    if (at === -1) return false;
    this.expected.splice(at, 1);
    return true;
  }
}

const withoutFragment = (url: string): string => url.replace(/#.*$/, '');
