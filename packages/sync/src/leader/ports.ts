/** The part of a `BroadcastChannel` that notes need. It delivers to every other window, and not to its own. */
export interface Channel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}
