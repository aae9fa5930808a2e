import { design, process, risks, tested, training, type Hazard } from '../hazard.ts';

export const SCORER: readonly Hazard[] = [
  {
    id: 'C1',
    component: 'scorer',
    hazard: 'A missing observation is scored as normal',
    cause: 'A part was not taken, or could not be read',
    effect: 'A falsely low NEWS2, and no escalation',
    ...risks('catastrophic', 'high', 'very low'),
    controls: [
      design(
        'Missing parts leave a lower limit, never a total',
        'packages/clinical/src/instruments/news2/news2.test.ts',
        'one more part never lowers the score so far, and one fewer never gives a total',
      ),
      design(
        'The screen names the missing parts and says that a worry is enough',
        'packages/elements/src/frailty-scorer/score.test.ts',
        'says a single 3, the band that an incomplete set has reached, and that a worry is enough',
      ),
    ],
  },
  {
    id: 'C2',
    component: 'scorer',
    hazard: 'A low score overrules a worry',
    cause: 'Trust in a number',
    effect: 'Late escalation',
    ...risks('catastrophic', 'medium', 'low'),
    controls: [
      design(
        'Observations never lower what a worry or a sign has reached',
        'packages/clinical/src/escalation/advise.test.ts',
        'R2: observations never lower what a worry or a sign has reached',
      ),
      training('A low score does not cancel concern'),
    ],
  },
  {
    id: 'C3',
    component: 'scorer',
    hazard: 'An answer is kept under another resident',
    cause: 'A change of resident while somebody answers',
    effect: 'A wrong record in two people',
    ...risks('catastrophic', 'medium', 'very low'),
    controls: [
      design(
        'A form belongs to its resident from opening to end',
        'packages/elements/src/frailty-scorer/drafts.test.ts',
        'of another resident is refused in words',
      ),
      tested(
        'Random presses over two residents stay apart',
        'packages/elements/src/frailty-scorer/random-answers.test.ts',
        'stay apart under random hands: screen, tree, properties, events and kept drafts say the same',
      ),
    ],
  },
  {
    id: 'C4',
    component: 'scorer',
    hazard: 'The wrong SpO2 scale is used',
    cause: 'Scale 2 without a clinician’s decision, or scale 1 in spite of one',
    effect: 'NEWS2 too low or too high',
    ...risks('major', 'medium', 'low'),
    controls: [
      design(
        'Where a target is recorded and not settled, both numbers and no band stand',
        'packages/elements/src/frailty-scorer/score.test.ts',
        'waits for a person where a target is recorded: both numbers, no band, and who set it when',
      ),
      process('A named clinician sets and reviews scale 2'),
    ],
  },
  {
    id: 'C5',
    component: 'scorer',
    hazard: 'A wrong table or version goes on being used',
    cause: 'An error in the kit or its content is found after release',
    effect: 'Wrong scores until the next release',
    ...risks('major', 'low', 'very low'),
    controls: [
      design(
        'A place withdraws an instrument at once, and nothing of it is newly signed',
        'packages/clinical/src/session/form/finish.test.ts',
        'F1: nobody signs a form that the place has withdrawn, and its words say who, when, why and what instead',
      ),
      design(
        'Recorded scores of it stay visible with the caution',
        'packages/elements/src/frailty-scorer/withdrawn.test.ts',
        'stays visible where it was recorded, with the caution above it, open and as a row',
      ),
      process('Somebody of the place answers for withdrawing content, day and night'),
    ],
  },
  {
    id: 'C6',
    component: 'scorer',
    hazard: 'NEWS2 is asked of somebody who is dying',
    cause: 'The plan for the last days is not seen',
    effect: 'Distress, an unwanted 999 call',
    ...risks('considerable', 'medium', 'low'),
    controls: [
      design(
        'It is not offered in the last days, and says why',
        'packages/elements/src/frailty-scorer/score.test.ts',
        'is not asked of the dying, in the chooser or by name, and says why',
      ),
    ],
  },
  {
    id: 'C7',
    component: 'scorer',
    hazard: 'A rule raises a problem or an index that nobody validated',
    cause: 'Rules and deficits of our own [P]',
    effect: 'A wrong plan',
    ...risks('considerable', 'medium', 'low'),
    controls: [
      design(
        'The template’s own index and bands leave in the words in which they were signed',
        'packages/clinical/src/assessment/text/short-text.test.ts',
        'no score is a bare number: each has its band, version and what limits it',
      ),
      process('A clinical safety officer accepts or changes each [P] rule before use'),
    ],
  },
];
