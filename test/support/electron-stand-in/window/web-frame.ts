import type { CdpSession } from '../chromium/cdp-connection.ts';
import { toApp } from '../net/origin-mapping.ts';
import { ApiEmitter } from '../refuse-missing.ts';
import { evaluate } from './evaluate.ts';

let lastRoutingId = 0;

/** Electron's `WebFrameMain`: a frame as main knows it. `url` and `origin` are of the document it shows now. */
export class WebFrameMain extends ApiEmitter {
  readonly frameTreeNodeId: number;
  readonly routingId: number;
  readonly processId = 1;
  readonly frameToken: string;
  readonly parent: WebFrameMain | null;
  readonly frames: WebFrameMain[] = [];
  name = '';
  detached = false;
  url = '';
  origin = 'null';
  private readonly session: CdpSession;

  constructor(session: CdpSession, frameId: string, parent: WebFrameMain | null) {
    super();
    this.session = session;
    this.frameToken = frameId;
    this.parent = parent;
    lastRoutingId += 1;
    this.frameTreeNodeId = lastRoutingId;
    this.routingId = lastRoutingId;
  }

  get top(): WebFrameMain | null {
    return this.parent === null ? this : this.parent.top;
  }

  get framesInSubtree(): WebFrameMain[] {
    return [this, ...this.frames.flatMap((frame) => frame.framesInSubtree)];
  }

  isDestroyed(): boolean {
    return this.detached;
  }

  async executeJavaScript(code: string): Promise<unknown> {
    if (this.parent !== null) throw new Error('the stand-in runs executeJavaScript in main frames only');
    return evaluate(this.session, code);
  }

  /** A new document: not of Electron's API. */
  show(url: string, origin: string): void {
    this.url = toApp(url);
    this.origin = origin === '://' || origin === '' ? 'null' : toApp(origin);
  }
}
