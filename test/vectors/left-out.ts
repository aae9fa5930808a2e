/** Rules that examples of others ask for and this repository does not hold, with the reason. */
export const LEFT_OUT: ReadonlyMap<string, string> = new Map([
  ['must', 'the steps of MUST are BAPEN’s, and its permission is not held'],
]);
