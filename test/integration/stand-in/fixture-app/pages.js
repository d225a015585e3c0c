const strict =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'";

const html = (body) => `<!doctype html><html lang="en"><title>Fixture</title>${body}</html>`;

const files = {
  '/index.html': [
    'text/html',
    html('<h1>Fixture</h1><p id="said"></p><script src="page.js"></script>'),
    strict,
  ],
  '/inline.html': ['text/html', html('<script>window.inlineRan = true</script><p onclick="1">x</p>'), strict],
  '/open.html': ['text/html', html('<h1>Open</h1>'), null],
  '/frame.html': ['text/html', html('<h1>Frame</h1>'), null],
  '/data.json': ['application/json', '{"answer":42}', null],
  '/page.js': [
    'text/javascript',
    'const tried = (run) => { try { run(); return "ran"; } catch (error) { return error.name; } }; window.early = { bridge: typeof window.fixture, require: typeof window.require, eval: tried(() => (0, eval)("1")), function: tried(() => new Function("return 1")()) };',
    null,
  ],
};

/** What `app://` serves. */
export function pages(request) {
  const { host, pathname } = new URL(request.url);
  const file = host === 'fixture' ? files[pathname] : undefined;
  if (file === undefined) return new Response('not here', { status: 404 });
  const [type, text, policy] = file;
  const headers = { 'content-type': type, ...(policy === null ? {} : { 'content-security-policy': policy }) };
  return new Response(text, { headers });
}
