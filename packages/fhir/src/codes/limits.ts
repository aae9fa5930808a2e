import { LOINC, SNOMED } from './systems.ts';

/** What a code says about CPR, and its words on screen. */
interface CprCode {
  /** `question`: it names the subject, and decides nothing by itself. */
  readonly means: 'attempt' | 'do-not-attempt' | 'undecided' | 'question';
  readonly words: string;
}

const CONSENT_CATEGORY = 'http://terminology.hl7.org/CodeSystem/consentcategorycodes';

/**
 * Codes about CPR, with the words of each.
 * Sources. SNOMED CT: NHS Summary Care Record inclusion set, as NHS Digital's end-of-life pages give it;
 * 304252001, 304253006 and 304251008 with the same words in the German GECCO and the Swiss emergency record;
 * 931761000000106 from openEHR's advance intervention decisions. LOINC: the portable medical order, as PACIO
 * has it. R4 consentcategorycodes: do not resuscitate.
 */
export const CPR_CODES: ReadonlyMap<string, CprCode> = new Map([
  [`${SNOMED}|450475007`, { means: 'attempt', words: 'For attempted cardiopulmonary resuscitation' }],
  [
    `${SNOMED}|450476008`,
    { means: 'do-not-attempt', words: 'Not for attempted cardiopulmonary resuscitation' },
  ],
  [`${SNOMED}|304252001`, { means: 'attempt', words: 'For resuscitation' }],
  [`${SNOMED}|304253006`, { means: 'do-not-attempt', words: 'Not for resuscitation' }],
  [
    `${SNOMED}|143021000119109`,
    { means: 'do-not-attempt', words: 'Do not resuscitate status with supporting documentation' },
  ],
  [
    `${SNOMED}|931761000000106`,
    { means: 'undecided', words: 'Discussion about DNACPR not appropriate at this time' },
  ],
  [`${SNOMED}|365870005`, { means: 'question', words: 'CPR status' }],
  [`${SNOMED}|304251008`, { means: 'question', words: 'Resuscitation status' }],
  [`${SNOMED}|89666000`, { means: 'question', words: 'Cardiopulmonary resuscitation' }],
  [`${LOINC}|LA33470-8`, { means: 'attempt', words: 'Yes CPR' }],
  [`${LOINC}|LA33471-6`, { means: 'do-not-attempt', words: 'No CPR: Do Not Attempt Resuscitation' }],
  [`${LOINC}|100822-6`, { means: 'question', words: 'Cardiopulmonary resuscitation orders' }],
  [`${LOINC}|75779-9`, { means: 'question', words: 'Thoughts on cardiopulmonary resuscitation (CPR)' }],
  [`${CONSENT_CATEGORY}|dnr`, { means: 'do-not-attempt', words: 'Do not resuscitate' }],
  [`${LOINC}|81329-5`, { means: 'question', words: 'Thoughts on resuscitation (CPR)' }],
]);

/**
 * The codes for a search about CPR. Codes that only occur in values are among them, although no search by
 * code finds them.
 */
export function cprCodes(): readonly { readonly system: string; readonly code: string }[] {
  return [...CPR_CODES.keys()].map((key) => {
    const [system = '', code = ''] = key.split('|');
    return { system, code };
  });
}

/** NHS end-of-life care questionnaire: lasting power of attorney for health and welfare. */
export const ATTORNEY_HEALTH = '365567004';

/** NHS end-of-life care questionnaire: preferred place of care and death. */
export const PREFERRED_PLACE = '395091006';
