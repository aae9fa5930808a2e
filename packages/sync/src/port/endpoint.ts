/**
 * A two-way port that carries plain JSON: a `Worker`, a `MessagePort`, a worker's own scope, or a browser
 * extension's runtime port behind an adapter.
 */
export interface Endpoint {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  /** A `MessagePort` delivers nothing before this is called. */
  start?(): void;
}

/**
 * One of several conversations over one endpoint. Each message is wrapped with the conversation's name, so that
 * the engine's surface, the window's surface and the change notes never answer each other's messages.
 */
export function channel(endpoint: Endpoint, name: string): Endpoint {
  return {
    postMessage: (message) => endpoint.postMessage({ channel: name, message }),
    addEventListener(_type, listener) {
      endpoint.addEventListener('message', ({ data }) => {
        if (isEnvelope(data) && data.channel === name) listener({ data: data.message });
      });
      endpoint.start?.();
    },
  };
}

function isEnvelope(data: unknown): data is { channel: string; message: unknown } {
  return typeof data === 'object' && data !== null && 'channel' in data && 'message' in data;
}
