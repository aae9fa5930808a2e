import type { Note } from '../protocol.ts';

/**
 * How long changes are gathered before somebody is told of them. On a first load some twenty answers come close together, and
 * whoever is told of one asks for the whole view, which reads the whole record. Nobody sees a delay of this length.
 */
const GATHER_MS = 50;

/** Tells of changes that come close together once, with the number of the last. */
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
