import { createEvent } from '../electron-event.ts';
import { toApp } from '../net/origin-mapping.ts';
import { runtime } from '../runtime.ts';
import { say } from '../say.ts';
import { session } from './session.ts';

/** Tells the app of every download that begins. None is ever saved: an app that lets one pass is told so. */
export async function followDownloads(): Promise<void> {
  const { browser } = runtime().cdp;
  browser.on('Browser.downloadWillBegin', ({ url, suggestedFilename }) => {
    const event = createEvent({});
    const item = { getURL: () => toApp(url), getFilename: () => suggestedFilename };
    session.defaultSession.emit('will-download', event, item, null);
    if (!event.defaultPrevented)
      say(`the stand-in saves no downloads, and the app let one pass: ${toApp(url)}`);
  });
  await browser.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true });
}
