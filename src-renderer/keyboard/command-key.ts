import { keyboardWords } from '../words/words.ts';

/** On a Mac the command key does what Ctrl does elsewhere, and arrows with Alt move by words. */
export const isMac: boolean = navigator.userAgent.includes('Mac');

/** The menu's modifier, as the platform prints it. */
export const commandKey: string = isMac ? '⌘' : keyboardWords.keys.control;
