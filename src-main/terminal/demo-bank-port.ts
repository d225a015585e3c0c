/** What the terminal asks of a demo bank (src-demo-bank, which this folder may not import). */
export interface DemoBankSettings {
  readonly port?: number;
  readonly seed?: number;
  readonly accounts?: number;
  readonly cards?: number;
  readonly transactions?: number;
  readonly days?: number;
  readonly latencyMs?: number;
  /** A decoded fault file; only the demo bank knows what is in it. */
  readonly faults?: unknown;
  readonly autoApprove?: boolean;
  readonly nowMs?: () => number;
  readonly redirectUris?: readonly string[];
}

/** A bank that answers. URLs are origins. */
export interface RunningDemoBank {
  readonly authUrl: string;
  readonly apiUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly close: () => Promise<void>;
}

/** The demo bank's code, loaded only by the commands that want it: the app proper never depends on it. */
export interface DemoBankDoor {
  readonly startDemoBank: (settings: DemoBankSettings) => Promise<RunningDemoBank>;
  /** Throws, with what is wrong as its message, when this is no fault file. */
  readonly decodeFaultFile: (content: unknown) => unknown;
}
