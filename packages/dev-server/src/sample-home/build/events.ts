import type { Encounter, Immunization, Resource } from '@medplum/fhirtypes';
import { hl7, text } from '../codes.ts';
import { homeLocation, organizationReference } from '../places.ts';
import { madeBy, type Resident } from '../resident.ts';
import type { EventStory } from '../story.ts';

const KINDS: Readonly<Record<EventStory['kind'], { type: string; act: string; display: string }>> = {
  fall: { type: 'Fall in the home', act: 'HH', display: 'home health' },
  visit: { type: 'Visit to the care home', act: 'HH', display: 'home health' },
  phone: { type: 'Telephone contact', act: 'VR', display: 'virtual' },
  'hospital-stay': { type: 'Hospital stay', act: 'IMP', display: 'inpatient encounter' },
};

export function events(resident: Resident): Resource[] {
  return [
    ...(resident.story.events ?? []).map((event, n) => encounter(resident, event, n)),
    ...vaccinations(resident),
  ];
}

function encounter({ days, id, seed, patient }: Resident, event: EventStory, n: number): Encounter {
  const { type, act, display } = KINDS[event.kind];
  const away = event.kind === 'hospital-stay';
  const practice = event.kind === 'visit' || event.kind === 'phone';
  return {
    resourceType: 'Encounter',
    id: id('event', n),
    meta: madeBy('UKCore-Encounter', away ? 'hospital' : practice ? 'practice' : 'home'),
    status: event.cancelled ? 'cancelled' : 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: act, display },
    type: [text(type)],
    subject: patient,
    period: { start: days.at(event.ago, '11:00'), end: days.at(event.until ?? event.ago, '11:30') },
    reasonCode: [text(event.words)],
    ...(away ? {} : { location: [{ location: homeLocation(seed) }] }),
    serviceProvider: organizationReference(seed, away ? 'hospital' : practice ? 'practice' : 'home'),
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
