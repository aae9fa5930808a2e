import type { AllergyIntolerance, CodeableConcept } from '@medplum/fhirtypes';
import { snomed, text } from '../codes.ts';
import type { AllergyStory } from '../story.ts';

type Substance = Pick<AllergyIntolerance, 'code' | 'category'>;

/** Substances. A code is given only if a published data set that we could read pairs it with the words. */
export const SUBSTANCES: Readonly<Record<AllergyStory['substance'], Substance>> = {
  penicillin: {
    code: { coding: [snomed('764146007', 'Penicillin')], text: 'Penicillin' },
    category: ['medication'],
  },
  aspirin: {
    code: { coding: [snomed('293586001', 'Allergy to aspirin')], text: 'Aspirin' },
    category: ['medication'],
  },
  peanut: { code: { coding: [snomed('91935009', 'Allergy to peanut')], text: 'Peanut' }, category: ['food'] },
  trimethoprim: { code: text('Trimethoprim'), category: ['medication'] },
  codeine: { code: text('Codeine'), category: ['medication'] },
  latex: { code: text('Natural rubber latex'), category: ['environment'] },
};

export const NONE_KNOWN: Readonly<Record<'drug' | 'any', CodeableConcept>> = {
  drug: { coding: [snomed('409137002', 'No known drug allergy')], text: 'No known drug allergies' },
  any: { coding: [snomed('716186003', 'No known allergy')], text: 'No known allergies' },
};
