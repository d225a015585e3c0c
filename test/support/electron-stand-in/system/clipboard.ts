import { refusing } from '../refuse-missing.ts';

let text = '';

/** Electron 45's `clipboard`, whose calls answer with promises. The pages' own clipboard is Chromium's, not this one. */
export const clipboard: object = refusing('clipboard', {
  writeText: async (written: string) => {
    if (typeof written !== 'string')
      throw new TypeError('Error processing argument at index 0, conversion failure');
    text = written;
  },
  readText: async () => text,
  clear: () => {
    text = '';
  },
});
