import type { CdpSession } from '../chromium/cdp-connection.ts';
import { ApiEmitter } from '../refuse-missing.ts';

type ThemeSource = 'system' | 'light' | 'dark';
const followers = new Set<CdpSession>();

/** Electron's `nativeTheme`. The system here is a light one; `themeSource` really changes the pages' colour scheme. */
class NativeTheme extends ApiEmitter {
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly inForcedColorsMode = false;
  readonly prefersReducedTransparency = false;
  private source: ThemeSource = 'system';

  get themeSource(): ThemeSource {
    return this.source;
  }

  set themeSource(source: ThemeSource) {
    if (!['system', 'light', 'dark'].includes(source))
      throw new TypeError(`Error processing argument: ${source as string}`);
    const before = this.shouldUseDarkColors;
    this.source = source;
    for (const session of followers) void tell(session);
    if (this.shouldUseDarkColors !== before) queueMicrotask(() => this.emit('updated'));
  }

  /** Of the system's bars, whatever the app chose for itself: a light system. */
  readonly shouldUseDarkColorsForSystemIntegratedUI = false;

  get shouldUseDarkColors(): boolean {
    return this.source === 'dark';
  }
}

/** Electron's `nativeTheme`. */
export const nativeTheme = new NativeTheme();

/** A page takes the theme now and whenever it changes, until it is gone. */
export async function followTheme(session: CdpSession): Promise<void> {
  followers.add(session);
  await tell(session);
}

async function tell(session: CdpSession): Promise<void> {
  const value = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
  try {
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
  } catch {
    followers.delete(session);
  }
}
