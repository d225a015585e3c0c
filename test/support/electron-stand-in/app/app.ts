import { createEvent } from '../electron-event.ts';
import { closeSchemeRegistration } from '../net/protocol.ts';
import { runtime } from '../runtime.ts';
import { followWindows, openWindows } from '../window/open-windows.ts';
import { AppIdentity } from './app-identity.ts';
import { createInstanceLock } from './single-instance-lock.ts';

/** Electron's `app`: its life cycle on top of what it knows about itself. */
class App extends AppIdentity {
  private readonly lock = createInstanceLock((argv, cwd, data) => {
    this.emit('second-instance', createEvent({}), argv, cwd, data);
  });
  private exiting = false;
  private asksNobody = false;
  private quitting = false;
  private exitCode = 0;
  private readonly readiness = Promise.withResolvers<void>();

  constructor() {
    super();
    followWindows(
      () => this.allWindowsClosed(),
      () => {
        this.quitting = false;
      },
    );
  }

  /** Not of Electron's API: main.ts says that Chromium and the app's own code are there. */
  begin(): void {
    if (this.quitting) return;
    this.ready = true;
    closeSchemeRegistration();
    this.paths.makeUserData();
    this.emit('will-finish-launching');
    this.emit('ready', createEvent({}), {});
    this.readiness.resolve();
  }

  whenReady(): Promise<void> {
    return this.readiness.promise;
  }

  isReady(): boolean {
    return this.ready;
  }

  /** Asks everyone who may say no: `before-quit`, each window's `close`, `will-quit`. */
  quit(): void {
    if (this.quitting) return;
    const event = createEvent({});
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.quitting = true;
    if (openWindows.size === 0) return this.finish();
    for (const window of openWindows) {
      window.close();
      // A window that stays open has ended the quit.
      if (!this.quitting) return;
    }
  }

  exit(code = 0): void {
    this.quitting = true;
    this.asksNobody = true;
    this.exitCode = code;
    for (const window of openWindows) window.destroy();
    this.shutDown();
  }

  relaunch(): void {
    throw new Error('the stand-in has no app.relaunch: add it to test/support/electron-stand-in');
  }

  private allWindowsClosed(): void {
    if (this.exiting || this.asksNobody) return;
    if (this.quitting) this.finish();
    else if (!this.emit('window-all-closed')) this.quit();
  }

  private finish(): void {
    const event = createEvent({});
    this.emit('will-quit', event);
    if (event.defaultPrevented) this.quitting = false;
    else this.shutDown();
  }

  private shutDown(): void {
    if (this.exiting) return;
    this.exiting = true;
    this.emit('quit', createEvent({}), this.exitCode);
    this.lock.release();
    // What called `quit` runs to its end first.
    setImmediate(() => runtime().end(this.exitCode));
  }

  requestSingleInstanceLock(additionalData?: unknown): boolean {
    return this.lock.request(this.getPath('userData'), additionalData);
  }

  hasSingleInstanceLock(): boolean {
    return this.lock.isHeld();
  }

  releaseSingleInstanceLock(): void {
    this.lock.release();
  }
}

/** Electron's `app`. */
export const app = new App();
