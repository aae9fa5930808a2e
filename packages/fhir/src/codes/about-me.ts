import type { AboutMeEntry } from '@ehch/clinical';

/** SNOMED CT UK codes of the parts of PRSB About Me (NHS questionnaire), in that order after 1515851000000101, the whole. */
export const ABOUT_ME_HEADINGS: ReadonlyMap<string, AboutMeEntry['heading']> = new Map([
  ['1515861000000103', 'what-matters'],
  ['1515871000000105', 'people'],
  ['1515881000000107', 'communication'],
  ['1515891000000109', 'wellness'],
  ['1515901000000105', 'please-do'],
  ['1515911000000107', 'support'],
  ['1515921000000101', 'also-know'],
]);

/** The same parts in our own assessment, by their questions (`clinical/src/assessment/cga/sections/about-me.ts`). */
export const OWN_ABOUT_ME: ReadonlyMap<string, AboutMeEntry['heading']> = new Map([
  ['matters', 'what-matters'],
  ['people', 'people'],
  ['communication', 'communication'],
  ['wellness', 'wellness'],
  ['do-dont', 'please-do'],
  ['support', 'support'],
  ['also', 'also-know'],
]);
