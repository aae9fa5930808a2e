/**
 * HL7 data-absent-reason (R4, http://terminology.hl7.org/CodeSystem/data-absent-reason) and v3 NullFlavor, in
 * words that follow the name of the measurement: "weight: declined".
 */
export const ABSENT_WORDS: ReadonlyMap<string, string> = new Map([
  ['unknown', 'not known'],
  ['asked-unknown', 'asked, and not known'],
  ['temp-unknown', 'not known yet'],
  ['not-asked', 'not asked'],
  ['asked-declined', 'declined'],
  ['masked', 'withheld by the source'],
  ['not-applicable', 'does not apply'],
  ['unsupported', 'the source has no place for it'],
  ['as-text', 'told in other words elsewhere in the record'],
  ['error', 'an error, no valid value'],
  ['not-a-number', 'no valid number'],
  ['negative-infinity', 'too low to be measured'],
  ['positive-infinity', 'too high to be measured'],
  ['not-performed', 'not performed'],
  ['not-permitted', 'may not be recorded here'],
  ['UNK', 'not known'],
  ['ASKU', 'asked, and not known'],
  ['NAV', 'not known yet'],
  ['NASK', 'not asked'],
  ['MSK', 'withheld by the source'],
  ['NA', 'does not apply'],
  ['NI', 'no information'],
  ['NINF', 'too low to be measured'],
  ['PINF', 'too high to be measured'],
  ['NP', 'not present'],
]);

export const DATA_ABSENT_REASON = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';

/**
 * Codes that say that nobody knows, or that nobody was asked. "Other" and "told in other words" are not here,
 * because something is recorded then.
 */
export const NOBODY_KNOWS: readonly string[] = [
  'unknown',
  'asked-unknown',
  'temp-unknown',
  'not-asked',
  'asked-declined',
  'not-applicable',
  'not-performed',
  'not-permitted',
  'UNK',
  'ASKU',
  'NAV',
  'NASK',
  'NA',
  'NI',
];

/** Codes for a value that exists and is withheld. */
export const MASKED: readonly string[] = ['masked', 'MSK'];

/** Code systems whose codings give the reason for a missing value, and are not values themselves. */
export const SAYS_ABSENT = /(v3-NullFlavor|data-absent-reason)$/i;
