import type { Channel } from './ports.ts';

/** Tells the other windows of a database that something has changed, by a number alone, or that somebody hurries (A3). */
export interface Notes {
  /** Says that this window changed something. A number that every window has heard is not told again. */
  tell(seq: number): void;
  /** Called when another window has changed something. */
  onChange(listener: (seq: number) => void): void;
  /** Asks whichever window leads to try everything now. */
  hurry(): void;
  /** Called when somebody in another window wants everything tried now. */
  onHurry(listener: () => void): void;
  /** Looks for changes whose note was missed, as after a window was frozen or hidden. */
  catchUp(): Promise<void>;
  close(): void;
}

/** @param changeSeq reads the number from the store, which no missed note can hide */
export function createNotes(channel: Channel, changeSeq: () => Promise<number>): Notes {
  const listeners = new Set<(seq: number) => void>();
  const hurrying = new Set<() => void>();
  let heard = 0;
  const hear = (seq: number) => {
    if (seq <= heard) return;
    heard = seq;
    for (const listener of listeners) listener(seq);
  };
  channel.addEventListener('message', ({ data }) => {
    // Another release may send more. Only the number is read, and the wish to hurry.
    const note = data as { readonly seq?: unknown; readonly hurry?: unknown } | null;
    if (typeof note?.seq === 'number') hear(note.seq);
    if (note?.hurry === true) for (const listener of hurrying) listener();
  });
  return {
    tell(seq) {
      if (seq <= heard) return;
      heard = seq;
      channel.postMessage({ seq });
    },
    onChange: (listener) => void listeners.add(listener),
    hurry: () => channel.postMessage({ hurry: true }),
    onHurry: (listener) => void hurrying.add(listener),
    catchUp: async () => hear(await changeSeq()),
    close: () => channel.close(),
  };
}
