/** The part of `navigator.locks` that a leader needs. Node tests give their own. */
export interface Locks {
  /** Waits in the queue for the lock, and holds it until `held` settles. Rejects with `stop`'s reason while it waits. */
  request(
    name: string,
    options: { readonly mode: 'exclusive'; readonly signal: AbortSignal },
    held: () => Promise<void>,
  ): Promise<unknown>;
}

/** The part of a `BroadcastChannel` that notes need. It delivers to every other window, and not to its own. */
export interface Channel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}
