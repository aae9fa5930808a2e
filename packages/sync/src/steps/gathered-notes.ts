import type { Note } from '../protocol.ts';

/**
 * Milliseconds for which changes are gathered. On a first load some twenty answers come close together, and each
 * note makes the window ask for the whole view. Nobody sees a delay of this length.
 */
const GATHER_MS = 50;

/** Sends one note for changes that come close together, with the number of the last. */
export function gatheredNotes(tell: (note: Note) => void): (note: Note) => void {
  let last: Note | null = null;
  return (note) => {
    const isWaiting = last !== null;
    last = note;
    if (!isWaiting) setTimeout(tellLast, GATHER_MS);
  };

  function tellLast(): void {
    const note = last;
    last = null;
    if (note !== null) tell(note);
  }
}
