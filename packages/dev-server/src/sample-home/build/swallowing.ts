import type { Observation } from '@medplum/fhirtypes';
import { hl7, LOCAL, text } from '../codes.ts';
import { madeBy, type Resident } from '../resident.ts';

/** Writes a speech and language therapist's advice: IDDSI levels by number only, and how to help. */
export function swallowing({ story, days, id, patient, staff }: Resident): Observation[] {
  if (!story.swallowing) return [];
  const { drinks, food, help, on } = story.swallowing;
  return [
    {
      resourceType: 'Observation',
      id: id('swallowing'),
      meta: madeBy('UKCore-Observation', 'practice'),
      status: 'final',
      category: [hl7('observation-category', 'therapy')],
      // [P] SNOMED CT has concepts for the levels. None that we could read is paired with words for an assessment.
      code: { coding: [{ system: LOCAL, code: 'swallowing-assessment' }], text: 'Swallowing assessment' },
      subject: patient,
      effectiveDateTime: days.date(on),
      performer: [staff('therapist')],
      valueString: help,
      component: [
        { code: text('Drinks'), valueCodeableConcept: text(`IDDSI level ${drinks}`) },
        { code: text('Food'), valueCodeableConcept: text(`IDDSI level ${food}`) },
      ],
    },
  ];
}
