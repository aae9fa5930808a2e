/** Where an instance of the script leaves the way to end it. The page cannot see it: it stands in our own world. */
const KEY = Symbol.for('ehch/end');

/**
 * Ends the script that an earlier injection started in this document, and leaves a way to end this one. A document can
 * be injected again: when its site is enabled while it is open, when an adapter changes, and when its site is revoked.
 */
export function takeOver(end: () => void): void {
  const world = globalThis as { [KEY]?: () => void };
  world[KEY]?.();
  world[KEY] = end;
}
