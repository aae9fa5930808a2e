/**
 * Signs that need a 999 call at once, shown before any list and without a score. A local clinician has to sign them
 * off; a place that has not done so does not show them as its own. A DNACPR decision does not cancel the call for a
 * treatable illness.
 */
export const DANGER_SIGNS = {
  needsLocalSignOff: true,
  action: '999',
  signs: [
    { id: 'not-responding', text: 'Not breathing or not responding' },
    { id: 'choking', text: 'Choking' },
    { id: 'breathless', text: 'Severely short of breath, or blue lips' },
    { id: 'chest-pain', text: 'Chest pain' },
    { id: 'face-arm-speech', text: 'Change in face, arm or speech' },
    { id: 'fit', text: 'A fit that is new or longer than 5 minutes' },
    { id: 'bleeding', text: 'Heavy bleeding' },
    { id: 'hip-or-head', text: 'Likely hip or head injury, above all on a blood thinner' },
    { id: 'allergy', text: 'Severe allergic reaction' },
    { id: 'low-sugar', text: 'Low blood sugar' },
    { id: 'rash', text: 'A rash that does not fade under a glass' },
  ],
} as const;
