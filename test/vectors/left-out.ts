/** Rules that other people's examples ask for and this repository does not have, with the reason. */
export const LEFT_OUT: ReadonlyMap<string, string> = new Map([
  ['must', 'the steps of MUST are BAPEN’s, and its permission is not held'],
]);
