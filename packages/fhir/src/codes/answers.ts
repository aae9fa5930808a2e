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

/** The same in words, where no code says it. [P] */
export const NO_WORDS =
  /^\s*(no|none|nil|not?|false|absent|negative|not (present|found|detected|on|for|applicable|frail)|denie[sd]|denies|ruled out|refuted|excluded)\b/i;

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

/** Words that say that nothing was measured, in the place of a value. [P] */
export const NOT_MEASURED_WORDS =
  /\b(declin\w*|refus\w*|not (done|taken|measured|performed|possible|obtain\w*|record\w*|weighed|assessed|attempted|applicable|known)|unable|unobtainable|unrecordable|could not|cannot|can't|asleep|sleeping|away|hospital|n\/?a|unknown|too (ill|unwell|frail|distressed|agitated))\b/i;
