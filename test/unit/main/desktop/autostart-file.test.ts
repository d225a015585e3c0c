import assert from 'node:assert/strict';
import { test } from 'node:test';
import { autostartFile } from '../../../../src-main/desktop/autostart-file.ts';

test('the autostart entry starts without a window, and quotes what a path may hold', () => {
  assert.match(autostartFile('/opt/Passbook/passbook'), /^Exec="\/opt\/Passbook\/passbook" --hidden$/m);
  assert.match(
    autostartFile('/home/a b/$x 100%.AppImage'),
    /^Exec="\/home\/a b\/\\\$x 100%%\.AppImage" --hidden$/m,
  );
});
