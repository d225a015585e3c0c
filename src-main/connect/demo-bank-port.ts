/** What the app asks of a demo bank (src-demo-bank, which src-main may not import). */
export interface DemoBankSettings {
  /** The auth host's; the API host takes the next one. */
  readonly port?: number | undefined;
  readonly seed?: number | undefined;
  readonly accounts?: number | undefined;
  readonly cards?: number | undefined;
  readonly transactions?: number | undefined;
  readonly days?: number | undefined;
  readonly latencyMs?: number | undefined;
  /** A decoded fault file; only the demo bank knows what is in it. */
  readonly faults?: unknown;
  readonly autoApprove?: boolean;
  readonly nowMs?: () => number;
  readonly redirectUris?: readonly string[];
  /** When its books were first opened, and when its evening passed (`null`: not yet). Absent: it has none. */
  readonly evening?: { readonly openedAtMs: number; readonly passedAtMs: number | null };
}

/** What the app's demo, and specs in test mode, may see and do behind the bank's counter. */
export interface BehindTheCounter {
  /** The client's secret and every code, token and verifier so far: what must be found nowhere else. */
  readonly issuedSecrets: () => readonly string[] | Promise<readonly string[]>;
  /** Replaces all faults: the content of a fault file, decoded by the door. */
  readonly setFaults: (file: unknown) => void | Promise<void>;
  /** The evening that the bank was started with passes, once. */
  readonly passEvening: (atMs: number) => void | Promise<void>;
  readonly expireAccessTokens: () => void | Promise<void>;
  readonly revokeConsent: () => void | Promise<void>;
}

/** A bank that answers. URLs are origins. */
export interface RunningDemoBank {
  readonly authUrl: string;
  readonly apiUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly control?: BehindTheCounter;
  readonly close: () => Promise<void>;
}

/** The demo bank's code, loaded only when somebody wants it: the app proper never depends on it. */
export interface DemoBankDoor {
  readonly startDemoBank: (settings: DemoBankSettings) => Promise<RunningDemoBank>;
  /** `problem`: what is wrong, as sentences. */
  readonly decodeFaultFile: (
    content: unknown,
  ) => { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: string };
}
