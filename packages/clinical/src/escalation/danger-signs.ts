/**
 * Signs that need a 999 call at once, shown before any list and without a score. The list and its 5 minutes are remembered (clinical
 * rule 13.2). A local clinician has to sign them off; a place that has not done so does not show them as its own. A DNACPR decision does
 * not cancel the call for a treatable illness.
 *
 * `short` stands on the button, so that wishes and danger signs fit on one screen of a telephone. `text` is said once it is pressed.
 */
export const DANGER_SIGNS = {
  needsLocalSignOff: true,
  action: '999',
  signs: [
    { id: 'not-responding', short: 'Not breathing or responding', text: 'Not breathing or not responding' },
    { id: 'choking', short: 'Choking', text: 'Choking' },
    { id: 'breathless', short: 'Very breathless, blue lips', text: 'Severely short of breath, or blue lips' },
    { id: 'chest-pain', short: 'Chest pain', text: 'Chest pain' },
    { id: 'face-arm-speech', short: 'Face, arm or speech', text: 'Change in face, arm or speech' },
    { id: 'fit', short: 'Fit: new, or over 5 minutes', text: 'A fit that is new or longer than 5 minutes' },
    { id: 'bleeding', short: 'Heavy bleeding', text: 'Heavy bleeding' },
    {
      id: 'hip-or-head',
      short: 'Hip or head injury',
      text: 'Likely hip or head injury, above all on a blood thinner',
    },
    { id: 'allergy', short: 'Severe allergy', text: 'Severe allergic reaction' },
    { id: 'low-sugar', short: 'Low blood sugar', text: 'Low blood sugar' },
    { id: 'rash', short: 'Rash that does not fade', text: 'A rash that does not fade under a glass' },
  ],
} as const;
