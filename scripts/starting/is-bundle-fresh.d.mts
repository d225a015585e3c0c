/** The file whose time stands for the whole bundle. */
export function bundleMark(root: string): string;

/** Whether there is a bundle and nothing it is made of has changed since. */
export function isBundleFresh(root: string): boolean;
