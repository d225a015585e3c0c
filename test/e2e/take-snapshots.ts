import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { mainScreens } from '../support/window/snapshots/screen-snapshots.ts';

// `npm run snapshots`, or `npm run snapshots -- overview "all transactions"`: takes the pictures that
// `test/e2e/renderer/screens.test.ts` compares the main screens with (docs/testing.md). What still looks the same stays.
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !mainScreens.some((main) => main === name));
if (unknown.length > 0) {
  process.stderr.write(
    `No main screen is called "${unknown.join('", "')}". They are: ${mainScreens.join(', ')}.\n`,
  );
  process.exit(2);
}
const names = asked.length === 0 ? mainScreens : asked;
const pattern = `^every screen (${names.join('|')}),`;
const test = join(import.meta.dirname, 'renderer', 'screens.test.ts');
const { status } = spawnSync(process.execPath, ['--test', `--test-name-pattern=${pattern}`, test], {
  stdio: 'inherit',
  env: { ...process.env, PASSBOOK_TAKE_SNAPSHOTS: asked.length === 0 ? 'all' : 'some' },
});
process.stdout.write('The pictures are in test/e2e/snapshots. Look at what changed before you commit it.\n');
process.exitCode = status ?? 1;
