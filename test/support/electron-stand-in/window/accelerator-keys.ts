import type { KeyInput } from '../page/isolated-world.ts';

/** Presses the application menu's item whose accelerator these keys are. Set by the menu, which knows windows. */
type Press = (keys: (accelerator: string) => boolean, window: object) => void;
let press: Press = () => undefined;

/** The menu listens. */
export const onAccelerator = (listener: Press): void => {
  press = listener;
};

/** A page had this key and did not take it. */
export const pressAccelerator = (input: KeyInput, window: object): void =>
  press((accelerator) => isPressed(accelerator, input), window);

const modifierOf: Readonly<Record<string, 'control' | 'shift' | 'alt' | 'meta'>> = {
  commandorcontrol: process.platform === 'darwin' ? 'meta' : 'control',
  cmdorctrl: process.platform === 'darwin' ? 'meta' : 'control',
  control: 'control',
  ctrl: 'control',
  command: 'meta',
  cmd: 'meta',
  super: 'meta',
  meta: 'meta',
  alt: 'alt',
  option: 'alt',
  shift: 'shift',
};
const keyNames: Readonly<Record<string, string>> = {
  plus: '+',
  space: ' ',
  esc: 'escape',
  return: 'enter',
  left: 'arrowleft',
  right: 'arrowright',
  up: 'arrowup',
  down: 'arrowdown',
};

/** `accelerator`: Electron's notation, `CmdOrCtrl+Shift+S`. */
function isPressed(accelerator: string, input: KeyInput): boolean {
  const words = accelerator.toLowerCase().split('+');
  const key = words.pop() ?? '';
  const wanted = new Set(words.map((word) => modifierOf[word]));
  const held = (['control', 'alt', 'meta', 'shift'] as const).every(
    (name) => input[name] === wanted.has(name),
  );
  return held && input.key.toLowerCase() === (keyNames[key] ?? key);
}
