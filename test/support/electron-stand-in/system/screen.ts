import { app } from '../app/app.ts';
import { ApiEmitter } from '../refuse-missing.ts';

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const area: Rectangle = { x: 0, y: 0, width: 1920, height: 1080 };
const display = {
  id: 1,
  label: 'Stand-in',
  bounds: area,
  workArea: area,
  size: { width: area.width, height: area.height },
  workAreaSize: { width: area.width, height: area.height },
  scaleFactor: 1,
  rotation: 0,
  internal: false,
  touchSupport: 'unknown',
};

/** Electron's `screen`: one display of 1920 by 1080. */
class Screen extends ApiEmitter {
  private check(): void {
    if (!app.isReady()) throw new Error("The 'screen' module can't be used before the app 'ready' event");
  }

  getPrimaryDisplay(): typeof display {
    this.check();
    return display;
  }

  getAllDisplays(): (typeof display)[] {
    return [this.getPrimaryDisplay()];
  }

  getDisplayMatching(): typeof display {
    return this.getPrimaryDisplay();
  }

  getDisplayNearestPoint(): typeof display {
    return this.getPrimaryDisplay();
  }

  getCursorScreenPoint(): { x: number; y: number } {
    this.check();
    return { x: 0, y: 0 };
  }
}

/** Electron's `screen`. */
export const screen: Screen = new Screen();
