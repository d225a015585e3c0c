import { ApiEmitter } from '../refuse-missing.ts';
import { createAppPaths } from './app-paths.ts';
import { createCommandLine } from './command-line-switches.ts';

/** What a package.json says about the app. */
export interface AppFacts {
  readonly name: string;
  readonly version: string;
  readonly path: string;
}

/** The part of `app` that is names, paths and the desktop's settings; Linux's answers, as there is no other system here. */
export class AppIdentity extends ApiEmitter {
  readonly commandLine: object = createCommandLine();
  readonly isPackaged = false;
  readonly dock = undefined;
  readonly runningUnderARM64Translation = false;
  userAgentFallback = '';
  protected ready = false;
  protected readonly paths = createAppPaths(() => this.facts.name);
  private facts: AppFacts = { name: 'Electron', version: '0.0.0', path: process.cwd() };
  private loginItem: Record<string, unknown> = {};

  /** Not of Electron's API: main.ts says whose app this is. */
  introduce(facts: AppFacts): void {
    this.facts = facts;
  }

  getName(): string {
    return this.facts.name;
  }

  setName(name: string): void {
    this.facts = { ...this.facts, name };
  }

  get name(): string {
    return this.facts.name;
  }

  set name(name: string) {
    this.setName(name);
  }

  getVersion(): string {
    return this.facts.version;
  }

  getAppPath(): string {
    return this.facts.path;
  }

  getPath(name: string): string {
    return this.paths.get(name);
  }

  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }

  getLocale(): string {
    return Intl.DateTimeFormat().resolvedOptions().locale;
  }

  getSystemLocale(): string {
    return this.getLocale();
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()];
  }

  getLocaleCountryCode(): string {
    return '';
  }

  focus(): void {
    // There is no other app to take the focus from.
  }

  /** Linux has no login items: Electron does nothing there, so what was set is not kept. */
  setLoginItemSettings(settings: Record<string, unknown>): void {
    if (process.platform !== 'linux') this.loginItem = settings;
  }

  getLoginItemSettings(): Record<string, unknown> {
    return { openAtLogin: false, ...this.loginItem };
  }

  setAppUserModelId(id: string): void {
    void id;
  }

  setAsDefaultProtocolClient(): boolean {
    return false;
  }

  enableSandbox(): void {
    if (this.ready) throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  disableHardwareAcceleration(): void {
    if (this.ready)
      throw new Error('app.disableHardwareAcceleration() can only be called before app is ready');
  }

  setBadgeCount(): boolean {
    return false;
  }

  getBadgeCount(): number {
    return 0;
  }

  setAboutPanelOptions(options: object): void {
    void options;
  }

  showAboutPanel(): void {
    // Nobody to show it to.
  }

  isAccessibilitySupportEnabled(): boolean {
    return false;
  }
}
