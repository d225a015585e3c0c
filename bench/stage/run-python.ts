import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

const pythonTimeoutMs = 120_000;

/** The version of `python3`, or `null` when there is none. */
export function pythonVersion(): string | null {
  const { status, stdout } = spawnSync('python3', ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/** Runs a script with `task` as JSON on its stdin. @returns what it printed, parsed. */
export async function runPython(script: string, task: unknown): Promise<unknown> {
  const child = spawn('python3', [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const timer = setTimeout(() => child.kill('SIGKILL'), pythonTimeoutMs);
  const closed = once(child, 'close');
  child.stdin.end(JSON.stringify(task));
  const printed = await text(child.stdout);
  await closed;
  clearTimeout(timer);
  return JSON.parse(printed);
}
