import { appExecutable } from '../../test/support/launch-app.ts';

/** What the numbers were taken on: the stand-in's say little about Electron's own cost. */
export const driverWords = (): string =>
  appExecutable().includes('stand-in') ? 'on the stand-in (Node and Chromium), not Electron' : 'on Electron';
