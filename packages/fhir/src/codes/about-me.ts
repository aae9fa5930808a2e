import type { AboutMeEntry } from '@ehch/clinical';

/**
 * SNOMED CT UK codes for the parts of PRSB About Me (NHS questionnaire), in that order. 1515851000000101 is
 * the whole.
 */
export const ABOUT_ME_HEADINGS: ReadonlyMap<string, AboutMeEntry['heading']> = new Map([
  ['1515861000000103', 'what-matters'],
  ['1515871000000105', 'people'],
  ['1515881000000107', 'communication'],
  ['1515891000000109', 'wellness'],
  ['1515901000000105', 'please-do'],
  ['1515911000000107', 'support'],
  ['1515921000000101', 'also-know'],
]);

/** [P] The same parts by title, in lower case, as PRSB and this product's own assessment write them. */
export const ABOUT_ME_TITLES: ReadonlyMap<string, AboutMeEntry['heading']> = new Map([
  ['what matters to me', 'what-matters'],
  ['what is most important to me', 'what-matters'],
  ['people who matter to me', 'people'],
  ['people who are important to me', 'people'],
  ['how i communicate', 'communication'],
  ['how i communicate and how to communicate with me', 'communication'],
  ['my wellness', 'wellness'],
  ['please do, please do not', 'please-do'],
  ["please do and please don't", 'please-do'],
  ['how and when to support me', 'support'],
  ['also worth knowing', 'also-know'],
  ['also worth knowing about me', 'also-know'],
]);
