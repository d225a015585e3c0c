import { refusing } from '../refuse-missing.ts';
import { runtime } from '../runtime.ts';

/** `app.commandLine`: Chromium's switches. Those that are appended here reach no Chromium: it has started before. */
export function createCommandLine() {
  const appended = new Map<string, string>();
  const given = (name: string): string | undefined => runtime().commandLine.switches.get(name);
  return refusing('app.commandLine', {
    appendSwitch: (name: string, value = '') => void appended.set(name, value),
    appendArgument: (value: string) => void value,
    hasSwitch: (name: string) => appended.has(name) || given(name) !== undefined,
    getSwitchValue: (name: string) => appended.get(name) ?? given(name) ?? '',
    removeSwitch: (name: string) => void appended.delete(name),
  });
}
