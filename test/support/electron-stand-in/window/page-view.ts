import { createEvent } from '../electron-event.ts';
import { ApiEmitter } from '../refuse-missing.ts';

/** The part of `WebContents` that is about looking at a page: zoom and developer tools. */
export abstract class PageView extends ApiEmitter {
  private zoomLevel = 0;

  /** The page is drawn that much larger. */
  protected abstract showZoom(factor: number): void;

  /** Real developer tools have no place here: nothing opens. */
  openDevTools(): void {
    this.emit('devtools-opened', createEvent({}));
  }

  closeDevTools(): void {
    this.emit('devtools-closed', createEvent({}));
  }

  toggleDevTools(): void {
    this.openDevTools();
  }

  isDevToolsOpened(): boolean {
    return false;
  }

  getZoomLevel(): number {
    return this.zoomLevel;
  }

  setZoomLevel(level: number): void {
    this.zoomLevel = level;
    this.showZoom(1.2 ** level);
  }

  getZoomFactor(): number {
    return 1.2 ** this.zoomLevel;
  }

  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0");
    this.setZoomLevel(Math.log(factor) / Math.log(1.2));
  }

  async setVisualZoomLevelLimits(): Promise<void> {
    // Pinch zoom: nobody pinches here.
  }
}
