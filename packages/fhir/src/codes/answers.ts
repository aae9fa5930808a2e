/** SNOMED CT qualifier values, LOINC answers and HL7 codes that deny what they answer. */
export const NO_CODES: ReadonlySet<string> = new Set([
  '373067005', // No
  '2667000', // Absent
  '260385009', // Negative
  '410516002', // Known absent
  'LA32-8', // No
  'no',
  'N',
  'NEG',
  'false',
]);

/** The same in words that say nothing else, where no code says it. [P] */
export const NO_WORDS =
  /^\s*(no|none|nil|not|false|absent|negative|not (present|found|detected|applicable|frail|on oxygen)|denie[sd]|ruled out|refuted|excluded)\s*[.!]?\s*$/i;

/** Words that begin with a no and go on: "no straws", "no change since May". What they deny is for a person to read. [P] */
export const BEGINS_WITH_NO = /^\s*(no|none|nil|not|never|denie[sd]|without)\b/i;

/** Neither yes nor no: nobody knows. */
export const UNKNOWN_CODES: ReadonlySet<string> = new Set([
  '261665006', // Unknown
  '373068000', // Undetermined
  'LA4489-6', // Unknown
  'unknown',
  'UNK',
]);

export const UNKNOWN_WORDS =
  /^\s*(unknown|not known|not sure|unsure|uncertain|undetermined|cannot say|not (assessed|recorded|stated))\b/i;

/** Words that say that no number was measured, in the place of one. [P] */
export const NOT_MEASURED_WORDS =
  /\b(declin\w*|refus\w*|not (done|taken|measured|performed|possible|obtain\w*|record\w*|weighed|assessed|attempted|applicable|known)|unable|unobtainable|unrecordable|could not|cannot|can't|asleep|sleeping|away|hospital|n\/?a|unknown|too (ill|unwell|frail|distressed|agitated))\b/i;

/**
 * The same in the place of a finding in words, where only a whole text that is such a reason is one: "unable to walk" and
 * "nil by mouth, unable to swallow" are the finding. [P]
 */
export const NOT_ASSESSED_WORDS =
  /^\s*(declin\w*|refused?|not (done|taken|measured|performed|possible|obtained|obtainable|recorded|assessed|attempted|applicable|known|asked)|unable to (assess|measure|obtain|record|perform|complete)|(could|can) ?not be (assessed|measured|obtained|recorded|performed|completed)|unobtainable|unrecordable|asleep|sleeping|away|in hospital|n\/?a|unknown)(\s+(today|by (patient|resident)|at present|this time))?\s*[.!]?\s*$/i;
