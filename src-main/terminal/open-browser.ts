import { spawn } from 'node:child_process';

/** A browser that will not start says so at once; one that did is not waited for. */
const patienceMs = 1_500;

/**
 * Opens a link in the system's browser, without a shell: the link is data.
 * @returns `false` when there is no browser to be had; the caller shows the link in any case.
 */
export function openBrowser(
  url: string,
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  const command = browserCommand(url, platform, env);
  if (command === null) return Promise.resolve(false);
  const [file, ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(file, args, { stdio: 'ignore', detached: true, shell: false });
    const timer = setTimeout(() => resolve(true), patienceMs);
    const settle = (opened: boolean): void => {
      clearTimeout(timer);
      resolve(opened);
    };
    child.once('error', () => settle(false));
    child.once('exit', (code) => settle(code === 0));
    child.unref();
  });
}

/** `null`: a Linux without a display, where xdg-open would start a text browser behind our back. */
export function browserCommand(
  url: string,
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): readonly [string, ...string[]] | null {
  switch (platform) {
    case 'darwin':
      return ['open', url];
    case 'win32':
      // `start` belongs to cmd, whose quoting cannot be trusted with a link full of `&`.
      return ['rundll32', 'url.dll,FileProtocolHandler', url];
    default:
      return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open', url] : null;
  }
}
