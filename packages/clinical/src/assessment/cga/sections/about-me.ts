import { group, snomed, words } from './fields.ts';

/** Section 1, PRSB About Me: in the person's words. Never coded further, never scored. */
export const aboutMe = {
  ...group(
    'about-me',
    'About me',
    part('matters', 'What matters to me', '1515861000000103', 'about-what-matters'),
    part('people', 'People who matter to me', '1515871000000105', 'about-people'),
    part('communication', 'How I communicate', '1515881000000107', 'about-communication'),
    part('wellness', 'My wellness', '1515891000000109', 'about-wellness'),
    part('do-dont', 'Please do, please do not', '1515901000000105', 'about-please-do'),
    part('support', 'How and when to support me', '1515911000000107', 'about-support'),
    part('also', 'Also worth knowing', '1515921000000101', 'about-also-know'),
  ),
  ...snomed('1515851000000101'),
};

function part(id: string, text: string, code: string, fact: string) {
  // [P] What matters and how to talk with them is asked of everybody; the rest where there is something to say.
  const optional = !['matters', 'communication'].includes(id);
  return words(id, text, { maxLength: 2000, fact, ...(optional ? { optional } : {}), ...snomed(code) });
}
