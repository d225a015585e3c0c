import { randomUUID } from 'node:crypto';
import { compileFunction } from 'node:vm';
import { bridgeEnd } from './bridge-end.ts';
import { cloneCodec } from './clone-codec.ts';
import { isolatedWorld, type PageNames, type PreloadProcess } from './isolated-world.ts';
import { pageEmitter } from './page-emitter.ts';
import { mainWorld } from './main-world.ts';
import { pageDoors, type DoorNames } from './page-doors.ts';

/** The name Electron gives the world of its preloads. */
export const isolatedWorldName = 'Electron Isolated Context';

const nonce = randomUUID().replaceAll('-', '');

/** One set of names for the life of this process. */
export const pageNames: PageNames = {
  binding: `electronStandIn${nonce}`,
  receiver: `electronStandInReceive${nonce}`,
  handshake: `electron-stand-in-handshake-${nonce}`,
  toMain: 'to-main',
  toIsolated: 'to-isolated',
};

/** The names of the doors in the page's own world. */
export const doorNames: DoorNames = {
  binding: `electronStandInDoor${nonce}`,
  reply: `electron-stand-in-door-${nonce}`,
};

const call = (fn: (...args: never[]) => unknown, ...args: string[]): string =>
  `(${String(fn)})(${args.join(', ')});`;

/** For the page's own world, in every frame. */
export const mainWorldScript = (): string =>
  [
    call(pageDoors, JSON.stringify(doorNames)),
    `if (self === top) ${call(mainWorld, JSON.stringify(pageNames), `{ bridgeEnd: ${String(bridgeEnd)} }`)}`,
  ].join('\n');

/**
 * For the isolated world. `preload`: the file's text or `null`.
 *
 * @throws SyntaxError when the preload does not parse, so that Chromium does not drop the whole script unseen.
 */
export function isolatedWorldScript(preload: string | null, path: string, facts: PreloadProcess): string {
  const wrapped = preload === null ? 'null' : `function (require, process, exports, module) {${preload}\n}`;
  if (preload !== null)
    compileFunction(preload, ['require', 'process', 'exports', 'module'], { filename: path });
  const tools = `{ bridgeEnd: ${String(bridgeEnd)}, cloneCodec: ${String(cloneCodec)}, pageEmitter: ${String(pageEmitter)} }`;
  return call(isolatedWorld, JSON.stringify(pageNames), JSON.stringify(facts), tools, wrapped);
}
