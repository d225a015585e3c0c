import { abortableSleep } from '../clock/abortable-sleep.ts';
import { askOnTerminal } from './ask-on-terminal.ts';
import { readAppVersion } from '../settings/app-version.ts';
import type { Surroundings, TextSink } from './surroundings.ts';

/** The real surroundings: this process, its terminal and the machine's clock. `packageFile`: Passbook's package.json. */
export function processSurroundings(packageFile: URL): Surroundings {
  endWithoutReader(process.stdout);
  endWithoutReader(process.stderr);
  return {
    stdout: sinkOf(process.stdout),
    stderr: sinkOf(process.stderr),
    env: process.env,
    nowMs: Date.now,
    sleep: abortableSleep,
    every(ms, tick) {
      const timer = setInterval(tick, ms);
      timer.unref();
      return () => clearInterval(timer);
    },
    onInterrupt(listener) {
      for (const signal of interruptSignals) process.on(signal, listener);
      return () => {
        for (const signal of interruptSignals) process.off(signal, listener);
      };
    },
    exitNow: (code) => process.exit(code),
    ask: askOnTerminal,
    onCrash(listener) {
      process.on('uncaughtException', listener);
      return () => void process.off('uncaughtException', listener);
    },
    nodeVersion: process.version,
    appVersion: readAppVersion(packageFile),
  };
}

const interruptSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const usualColumns = 80;

const sinkOf = (stream: NodeJS.WriteStream): TextSink => ({
  write: (text) => void stream.write(text),
  isTty: stream.isTTY === true,
  // 0 is what a terminal without a size says (a serial line, some containers).
  columns: () => stream.columns || usualColumns,
});

/**
 * `passbook transactions | head`: the reader has seen enough, which is no error. A file on a full disk behind `>` is one,
 * and no bug of Passbook's.
 */
function endWithoutReader(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    if (error.syscall !== 'write') throw error;
    if (stream !== process.stderr) {
      process.stderr.write(
        `What Passbook has to say cannot be written (${error.code ?? ''}). What was stored is safe. Check where its output goes.\n`,
      );
    }
    process.exit(1);
  });
}
