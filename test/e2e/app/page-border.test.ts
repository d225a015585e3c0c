import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startNetworkWitness, type NetworkWitness } from '../../support/network-witness.ts';
import { raiseApp, type RaisedApp } from '../../support/e2e/raise-app.ts';
import { elsewhere, localWays, networkWays } from '../../support/e2e/ways-out.ts';
import { noApp } from '../../support/e2e/with-app.ts';

describe('a hostile page in the window', { skip: noApp }, () => {
  let witness: NetworkWitness;
  let raised: RaisedApp;
  before(async () => {
    witness = await startNetworkWitness();
    raised = await raiseApp();
    await raised.app.window.demoDoor.waitFor();
  });
  after(async () => {
    await raised.close();
    await witness.close();
  });

  const run = (script: string): Promise<unknown> =>
    raised.app.window.page.evaluate(
      script.replaceAll('HTTP/', `${witness.httpUrl}/`).replaceAll('WS/', `${witness.wsUrl}/`),
    );

  for (const { name, script } of [...networkWays, ...localWays]) {
    test(`does not reach ${name}`, async () => {
      assert.equal(await run(script), 'refused');
      assert.deepEqual(witness.paths(), []);
      assert.equal(await raised.app.desk.windows(), 1);
    });
  }

  test('has no UDP for WebRTC, of which neither the policy of the page nor the request guard hears', async () => {
    const policy = await raised.app.electronApp.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getWebRTCIPHandlingPolicy(),
    );
    assert.equal(policy, 'disable_non_proxied_udp');
  });

  for (const address of elsewhere) {
    test(`does not leave for ${address.replace('HTTP', 'http://127.0.0.1')}`, async () => {
      const { page } = raised.app.window;
      const target = JSON.stringify(address);
      for (const leave of [
        `location.href = ${target}`,
        `location.replace(${target})`,
        `(() => { const a = document.createElement('a'); a.href = ${target}; document.body.append(a); a.click(); a.remove(); })()`,
        `(() => { const a = document.createElement('a'); a.href = ${target}; a.target = '_blank'; document.body.append(a); a.click(); a.remove(); })()`,
        `(() => { const f = document.createElement('iframe'); f.src = ${target}; document.body.append(f); })()`,
      ]) {
        await run(`void (() => { try { ${leave} } catch { /* refused at once is right too */ } })()`);
        assert.equal(await page.evaluate('location.href'), 'app://passbook/index.html');
      }
      await raised.app.window.demoDoor.waitFor();
      assert.deepEqual(witness.paths(), []);
      assert.equal(await raised.app.desk.windows(), 1);
      assert.deepEqual(await raised.app.desk.openedLinks(), []);
    });
  }
});
