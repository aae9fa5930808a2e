import type { CodeableConcept, Encounter, Immunization, Resource } from '@medplum/fhirtypes';
import { hl7, snomed, text } from '../codes.ts';
import { homeLocation, organizationReference } from '../places.ts';
import { madeBy, type Resident } from '../resident.ts';
import type { AnyStaff } from '../staff-list.ts';
import type { EventStory } from '../story.ts';

interface Kind {
  readonly type: CodeableConcept;
  readonly act: string;
  readonly display: string;
  readonly by: AnyStaff;
  readonly source: 'home' | 'practice' | 'hospital';
}

const KINDS: Readonly<Record<EventStory['kind'], Kind>> = {
  fall: { type: text('Fall in the home'), act: 'HH', display: 'home health', by: 'carer', source: 'home' },
  visit: {
    type: text('Visit to the care home'),
    act: 'HH',
    display: 'home health',
    by: 'gp',
    source: 'practice',
  },
  phone: { type: text('Telephone contact'), act: 'VR', display: 'virtual', by: 'gp', source: 'practice' },
  'medication-review': {
    type: {
      coding: [snomed('1239511000000100', 'Structured medication review')],
      text: 'Structured medication review',
    },
    act: 'VR',
    display: 'virtual',
    by: 'pharmacist',
    source: 'practice',
  },
  'hospital-stay': {
    type: text('Hospital stay'),
    act: 'IMP',
    display: 'inpatient encounter',
    by: 'hospital',
    source: 'hospital',
  },
};

/** Writes the events of the story: falls, visits, vaccinations, hospital stays and the like. */
export function events(resident: Resident): Resource[] {
  return [
    ...(resident.story.events ?? []).map((event, n) => encounter(resident, event, n)),
    ...vaccinations(resident),
  ];
}

function encounter({ days, id, seed, patient, staff }: Resident, event: EventStory, n: number): Encounter {
  const { type, act, display, by, source } = KINDS[event.kind];
  return {
    resourceType: 'Encounter',
    id: id('event', n),
    meta: madeBy('UKCore-Encounter', source),
    status: event.cancelled ? 'cancelled' : 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: act, display },
    type: [type],
    subject: patient,
    participant: [{ individual: staff(by) }],
    period: { start: days.at(event.ago, '11:00'), end: days.at(event.until ?? event.ago, '11:30') },
    reasonCode: [text(event.words)],
    ...(source === 'hospital' ? {} : { location: [{ location: homeLocation(seed) }] }),
    serviceProvider: organizationReference(seed, source),
  };
}

function vaccinations({ story, days, id, patient }: Resident): Immunization[] {
  return (story.vaccines ?? []).map(({ name, ago, declined }, n) => ({
    resourceType: 'Immunization',
    id: id('vaccine', n),
    meta: madeBy('UKCore-Immunization', 'practice'),
    status: declined === undefined ? 'completed' : 'not-done',
    ...(declined === undefined ? {} : { statusReason: { ...hl7('v3-ActReason', 'PATOBJ'), text: declined } }),
    vaccineCode: text(name),
    patient,
    occurrenceDateTime: days.date(ago),
    primarySource: true,
  }));
}
