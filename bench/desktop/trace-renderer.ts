import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { switchInTree } from './process-tree.ts';

/**
 * What the page's main thread did itself. A long task by the clock may be a short one that other programs
 * pushed aside; the thread's own time tells them apart, which on a busy machine is the only way to know.
 */
export interface RendererWork {
  /** Own time of the longest task, in milliseconds. */
  readonly longestOwnMs: number;
  /** Tasks whose own time was 50 ms or more. */
  readonly longOwnTasks: number;
}

/** Chromium's own tracing, in one app. */
export interface RendererTrace {
  /** The page meant has to call `performance.mark(traceMark)` meanwhile: Chromium keeps other renderers in reserve. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<RendererWork>;
  readonly close: () => void;
}

/** @see RendererTrace.start */
export const traceMark = 'passbook-bench';

const longTaskMs = 50;
const microsPerMs = 1000;

/** `tdur`: the thread's own time, in microseconds. */
const traceEventSchema = z.object({
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  tdur: z.number().optional(),
});
type TraceEvent = z.infer<typeof traceEventSchema>;

const messageSchema = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  error: z.unknown().optional(),
  params: z.object({ value: z.array(traceEventSchema).optional() }).optional(),
});

/** Finds the app's Chromium by its profile folder. `null`: it cannot be reached, such as on another system than Linux. */
export async function openRendererTrace(rootPid: number): Promise<RendererTrace | null> {
  const url = devToolsUrl(rootPid);
  if (url === null) return null;
  const socket = new WebSocket(url);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error('Chromium does not let itself be traced')));
  });
  const answers = new Map<number, (answer: z.infer<typeof messageSchema>) => void>();
  let serial = 0;
  let events: TraceEvent[] = [];
  let complete = Promise.withResolvers<undefined>();
  socket.addEventListener('message', ({ data }) => {
    const message = messageSchema.parse(JSON.parse(String(data)));
    if (message.id !== undefined) answers.get(message.id)?.(message);
    events.push(...(message.params?.value ?? []));
    if (message.method === 'Tracing.tracingComplete') complete.resolve(undefined);
  });
  const send = async (method: string, params: object): Promise<void> => {
    serial += 1;
    const id = serial;
    const { error } = await new Promise<z.infer<typeof messageSchema>>((resolve) => {
      answers.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
    if (error !== undefined) throw new Error(`${method}: ${JSON.stringify(error)}`);
  };
  return {
    start: async () => {
      events = [];
      complete = Promise.withResolvers();
      const traceConfig = { includedCategories: ['toplevel', 'blink.user_timing'] };
      await send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
    },
    stop: async () => {
      await send('Tracing.end', {});
      await complete.promise;
      return workOf(events);
    },
    close: () => socket.close(),
  };
}

function devToolsUrl(rootPid: number): string | null {
  const profile = switchInTree(rootPid, 'user-data-dir');
  if (profile === null) return null;
  try {
    const [port, path] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
    return `ws://127.0.0.1:${port ?? ''}${path ?? ''}`;
  } catch {
    return null;
  }
}

function workOf(events: readonly TraceEvent[]): RendererWork {
  const page = events.find(({ name }) => name === traceMark);
  if (page === undefined) throw new Error('The page was not found in the trace');
  const ownMs = events
    .filter(({ name, pid, tid }) => name.endsWith('RunTask') && pid === page.pid && tid === page.tid)
    .map(({ tdur }) => (tdur ?? 0) / microsPerMs);
  return {
    longestOwnMs: Math.round(Math.max(0, ...ownMs) * 10) / 10,
    longOwnTasks: ownMs.filter((ms) => ms >= longTaskMs).length,
  };
}
