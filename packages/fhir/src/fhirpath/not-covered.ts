/**
 * Ends a compilation, because the expression says something that the form engine cannot. It never leaves this
 * folder.
 */
export class NotCovered extends Error {}

/** Ends the compilation. `what` is for a person who debugs this folder, and reaches no screen. */
export function notCovered(what: string): never {
  throw new NotCovered(what);
}
