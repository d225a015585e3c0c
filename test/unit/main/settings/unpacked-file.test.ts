import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unpackedFile } from '../../../../src-main/settings/unpacked-file.ts';

test('a file in the archive is really beside it; one in a checkout is where it is', () => {
  assert.equal(
    unpackedFile(new URL('file:///opt/Passbook/resources/app.asar/out/main/worker.js')).href,
    'file:///opt/Passbook/resources/app.asar.unpacked/out/main/worker.js',
  );
  const checkout = 'file:///home/me/passbook/out/main/worker.js';
  assert.equal(unpackedFile(new URL(checkout)).href, checkout);
});
