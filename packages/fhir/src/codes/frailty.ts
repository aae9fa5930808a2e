/**
 * SNOMED CT codings of frailty without a score: mild, moderate and severe (UK), frailty, frail elderly. Secondary source;
 * check against the current UK Edition before release.
 */
export const FRAILTY_FINDINGS: ReadonlySet<string> = new Set([
  '925791000000100',
  '925831000000107',
  '925861000000102',
  '248279007',
  '404904002',
]);
