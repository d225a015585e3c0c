import { app } from '../app/app.ts';
import { createEvent } from '../electron-event.ts';
import { pressAccelerator } from './accelerator-keys.ts';
import { openWindows, windowClosed, windowKeptOpen } from './open-windows.ts';
import type { PageHost } from './page-host.ts';
import { WebContents } from './web-contents.ts';
import { WindowFrame, type WindowOptions } from './window-frame.ts';
import { readWebPreferences } from './window-options.ts';

let lastId = 0;
let focusedId: number | null = null;

/** Electron's `BrowserWindow`: its page is a page of Chromium, its frame exists in numbers only. */
export class BrowserWindow extends WindowFrame {
  readonly id: number;
  readonly webContents: WebContents;
  private visible = false;

  constructor(options: WindowOptions = {}) {
    super(options);
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    lastId += 1;
    this.id = lastId;
    const preferences = readWebPreferences(options['webPreferences'] as WindowOptions | undefined);
    this.webContents = new WebContents(preferences, this.host());
    openWindows.add(this);
    if (options['show'] !== false) this.show();
    app.emit('browser-window-created', createEvent({}), this);
  }

  static getAllWindows = (): BrowserWindow[] => [...openWindows] as BrowserWindow[];
  static getFocusedWindow = (): BrowserWindow | null => BrowserWindow.fromId(focusedId ?? -1);
  static fromWebContents = (contents: WebContents): BrowserWindow | null =>
    BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null;
  static fromId = (id: number): BrowserWindow | null =>
    BrowserWindow.getAllWindows().find((window) => window.id === id) ?? null;

  private host(): PageHost {
    return {
      size: () => {
        const { width, height } = this.getBounds();
        return { width, height };
      },
      getTitle: () => this.title,
      setPageTitle: (title) => {
        const event = createEvent({});
        this.emit('page-title-updated', event, title, true);
        if (!event.defaultPrevented && title !== '') this.title = title;
      },
      isFocused: () => this.isFocused(),
      focus: () => this.focus(),
      destroy: () => this.destroy(),
      readyToShow: () => void this.tell('ready-to-show'),
      keyPressed: (input) => pressAccelerator(input, this),
      openChild: (url) => void new BrowserWindow({}).loadURL(url),
    };
  }

  protected override sizeChanged(): void {
    this.webContents.resize();
  }

  async loadURL(url: string): Promise<void> {
    this.check();
    return this.webContents.loadURL(url);
  }

  async loadFile(): Promise<void> {
    return this.webContents.loadFile();
  }

  show(): void {
    this.showInactive();
    this.focus();
  }

  showInactive(): void {
    this.check();
    if (this.visible) return;
    this.visible = true;
    this.tell('show');
  }

  hide(): void {
    this.check();
    if (!this.visible) return;
    this.blur();
    this.visible = false;
    this.tell('hide');
  }

  isVisible(): boolean {
    this.check();
    return this.visible;
  }

  minimize(): void {
    this.check();
    if (this.minimized) return;
    this.blur();
    this.minimized = true;
    this.tell('minimize');
  }

  restore(): void {
    this.check();
    if (!this.minimized) return;
    this.minimized = false;
    this.tell('restore');
    this.show();
  }

  focus(): void {
    this.check();
    if (!this.visible || this.minimized || this.isFocused()) return;
    BrowserWindow.getFocusedWindow()?.blur();
    focusedId = this.id;
    this.webContents.tell('focus', {});
    this.tell('focus');
    app.emit('browser-window-focus', createEvent({}), this);
  }

  blur(): void {
    if (!this.isFocused()) return;
    focusedId = null;
    this.webContents.tell('blur', {});
    this.tell('blur');
    app.emit('browser-window-blur', createEvent({}), this);
  }

  isFocused(): boolean {
    return focusedId === this.id;
  }

  /** Asks the app by `close`, then goes. The page's own `beforeunload` is not asked (docs/testing.md). */
  close(): void {
    this.check();
    if (this.tell('close')) windowKeptOpen();
    else setImmediate(() => this.destroy());
  }

  destroy(): void {
    if (this.destroyed) return;
    this.blur();
    this.destroyed = true;
    this.webContents.end();
    this.emit('closed');
    windowClosed(this);
  }
}
