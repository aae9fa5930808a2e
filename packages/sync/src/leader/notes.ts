import type { Channel } from './ports.ts';

/** Tells the other windows of a database that something has changed, by a number alone (A3). */
export interface Notes {
  /** Says that this window changed something. A number that every window has heard is not told again. */
  tell(seq: number): void;
  /** Called when another window has changed something. */
  onChange(listener: (seq: number) => void): void;
  /** Looks for changes whose note was missed, as after a window was frozen or hidden. */
  catchUp(): Promise<void>;
  close(): void;
}

/** @param changeSeq reads the number from the store, which no missed note can hide */
export function createNotes(channel: Channel, changeSeq: () => Promise<number>): Notes {
  const listeners = new Set<(seq: number) => void>();
  let heard = 0;
  const hear = (seq: number) => {
    if (seq <= heard) return;
    heard = seq;
    for (const listener of listeners) listener(seq);
  };
  channel.addEventListener('message', ({ data }) => {
    // Another release may send more. Only the number is read.
    const seq = (data as { readonly seq?: unknown } | null)?.seq;
    if (typeof seq === 'number') hear(seq);
  });
  return {
    tell(seq) {
      if (seq <= heard) return;
      heard = seq;
      channel.postMessage({ seq });
    },
    onChange: (listener) => void listeners.add(listener),
    catchUp: async () => hear(await changeSeq()),
    close: () => channel.close(),
  };
}
