/**
 * Whether a pattern that somebody else wrote can be tried at all: letters, sets and anchors, and no more than two parts
 * of open length, so that it ends soon on any linkId. No groups, no alternatives, nothing that looks back.
 */
export function isSafePattern(pattern: string): boolean {
  const open = pattern.match(/[*+]/g)?.length ?? 0;
  if (pattern.length > 100 || open > 2) return false;
  return /^\^?(?:(?:[\w/ -]|\.|\\[dw./-]|\[(?:[\w/.]|\w-\w)+\])(?:[*+?]|\{\d\})?)*\$?$/.test(pattern);
}
