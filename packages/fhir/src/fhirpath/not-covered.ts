/** Ends a compilation: the text says something that our expressions cannot. Never leaves this program's FHIRPath. */
export class NotCovered extends Error {}

export function notCovered(what: string): never {
  throw new NotCovered(what);
}
