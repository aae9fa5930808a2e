import type { FormItem, FormQuestion } from '../../form/types.ts';

/**
 * Our own list of signs that a resident is not their usual self, in everyday words. [P] It is not a published list; its
 * domains come from five public NHS training pages. The third field asks what the person who is told will want to know.
 */
export const SOFT_SIGNS = [
  ['breathing', 'Breathing harder, faster or noisier; new cough', 'Since when?'],
  ['intake', 'Eating or drinking much less', 'Meals missed? Last drink?'],
  ['warmth', 'Hot, cold, shivery, clammy; skin pale, flushed or mottled', 'Temperature?'],
  ['moving', 'Weaker, unsteady, off their legs, needs more help', 'How do they usually get about?'],
  ['thinking', 'More muddled, seeing or hearing things', 'New or worse?'],
  ['behaviour', 'Restless, upset, withdrawn, not themselves', null],
  ['sleepy', 'Sleepier or harder to wake', null],
  ['tired', 'Very tired, light-headed', 'Blood pressure lying and standing?'],
  ['pain', 'New or worse pain, or looks in pain', 'Where, how bad?'],
  // Smell and colour of urine are not on the list, because they prompt harmful treatment.
  ['urine', 'Passing little or no urine, new pain passing it, new incontinence', 'Catheter?'],
  ['bowels', 'Diarrhoea, vomiting, or bowels not opened as usual', 'Stool type?'],
  ['skin', 'New wound, red area, swelling, bleeding, rash', null],
  [
    'fall',
    'Fell, found on the floor, or slid down',
    'Hit head? On a blood thinner? Pain, or a leg short or turned? Blacked out? Can get up? How long down? ' +
      'Do not lift first.',
  ],
  ['catheter', 'Catheter blocked or out', 'Since when?'],
  [
    'medicine',
    'Important medicine missed, wrong or refused (insulin, anticoagulant, Parkinson’s, epilepsy, opioid)',
    'Which, since when?',
  ],
  ['worry', 'Resident, family or staff feel something is wrong', 'In their words'],
] as const;

export type SoftSignId = (typeof SOFT_SIGNS)[number][0];

const ANSWERS = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
] as const;

/** Each sign, with its further questions once it is present. No option has points. */
export const SOFT_SIGN_ITEMS: readonly FormItem[] = SOFT_SIGNS.flatMap(([id, text, ask]) => [
  { id, type: 'choice', text, options: ANSWERS },
  whenPresent(id, { id: `${id}-since`, type: 'text', text: 'New since', maxLength: 60 }),
  whenPresent(id, {
    id: `${id}-usual`,
    type: 'choice',
    text: 'Usual for them?',
    options: [...ANSWERS, { value: 'not-known', text: 'Not known' }],
  }),
  whenPresent(id, { id: `${id}-note`, type: 'text', text: ask ?? 'More', maxLength: 400 }),
]);

function whenPresent(item: SoftSignId, question: FormQuestion): FormQuestion {
  const test = { item, operator: '=', value: { type: 'option', value: 'yes' } } as const;
  return { ...question, when: { match: 'all', tests: [test] } };
}
