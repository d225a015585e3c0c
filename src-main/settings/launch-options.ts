import * as z from 'zod';

/** What a test may tell the demo bank. `faults`: the path of a fault file (docs/demo-bank.md). */
export const demoOptionsSchema = z
  .strictObject({
    seed: z.int().optional(),
    accounts: z.int().optional(),
    cards: z.int().optional(),
    transactions: z.int().optional(),
    days: z.int().optional(),
    latencyMs: z.int().optional(),
    faults: z.string().optional(),
    /** After the first sync an evening passes at the bank and is synced, as it is outside test mode. */
    evening: z.boolean().optional(),
    /** More redirect URIs the bank knows, for tests of the sandbox and live doors, which lead to it in test mode. */
    redirectUris: z.array(z.string()).optional(),
    /** A demo bank that runs already, in another process: for benchmarks, where its work must not count as the app's. */
    elsewhere: z
      .object({
        authUrl: z.string(),
        apiUrl: z.string(),
        clientId: z.string(),
        clientSecret: z.string(),
        redirectUri: z.string(),
      })
      .readonly()
      .optional(),
  })
  .readonly();
export type DemoOptions = z.infer<typeof demoOptionsSchema>;

/** How the desktop app was started. */
export interface LaunchOptions {
  /** A throw-away profile and nothing that reaches out of it (design, section 9). */
  readonly testMode: { readonly profile: string; readonly demo: DemoOptions } | null;
  /** Milliseconds since 1970: what the clock shall show at start. `null`: what it shows. */
  readonly nowMs: number | null;
  /** Started at login: no window until somebody asks for one. */
  readonly hidden: boolean;
}

/** Options, or a sentence about what is wrong with them. */
export type LaunchOptionsOrProblem = { readonly options: LaunchOptions } | { readonly problem: string };

/**
 * Reads the command line. What is not ours is left aside: Chromium has switches of its own in it, and desktops add
 * files and more.
 */
export function readLaunchOptions(argv: readonly string[]): LaunchOptionsOrProblem {
  const now = valueOf(argv, '--now');
  const nowMs = now === null ? null : Date.parse(now);
  if (nowMs !== null && Number.isNaN(nowMs)) return { problem: `--now ${now ?? ''} is not a time.` };
  const hidden = argv.includes('--hidden');
  if (!argv.includes('--test-mode')) return { options: { testMode: null, nowMs, hidden } };
  const profile = valueOf(argv, '--profile');
  if (profile === null) return { problem: '--test-mode needs --profile DIR: it never touches the real one.' };
  const demo = demoOptionsSchema.safeParse(parsed(valueOf(argv, '--demo-options') ?? '{}'));
  if (!demo.success) return { problem: `--demo-options: ${z.prettifyError(demo.error)}` };
  return { options: { testMode: { profile, demo: demo.data }, nowMs, hidden } };
}

/** `--name value` or `--name=value`. */
function valueOf(argv: readonly string[], name: string): string | null {
  const joined = argv.find((each) => each.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1);
  const at = argv.indexOf(name);
  const next = at === -1 ? undefined : argv[at + 1];
  return next === undefined || next.startsWith('--') ? null : next;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
