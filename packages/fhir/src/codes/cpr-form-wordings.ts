/**
 * [P] Wordings that name a form about CPR, or the place where it is kept, and not its content. They are
 * compared as `CPR_WORDINGS` are.
 */
export const CPR_FORM_WORDINGS = [
  'A form about CPR is in the home',
  'Form about CPR',
  'CPR form',
  'CPR form in place',
  'Is there a CPR form in the home',
  'Location of CPR form',
  'Where is the CPR form kept',
  'Location of DNACPR form',
  'DNACPR form location',
  'Where is the DNACPR form kept',
] as const;
