import { app } from '../app/app.ts';
import { ApiEmitter } from '../refuse-missing.ts';

interface NotificationOptions {
  readonly title?: string;
  readonly subtitle?: string;
  readonly body?: string;
  readonly silent?: boolean;
  readonly urgency?: string;
  readonly timeoutType?: string;
  readonly icon?: unknown;
  readonly actions?: readonly object[];
}

/** Electron's `Notification`. Nobody sees it: a spec clicks by `emit('click')`, as it must with the real one. */
export class Notification extends ApiEmitter {
  title: string;
  subtitle: string;
  body: string;
  silent: boolean;
  urgency: string;
  timeoutType: string;
  actions: readonly object[];
  private shown = false;

  constructor(options: NotificationOptions = {}) {
    super();
    if (!app.isReady()) throw new Error('Cannot create Notification before app is ready');
    this.title = options.title ?? '';
    this.subtitle = options.subtitle ?? '';
    this.body = options.body ?? '';
    this.silent = options.silent ?? false;
    this.urgency = options.urgency ?? 'normal';
    this.timeoutType = options.timeoutType ?? 'default';
    this.actions = options.actions ?? [];
  }

  static isSupported = (): boolean => true;

  show(): void {
    if (this.shown) this.close();
    this.shown = true;
    queueMicrotask(() => this.emit('show', {}));
  }

  close(): void {
    if (!this.shown) return;
    this.shown = false;
    queueMicrotask(() => this.emit('close', {}));
  }
}
