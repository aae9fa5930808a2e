import type { Timing } from '../timing.ts';

/** Milliseconds between two looks for what no note has told. */
const LOOK_MS = 15_000;
/** Milliseconds. A wait that took so much longer was no wait: the device slept, or the browser froze the window. */
const SLEPT_MS = 30_000;
/** Milliseconds over which the clients of a place spread when their network comes back for all of them at once. */
const SPREAD_MS = 3_000;

export interface ComebackPorts {
  readonly timing: Timing;
  /** Calls `then` each time the browser says that the network is back, and returns a function that ends it. */
  readonly onNetworkBack?: (then: () => void) => () => void;
}

export interface ComebackListener {
  /** Called now and then: a window that was frozen for a moment may have missed a note. */
  readonly onLook: () => void;
  /** The device has slept, the window was frozen, or the network was away. */
  readonly onComeback: () => void;
}

/** Notices that this engine has been away, or its network. @returns a function that ends the noticing */
export function watchComebacks(
  { timing, onNetworkBack }: ComebackPorts,
  { onLook, onComeback }: ComebackListener,
): () => void {
  const stop = new AbortController();
  const { signal } = stop;

  const look = async (): Promise<void> => {
    while (!signal.aborted) {
      const before = timing.now();
      await timing.wait(LOOK_MS, signal);
      if (signal.aborted) return;
      onLook();
      if (timing.now() - before > LOOK_MS + SLEPT_MS) onComeback();
    }
  };

  const networkIsBack = async (): Promise<void> => {
    await timing.wait(timing.random() * SPREAD_MS, signal);
    if (!signal.aborted) onComeback();
  };

  void look();
  const leave = onNetworkBack?.(() => void networkIsBack());
  return () => {
    stop.abort();
    leave?.();
  };
}
