/**
 * SNOMED CT codes of decisions about CPR, as NHS end-of-life value sets have them. The two older ones do not say in our
 * source which is which, so they count only where the record's own words say it. Absence of all of them is no decision.
 */
export const CPR_CODES: ReadonlyMap<string, 'attempt' | 'do-not-attempt' | 'by-words'> = new Map([
  ['450475007', 'attempt'],
  ['450476008', 'do-not-attempt'],
  ['304252001', 'by-words'],
  ['304253006', 'by-words'],
]);

/** NHS end-of-life care questionnaire: lasting power of attorney for health and welfare. */
export const ATTORNEY_HEALTH = '365567004';

/** NHS end-of-life care questionnaire: preferred place of care and death. */
export const PREFERRED_PLACE = '395091006';
