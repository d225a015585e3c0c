import { createEvent } from '../electron-event.ts';
import { ApiEmitter } from '../refuse-missing.ts';

/** In device-independent pixels, as everywhere in Electron. */
export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A window's constructor options: Electron's own, any of them. */
export type WindowOptions = Readonly<Record<string, unknown>>;

/** The part of a window that is only numbers here: size, place, title, the states of its frame. */
export abstract class WindowFrame extends ApiEmitter {
  protected destroyed = false;
  protected minimized = false;
  protected title: string;
  private bounds: Bounds;
  private maximized = false;
  private fullScreen = false;
  private minimumSize: [number, number];

  constructor(options: WindowOptions) {
    super();
    const number = (name: string, usual: number): number => {
      const value = options[name];
      return typeof value === 'number' ? value : usual;
    };
    this.minimumSize = [number('minWidth', 0), number('minHeight', 0)];
    const width = Math.max(number('width', 800), this.minimumSize[0]);
    const height = Math.max(number('height', 600), this.minimumSize[1]);
    this.bounds = { x: number('x', 0), y: number('y', 0), width, height };
    this.title = typeof options['title'] === 'string' ? options['title'] : 'Electron';
  }

  /** The page is told its new size. */
  protected abstract sizeChanged(): void;

  protected check(): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
  }

  protected tell(name: string): boolean {
    const event = createEvent({});
    this.emit(name, event);
    return event.defaultPrevented;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  isMinimized(): boolean {
    this.check();
    return this.minimized;
  }

  maximize(): void {
    this.check();
    this.maximized = true;
    this.tell('maximize');
  }

  unmaximize(): void {
    this.check();
    this.maximized = false;
    this.tell('unmaximize');
  }

  isMaximized(): boolean {
    this.check();
    return this.maximized;
  }

  setFullScreen(fullScreen: boolean): void {
    this.check();
    if (this.fullScreen === fullScreen) return;
    this.fullScreen = fullScreen;
    this.tell(fullScreen ? 'enter-full-screen' : 'leave-full-screen');
  }

  isFullScreen(): boolean {
    this.check();
    return this.fullScreen;
  }

  getBounds(): Bounds {
    this.check();
    return { ...this.bounds };
  }

  getNormalBounds(): Bounds {
    return this.getBounds();
  }

  /** There is no frame here: Electron's content is smaller than its window by the frame. */
  getContentBounds(): Bounds {
    return this.getBounds();
  }

  setBounds(change: Partial<Bounds>): void {
    this.check();
    const before = this.bounds;
    const [minWidth, minHeight] = this.minimumSize;
    const next = { ...before, ...change };
    this.bounds = {
      ...next,
      width: Math.max(next.width, minWidth),
      height: Math.max(next.height, minHeight),
    };
    if (next.x !== before.x || next.y !== before.y) this.tell('move');
    if (this.bounds.width === before.width && this.bounds.height === before.height) return;
    this.sizeChanged();
    this.tell('resize');
  }

  getSize(): number[] {
    return [this.getBounds().width, this.bounds.height];
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  getPosition(): number[] {
    return [this.getBounds().x, this.bounds.y];
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }

  setMinimumSize(width: number, height: number): void {
    this.check();
    this.minimumSize = [width, height];
  }

  center(): void {
    this.check();
  }

  setTitle(title: string): void {
    this.check();
    this.title = title;
  }

  getTitle(): string {
    this.check();
    return this.title;
  }

  /** Electron has no way to read it back either. `progress`: 0 to 1; below 0 takes the bar away. */
  setProgressBar(progress: number): void {
    this.check();
    if (typeof progress !== 'number') throw new TypeError('Error processing argument at index 0');
  }
}

/** Calls that show on a real screen only. */
const withoutEffect = [
  'setMenu',
  'removeMenu',
  'setMenuBarVisibility',
  'setAutoHideMenuBar',
  'setIcon',
  'setOverlayIcon',
  'flashFrame',
  'setBackgroundColor',
  'moveTop',
  'setSkipTaskbar',
];
for (const name of withoutEffect) {
  Object.defineProperty(WindowFrame.prototype, name, {
    value(this: { check: () => void }) {
      this.check();
    },
  });
}
