import assert from 'node:assert/strict';
import type { Endpoint } from '../src/port/endpoint.ts';
import type { EnginePort } from '../src/connect-engine.ts';

/**
 * Makes two ends of a port that carries only JSON text, as a browser extension's runtime port does. It refuses a
 * message that JSON would change, so that only plain data can cross.
 */
export function jsonPair(): { near: EnginePort; far: Endpoint; lose: () => void; sent: unknown[] } {
  const sent: unknown[] = [];
  let open = true;
  let lose = () => {};
  const lost = new Promise<void>((resolve) => {
    lose = () => {
      open = false;
      resolve();
    };
  });
  const [here, there] = [new Set<Listener>(), new Set<Listener>()];
  const end = (own: Set<Listener>, other: Set<Listener>): Endpoint => ({
    postMessage(message) {
      const text = JSON.stringify(message);
      assert.deepStrictEqual(JSON.parse(text), message, 'a message must be plain JSON');
      sent.push(JSON.parse(text));
      queueMicrotask(() => {
        if (open) for (const listener of other) listener({ data: JSON.parse(text) });
      });
    },
    addEventListener: (_type, listener) => void own.add(listener),
  });
  return {
    near: { endpoint: end(here, there), lost, close: () => lose() },
    far: end(there, here),
    lose: () => lose(),
    sent,
  };
}

type Listener = (event: { data: unknown }) => void;
