/** Bundles the desktop app where the bundle is missing or older than its sources. Returns whether there is one. */
export function buildWhenStale(root: string): boolean;
