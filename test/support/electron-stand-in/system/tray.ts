import { app } from '../app/app.ts';
import { ApiEmitter } from '../refuse-missing.ts';
import { readImage } from './native-image.ts';

/** Electron's `Tray`. As there, what was set cannot be read back: the app's test mode records it. */
export class Tray extends ApiEmitter {
  private destroyed = false;
  private title = '';
  private ignoresDoubleClicks = false;

  constructor(image: unknown) {
    super();
    if (!app.isReady()) throw new Error('Cannot create Tray before app is ready');
    readImage(image);
  }

  private check(): void {
    if (this.destroyed) throw new Error('Tray is destroyed');
  }

  setImage(image: unknown): void {
    this.check();
    readImage(image);
  }

  setPressedImage(image: unknown): void {
    this.setImage(image);
  }

  setToolTip(toolTip: string): void {
    this.check();
    if (typeof toolTip !== 'string')
      throw new TypeError('Error processing argument at index 0, conversion failure');
  }

  setTitle(title: string): void {
    this.check();
    this.title = title;
  }

  getTitle(): string {
    this.check();
    return this.title;
  }

  setContextMenu(menu: object | null): void {
    this.check();
    if (menu !== null && !('items' in menu)) throw new TypeError('Invalid menu');
  }

  popUpContextMenu(): void {
    this.check();
  }

  closeContextMenu(): void {
    this.check();
  }

  setIgnoreDoubleClickEvents(ignore: boolean): void {
    this.ignoresDoubleClicks = ignore;
  }

  getIgnoreDoubleClickEvents(): boolean {
    return this.ignoresDoubleClicks;
  }

  getBounds(): { x: number; y: number; width: number; height: number } {
    this.check();
    return { x: 0, y: 0, width: 0, height: 0 };
  }

  destroy(): void {
    this.destroyed = true;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }
}
