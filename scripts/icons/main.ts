// `node scripts/icons/main.ts`: draws every icon of the app into `resources/`. Run it after changing a drawing; the
// files are committed, so nobody who builds needs it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appLayers, appUnit } from './app-layers.ts';
import { encodePng } from './encode-png.ts';
import { paint } from './paint.ts';
import { trayLayers, trayStates, trayStyles, trayUnit } from './tray-layers.ts';

const folder = join(import.meta.dirname, '..', '..', 'resources');
mkdirSync(join(folder, 'tray'), { recursive: true });

for (const state of trayStates) {
  for (const style of trayStyles) {
    for (const [suffix, size] of [
      ['', 16],
      ['@2x', 32],
    ] as const) {
      const file = join(folder, 'tray', `${state}-${style}${suffix}.png`);
      writeFileSync(file, encodePng(size, paint(trayLayers(state, style), trayUnit, size)));
    }
  }
}
// electron-builder makes .ico and .icns of this one.
writeFileSync(join(folder, 'icon.png'), encodePng(1024, paint(appLayers, appUnit, 1024)));
