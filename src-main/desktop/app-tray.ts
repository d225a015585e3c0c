import { join } from 'node:path';
import { Menu, nativeImage, nativeTheme, Tray, type NativeImage } from 'electron';
import type { TrayCommand, TrayIcon, TrayModel } from '../app/tray-model.ts';
import { trayMenu } from './tray-menu.ts';

/** The icon beside the clock. */
export interface AppTray {
  readonly show: (model: TrayModel) => void;
  readonly destroy: () => void;
}

/** `folder`: where the drawn icons lie. Throws where the desktop has no tray; the app works without. */
export function createAppTray(folder: string, run: (command: TrayCommand) => void): AppTray {
  let shown: TrayModel | null = null;
  const tray = new Tray(imageOf(folder, 'syncing'));
  // On Windows and Linux a click opens; on macOS it shows the menu, as people expect there.
  tray.on('click', () => {
    if (process.platform !== 'darwin') run('open');
  });
  const draw = (model: TrayModel): void => {
    tray.setImage(imageOf(folder, model.icon));
    tray.setToolTip(model.tooltip);
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu(model.rows, run)));
  };
  nativeTheme.on('updated', () => {
    if (shown !== null && !tray.isDestroyed()) tray.setImage(imageOf(folder, shown.icon));
  });
  return {
    show: (model) => {
      if (tray.isDestroyed() || JSON.stringify(model) === JSON.stringify(shown)) return;
      shown = model;
      draw(model);
    },
    destroy: () => tray.destroy(),
  };
}

/**
 * macOS colours a template image itself. Elsewhere the bar's own colour counts, which Windows tells apart from that of
 * the windows. Electron finds the `@2x` file beside each by itself.
 */
function imageOf(folder: string, icon: TrayIcon): NativeImage {
  if (process.platform === 'darwin') {
    const template = nativeImage.createFromPath(join(folder, `${icon}-Template.png`));
    template.setTemplateImage(true);
    return template;
  }
  const isDark = nativeTheme.shouldUseDarkColorsForSystemIntegratedUI;
  return nativeImage.createFromPath(join(folder, `${icon}-${isDark ? 'on-dark' : 'on-light'}.png`));
}
