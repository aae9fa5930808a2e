/**
 * Whether a pattern by somebody else can be tried safely. It may have letters, sets and anchors, and at most
 * two parts of open length, so that it ends soon on any linkId. Groups, alternatives and lookbehind are
 * refused.
 */
export function isSafePattern(pattern: string): boolean {
  const open = pattern.match(/[*+]/g)?.length ?? 0;
  if (pattern.length > 100 || open > 2) return false;
  return /^\^?(?:(?:[\w/ -]|\.|\\[dw./-]|\[(?:[\w/.]|\w-\w)+\])(?:[*+?]|\{\d\})?)*\$?$/.test(pattern);
}
