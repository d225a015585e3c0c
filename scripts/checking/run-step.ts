import { spawn } from 'node:child_process';

/** One part of the check. `args` are Node's: a script of a tool, then its own arguments. */
export interface Step {
  readonly name: string;
  readonly args: readonly string[];
}

/** How a step ended, with everything it printed. */
export interface StepResult {
  readonly name: string;
  readonly ok: boolean;
  readonly output: string;
  readonly ms: number;
}

/** Runs one step in a process of its own; never rejects. */
export function runStep(root: string, step: Step): Promise<StepResult> {
  const startedMs = performance.now();
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    // Some tools colour even what goes into a pipe, as soon as CI is set.
    const env = process.stdout.isTTY
      ? process.env
      : { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
    const child = spawn(process.execPath, step.args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('close', (code) => {
      const output = Buffer.concat(chunks).toString().trim();
      resolve({ name: step.name, ok: code === 0, output, ms: performance.now() - startedMs });
    });
  });
}
