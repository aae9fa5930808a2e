import { reportCaught } from '@ehch/clinical/diagnostics';
import { createNotes } from '../leader/notes.ts';
import type { Channel } from '../leader/ports.ts';
import type { OpenedStore } from './stores.ts';

/** Milliseconds for which changes are gathered: each note makes every other window read again what it shows. */
const GATHER_MS = 250;

/** What is heard of the other windows of a database. */
export interface WindowListener {
  /** Another window has changed something. */
  readonly onElsewhere: () => void;
  /** Somebody in another window wants everything tried now. */
  readonly onHurry: () => void;
}

/** The other windows of a database. */
export interface OtherWindows {
  /** Tells them soon that this one has changed something. */
  tell(): void;
  /** Asks whichever of them leads to try everything now. */
  hurry(): void;
  /** Looks for changes of theirs whose note was missed, as while this window was frozen. It never fails. */
  catchUp(): Promise<void>;
  close(): void;
}

const NO_OTHERS: OtherWindows = {
  tell: () => undefined,
  hurry: () => undefined,
  catchUp: async () => undefined,
  close: () => undefined,
};

/**
 * Tells the other windows of a database that this one has changed something, and hears of theirs (A3). Whether it was
 * anything that they can see is told by the store's own number, so that two windows never answer each other for ever.
 */
export function otherWindows(
  { store, name }: Pick<OpenedStore, 'store' | 'name'>,
  openChannel: ((name: string) => Channel) | undefined,
  { onElsewhere, onHurry }: WindowListener,
): OtherWindows {
  if (openChannel === undefined) return NO_OTHERS;
  const notes = createNotes(openChannel(`ehch-changes:${name}`), () => store.changeSeq());
  notes.onChange(onElsewhere);
  notes.onHurry(onHurry);
  let isGathering = false;
  let isClosed = false;

  async function reported(work: () => Promise<void>): Promise<void> {
    if (isClosed) return;
    try {
      await work();
    } catch (error) {
      // Every window looks again by itself, within a minute.
      reportCaught(error, 'sync/notes');
    }
  }

  async function tellNow(): Promise<void> {
    isGathering = false;
    await reported(async () => notes.tell(await store.changeSeq()));
  }

  return {
    tell() {
      if (isGathering) return;
      isGathering = true;
      setTimeout(() => void tellNow(), GATHER_MS);
    },
    hurry() {
      if (!isClosed) notes.hurry();
    },
    catchUp: () => reported(() => notes.catchUp()),
    close() {
      isClosed = true;
      notes.close();
    },
  };
}
