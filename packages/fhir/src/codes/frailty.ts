/**
 * SNOMED CT codes for frailty without a score: mild, moderate and severe (UK), frailty, frail elderly.
 * Secondary source; check against the current UK Edition before release.
 */
export const FRAILTY_FINDINGS: ReadonlySet<string> = new Set([
  '925791000000100',
  '925831000000107',
  '925861000000102',
  '248279007',
  '404904002',
]);

/**
 * [P] Frailty in words alone: "severe frailty", "frailty: moderate", "degree of frailty". The title of a
 * score has the name of its instrument, so it does not match.
 */
export const FRAILTY_TITLE =
  /^(?:(?:degree|level|severity|category) of )?(?:(?:very )?(?:mild|moderate|severe)(?:ly)? )?frail(?:ty)?(?: (?:syndrome|elderly|status|level|category|severity))?(?:[\s:,–-]+(?:very )?(?:mild|moderate|severe))?(?: \((?:finding|disorder|observable entity)\))?$/i;
