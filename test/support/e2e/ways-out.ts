/** A way by which a page could reach something it has no business with. */
export interface WayOut {
  readonly name: string;
  /** Runs in the page; `HTTP`, `WS` stand for a server's addresses. Resolves to what it got: `refused` is right. */
  readonly script: string;
}

const way = (name: string, script: string): WayOut => ({ name, script });
const settled = (promise: string): string => `${promise}.then(() => 'reached', () => 'refused')`;
const loads = (tag: string, attribute: string, address: string, place = 'body'): string =>
  `new Promise((r) => {
    const e = document.createElement('${tag}');
    e.onload = () => r('reached'); e.onerror = () => r('refused');
    addEventListener('securitypolicyviolation', () => r('refused'), { once: true });
    ${tag === 'link' ? "e.rel = 'stylesheet';" : ''} e.${attribute} = '${address}'; document.${place}.append(e);
  })`;

/** In a task of the page's own: what a debugger evaluates is exempt from the policy. */
const later = (code: string): string =>
  `new Promise((r) => setTimeout(() => { try { ${code}; r('reached'); } catch { r('refused'); } }))`;

/** Over the network: nothing may reach the server. */
export const networkWays: readonly WayOut[] = [
  way('fetch', settled(`fetch('HTTP/fetch', { mode: 'no-cors' })`)),
  way(
    'XMLHttpRequest',
    `new Promise((r) => { const x = new XMLHttpRequest(); x.onload = () => r('reached'); x.onerror = () => r('refused'); x.open('GET', 'HTTP/xhr'); x.send(); })`,
  ),
  way(
    'WebSocket',
    `new Promise((r) => { try { const s = new WebSocket('WS/ws'); s.onopen = () => r('reached'); s.onerror = () => r('refused'); } catch { r('refused'); } })`,
  ),
  way(
    'EventSource',
    `new Promise((r) => { const s = new EventSource('HTTP/es'); s.onopen = () => r('reached'); s.onerror = () => { s.close(); r('refused'); }; })`,
  ),
  way('image', loads('img', 'src', 'HTTP/image')),
  way('script', loads('script', 'src', 'HTTP/script', 'head')),
  way('style sheet', loads('link', 'href', 'HTTP/style', 'head')),
  way('font', settled(`new FontFace('x', 'url(HTTP/font)').load()`)),
  way('import()', settled(`import('HTTP/module')`)),
  way('media', loads('audio', 'src', 'HTTP/audio')),
  way('object', loads('object', 'data', 'HTTP/object')),
  way(
    'worker of a blob',
    `new Promise((r) => { try { const w = new Worker(URL.createObjectURL(new Blob(["fetch('HTTP/worker')"]))); w.onerror = () => r('refused'); w.onmessage = () => r('reached'); } catch { r('refused'); } })`,
  ),
  way(
    'beacon',
    `new Promise((r) => { addEventListener('securitypolicyviolation', () => r('refused'), { once: true }); navigator.sendBeacon('HTTP/beacon', 'x'); })`,
  ),
  way(
    'form',
    `new Promise((r) => { addEventListener('securitypolicyviolation', () => r('refused'), { once: true }); const f = document.createElement('form'); f.action = 'HTTP/form'; f.method = 'post'; document.body.append(f); f.submit(); })`,
  ),
];

/** To files, other programs and code that is not ours. */
export const localWays: readonly WayOut[] = [
  way('a file by fetch', settled(`fetch('file:///etc/passwd')`)),
  way('a file as an image', loads('img', 'src', 'file:///etc/passwd')),
  way('a file outside the page’s folder', settled(`fetch('app://passbook/../main/main.js')`)),
  way('another app’s origin', settled(`fetch('app://passbook.evil/index.html')`)),
  way('eval', later(`(0, eval)('1')`)),
  way('a function of text', later(`new Function('return 1')()`)),
  way(
    'an inline script',
    `new Promise((r) => { addEventListener('securitypolicyviolation', () => r('refused'), { once: true }); const s = document.createElement('script'); s.textContent = 'void 0'; document.head.append(s); if (!s.nonce) setTimeout(() => r('reached'), 5000); })`,
  ),
  way(
    'a service worker',
    settled(`Promise.resolve().then(() => navigator.serviceWorker.register('./sw.js'))`),
  ),
  way(
    'notifications',
    `Notification.requestPermission().then((p) => (p === 'granted' ? 'reached' : 'refused'))`,
  ),
  way(
    'the camera',
    settled(`Promise.resolve().then(() => navigator.mediaDevices.getUserMedia({ video: true }))`),
  ),
  way(
    'where the user is',
    `new Promise((r) => navigator.geolocation.getCurrentPosition(() => r('reached'), () => r('refused')))`,
  ),
  way('the clipboard', settled(`Promise.resolve().then(() => navigator.clipboard.readText())`)),
  way('another window', `Promise.resolve(window.open('HTTP/window') === null ? 'refused' : 'reached')`),
  way(
    'another window of our own',
    `Promise.resolve(window.open('app://passbook/index.html') === null ? 'refused' : 'reached')`,
  ),
  way(
    'Node',
    `Promise.resolve([typeof require, typeof process, typeof module, typeof Buffer, typeof global].every((t) => t === 'undefined') ? 'refused' : 'reached')`,
  ),
  way(
    'ipcRenderer',
    `Promise.resolve(Object.keys(window.passbook).sort().join() === 'call,on' && !('electron' in window) ? 'refused' : 'reached')`,
  ),
  way(
    'the preload’s world',
    `Promise.resolve().then(() => window.passbook.call.constructor('return typeof require')()).then((t) => (t === 'undefined' ? 'refused' : 'reached'), () => 'refused')`,
  ),
  way(
    'another bridge',
    `Promise.resolve().then(() => { 'use strict'; window.passbook.call = () => 0; window.passbook = 0; }).then(() => 'reached', () => 'refused')`,
  ),
];

/** Addresses a page could try to go to; none is left for. */
export const elsewhere: readonly string[] = [
  'HTTP/elsewhere',
  'https://example.com/',
  'file:///etc/passwd',
  'app://passbook.evil/index.html',
  'app://passbook:80/index.html',
  'app://user@passbook/index.html',
  'data:text/html,<h1>x</h1>',
  'javascript:document.body.append("x")',
  'chrome://version',
  'devtools://devtools/bundled/inspector.html',
  'view-source:app://passbook/index.html',
  'mailto:a@example.com',
];
