import type { CodeableConcept, Observation } from '@medplum/fhirtypes';
import { hl7, loinc } from '../codes.ts';
import { madeBy, type Resident } from '../resident.ts';
import type { MobilityStory } from '../story.ts';

/** Items of function, with codes and words from the PACIO project's public examples (CMS Section GG). */
const ITEMS: Readonly<Record<MobilityStory['item'], CodeableConcept>> = {
  'roll-over': { coding: [loinc('83218-8')], text: 'Roll left and right' },
  'sit-up': { coding: [loinc('83214-7')], text: 'Lying to sitting on side of bed' },
  transfer: { coding: [loinc('83210-5')], text: 'Chair/bed-to-chair transfer' },
  'four-steps': { coding: [loinc('83194-1')], text: '4 steps' },
};

const ANSWERS: Readonly<Record<MobilityStory['help'], CodeableConcept>> = {
  dependent: { coding: [loinc('LA27998-6', 'Dependent')], text: 'Dependent' },
  substantial: { coding: [loinc('LA11759-0')], text: 'Substantial/maximal assistance' },
  partial: { coding: [loinc('LA27996-0')], text: 'Partial/moderate assistance' },
  'not-attempted': {
    coding: [loinc('LA26735-3', 'Not attempted due to medical condition or safety concerns')],
    text: 'Not attempted due to medical condition or safety concerns',
  },
};

/** Writes what the resident can do without help, item by item, as a hospital therapist records it at discharge. */
export function mobility({ story, days, id, patient, staff }: Resident): Observation[] {
  return (story.mobility ?? []).map(({ item, help, on }, n) => ({
    resourceType: 'Observation',
    id: id('mobility', n),
    meta: madeBy('UKCore-Observation', 'hospital'),
    status: 'final',
    category: [hl7('observation-category', 'survey')],
    code: ITEMS[item],
    subject: patient,
    effectiveDateTime: days.date(on),
    performer: [staff('physio')],
    valueCodeableConcept: ANSWERS[help],
  }));
}
