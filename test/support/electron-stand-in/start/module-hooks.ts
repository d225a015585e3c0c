import Module, { registerHooks } from 'node:module';
import { electronModule } from './electron-module.ts';

const electronNames = new Set(['electron', 'electron/main', 'electron/common']);
const url = 'electron-stand-in:electron';

/** Lets `import ... from 'electron'` and `require('electron')` have the stand-in, as Electron's own loader does. */
export function hookElectron(): void {
  Reflect.set(globalThis, Symbol.for(url), electronModule);
  const names = Object.keys(electronModule);
  const source = [
    `const electron = globalThis[Symbol.for('${url}')];`,
    'export default electron;',
    ...names.map((name) => `export const ${name} = electron.${name};`),
  ].join('\n');
  registerHooks({
    resolve: (specifier, context, next) =>
      electronNames.has(specifier) ? { url, format: 'module', shortCircuit: true } : next(specifier, context),
    load: (wanted, context, next) =>
      wanted === url ? { source, format: 'module', shortCircuit: true } : next(wanted, context),
  });
  type Load = (request: string, ...rest: unknown[]) => unknown;
  const load = Reflect.get(Module, '_load') as Load;
  const loadOurs: Load = (request, ...rest) =>
    electronNames.has(request) ? electronModule : load.call(Module, request, ...rest);
  Reflect.set(Module, '_load', loadOurs);
}
