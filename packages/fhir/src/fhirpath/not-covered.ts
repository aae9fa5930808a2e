/**
 * Ends a compilation, because the expression says something that the form engine cannot. It never leaves this
 * folder.
 */
export class NotCovered extends Error {}

export function notCovered(what: string): never {
  throw new NotCovered(what);
}
