import { reportCaught } from '@ehch/clinical/diagnostics';
import { createNotes } from '../leader/notes.ts';
import type { Channel } from '../leader/ports.ts';
import type { OpenedStore } from './stores.ts';

/** Milliseconds for which changes are gathered: each note makes every other window read again what it shows. */
const GATHER_MS = 250;

/**
 * Tells the other windows of a database that this one has changed something, and hears of theirs (A3). Whether it was
 * anything that they can see is told by the store's own number, so that two windows never answer each other for ever.
 */
export function otherWindows(
  { store, name }: Pick<OpenedStore, 'store' | 'name'>,
  openChannel: ((name: string) => Channel) | undefined,
  onElsewhere: () => void,
): { tell(): void; close(): void } {
  if (openChannel === undefined) return { tell: () => undefined, close: () => undefined };
  const notes = createNotes(openChannel(`ehch-changes:${name}`), () => store.changeSeq());
  notes.onChange(onElsewhere);
  let isGathering = false;
  let isClosed = false;

  async function tellNow(): Promise<void> {
    isGathering = false;
    if (isClosed) return;
    try {
      notes.tell(await store.changeSeq());
    } catch (error) {
      // The other windows look again by themselves, within a minute.
      reportCaught(error, 'sync/notes');
    }
  }

  return {
    tell() {
      if (isGathering) return;
      isGathering = true;
      setTimeout(() => void tellNow(), GATHER_MS);
    },
    close() {
      isClosed = true;
      notes.close();
    },
  };
}
