import { describeDriver } from '../launch-app.ts';

// The runner's first line of the end-to-end group: a pass means another thing with the stand-in than with Electron.
process.stdout.write(`${describeDriver()}\n`);
