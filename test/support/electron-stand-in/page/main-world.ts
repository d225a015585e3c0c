import type { bridgeEnd as makeBridgeEnd, BridgeNode } from './bridge-end.ts';
import type { PageNames } from './isolated-world.ts';

interface HandshakeEvent {
  readonly relatedTarget: BridgeNode;
  stopImmediatePropagation(): void;
}

/**
 * Runs as text in the page's own world before any script of the page: takes the shared node once, then the isolated
 * world can expose its API through it. Nothing is left on `window` but what the preload exposes.
 */
export function mainWorld(names: PageNames, tools: { readonly bridgeEnd: typeof makeBridgeEnd }): void {
  const page = globalThis as unknown as {
    addEventListener(type: string, listener: (event: HandshakeEvent) => void, options: object): void;
  };
  const meet = (event: HandshakeEvent): void => {
    event.stopImmediatePropagation();
    tools.bridgeEnd(event.relatedTarget, names.toIsolated, names.toMain);
  };
  page.addEventListener(names.handshake, meet, { once: true, capture: true });
}
