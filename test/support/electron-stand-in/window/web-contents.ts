import { app } from '../app/app.ts';
import { createEvent } from '../electron-event.ts';
import { session, type Session } from '../session/session.ts';
import { evaluate } from './evaluate.ts';
import type { LoadedPage } from './loaded-page.ts';
import { loadPage } from './loaded-page.ts';
import type { PageHost } from './page-host.ts';
import { PageView } from './page-view.ts';
import type { WebPreferences } from './window-options.ts';
import type { WebFrameMain } from './web-frame.ts';

/** What `setWindowOpenHandler` may answer. */
interface WindowOpenAnswer {
  readonly action: 'allow' | 'deny';
}
interface WindowOpenDetails {
  readonly url: string;
  readonly frameName: string;
  readonly features: string;
  readonly disposition: string;
  readonly referrer: { readonly url: string; readonly policy: string };
}

let lastId = 0;
const all = new Map<number, WebContents>();

/** Electron's `WebContents`: a page and all that main may do with it. */
export class WebContents extends PageView {
  readonly id: number;
  readonly session: Session = session.defaultSession;
  readonly hostWebContents = null;
  private readonly preferences: WebPreferences;
  private readonly host: PageHost;
  private page: Promise<LoadedPage> | null = null;
  private loaded: LoadedPage | null = null;
  private webRtcPolicy = 'default';
  private windowOpenHandler: ((details: WindowOpenDetails) => WindowOpenAnswer) | null = null;
  private destroyed = false;
  private loading = false;

  constructor(preferences: WebPreferences, host: PageHost) {
    super();
    lastId += 1;
    this.id = lastId;
    this.preferences = preferences;
    this.host = host;
    all.set(this.id, this);
    app.emit('web-contents-created', createEvent({}), this);
  }

  static getAllWebContents = (): WebContents[] => [...all.values()];
  static fromId = (id: number): WebContents | undefined => all.get(id);
  static getFocusedWebContents = (): WebContents | null =>
    [...all.values()].find((one) => one.isFocused()) ?? null;
  static fromDevToolsTargetId = (targetId: string): WebContents | undefined =>
    [...all.values()].find((one) => one.loaded?.targetId === targetId);

  async loadURL(url: string): Promise<void> {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
    if (!URL.canParse(url)) throw new Error(`ERR_INVALID_URL (-300) loading '${url}'`);
    const first = this.page === null;
    this.page ??= loadPage(url, this, this.preferences, this.host).then((page) => {
      this.loaded = page;
      return page;
    });
    const page = await this.page;
    await (first ? page.whenFirstLoaded : page.navigate(url));
  }

  async loadFile(): Promise<void> {
    throw new Error('the stand-in loads no file: the app serves its window by its own scheme');
  }

  send(channel: string, ...args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
    this.loaded?.ipc.send(channel, args);
  }

  getURL(): string {
    return this.loaded?.frames.main()?.url ?? '';
  }

  getTitle(): string {
    return this.host.getTitle();
  }

  get mainFrame(): WebFrameMain {
    const frame = this.loaded?.frames.main();
    if (frame === null || frame === undefined)
      throw new Error('the stand-in has no mainFrame before the first load');
    return frame;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  isLoading(): boolean {
    return this.loading;
  }

  isLoadingMainFrame(): boolean {
    return this.loading;
  }

  isCrashed(): boolean {
    return this.loaded?.isCrashed() ?? false;
  }

  isFocused(): boolean {
    return this.host.isFocused();
  }

  focus(): void {
    this.host.focus();
  }

  /** Remembered, not kept to: Chromium takes this policy for a page from nobody but its embedder. */
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy;
  }

  getWebRTCIPHandlingPolicy(): string {
    return this.webRtcPolicy;
  }

  setWindowOpenHandler(handler: (details: WindowOpenDetails) => WindowOpenAnswer): void {
    this.windowOpenHandler = handler;
  }

  async executeJavaScript(code: string): Promise<unknown> {
    if (this.page === null) throw new Error('the stand-in runs executeJavaScript after loadURL only');
    return evaluate((await this.page).session, code);
  }

  /** Its window has another size. Not of Electron's API, like the last three. */
  resize(): void {
    this.loaded?.resize();
  }

  async capturePage(): Promise<unknown> {
    throw new Error('the stand-in has no webContents.capturePage: specs take screenshots by Playwright');
  }

  reload(): void {
    void this.page?.then((page) => page.reload());
  }

  reloadIgnoringCache(): void {
    this.reload();
  }

  getOSProcessId(): number {
    return process.pid;
  }

  close(options: { readonly waitForBeforeUnload?: boolean } = {}): void {
    void options;
    this.host.destroy();
  }

  /** The app's answer to a page that wants another window; Electron opens one when there is no handler. */
  askToOpen(url: string, frameName: string, features: string, disposition: string): void {
    const details = {
      url,
      frameName,
      features,
      disposition,
      referrer: { url: this.getURL(), policy: 'default' },
    };
    const answer = this.windowOpenHandler?.(details) ?? { action: 'allow' };
    if (answer.action === 'allow') this.host.openChild(url);
  }

  /** What the browser tells. */
  tell(name: string, details: object, ...more: unknown[]): boolean {
    const event = createEvent(details);
    if (name === 'did-start-loading') this.loading = true;
    if (name === 'did-stop-loading') this.loading = false;
    this.emit(name, event, ...more);
    return event.defaultPrevented;
  }

  protected override showZoom(factor: number): void {
    this.loaded?.setZoom(factor);
  }

  /** The window is gone. */
  end(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    all.delete(this.id);
    this.loaded?.close();
    if (this.loaded === null) void this.page?.then((page) => page.close());
    this.emit('destroyed', createEvent({}));
  }
}
