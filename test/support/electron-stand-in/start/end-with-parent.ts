const everyMs = 250;

/**
 * Calls `end` when the process that started this one is gone. Real Electron would go on; a stand-in left behind by a
 * killed test run would keep a Chromium alive that nobody sees.
 */
export function endWithParent(end: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, everyMs).unref();
}
