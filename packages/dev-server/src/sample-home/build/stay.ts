import type { Encounter, EpisodeOfCare, Resource } from '@medplum/fhirtypes';
import { text } from '../codes.ts';
import { hospitalLocation, organizationReference, roomLocation } from '../places.ts';
import { madeBy, type Resident } from '../resident.ts';

/**
 * Writes the stay as an EpisodeOfCare of the home. The room is the location of a long Encounter in it, because an
 * EpisodeOfCare has no location. A hospital stay is an Encounter of the hospital.
 */
export function stay(resident: Resident): Resource[] {
  return [episode(resident), inRoom(resident), ...hospitalStays(resident)];
}

function episode({ story, days, id, seed, patient }: Resident): EpisodeOfCare {
  const since = days.date(story.stay.since);
  const ended = story.died;
  return {
    resourceType: 'EpisodeOfCare',
    id: id('stay'),
    meta: madeBy('UKCore-EpisodeOfCare', 'home'),
    status: ended !== undefined ? 'finished' : story.stay.inHospital ? 'onhold' : 'active',
    type: [text(story.stay.kind === 'respite' ? 'Respite stay' : 'Permanent stay')],
    patient,
    managingOrganization: organizationReference(seed, 'home'),
    period: { start: since, ...(ended === undefined ? {} : { end: days.date(ended) }) },
  };
}

function inRoom({ story, days, id, seed, patient }: Resident): Encounter {
  const start = days.date(story.stay.since);
  const end = story.died === undefined ? {} : { end: days.date(story.died) };
  return {
    resourceType: 'Encounter',
    id: id('room'),
    meta: madeBy('UKCore-Encounter', 'home'),
    status: story.died === undefined ? (story.stay.inHospital ? 'onleave' : 'in-progress') : 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'HH', display: 'home health' },
    type: [text('Residence in care home')],
    subject: patient,
    episodeOfCare: [{ reference: `EpisodeOfCare/${id('stay')}` }],
    period: { start, ...end },
    location: [
      { location: roomLocation(seed, story.stay.room), status: 'active', period: { start, ...end } },
    ],
    serviceProvider: organizationReference(seed, 'home'),
  };
}

function hospitalStays({ story, days, id, seed, patient }: Resident): Encounter[] {
  const { inHospital, back } = story.stay;
  const hospital = (period: Encounter['period'], why: string, key: string): Encounter => ({
    resourceType: 'Encounter',
    id: id(key),
    meta: madeBy('UKCore-Encounter', 'hospital'),
    status: period?.end === undefined ? 'in-progress' : 'finished',
    class: {
      system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
      code: 'IMP',
      display: 'inpatient encounter',
    },
    type: [text('Hospital stay')],
    subject: patient,
    ...(period ? { period } : {}),
    reasonCode: [text(why)],
    location: [{ location: hospitalLocation(seed) }],
    serviceProvider: organizationReference(seed, 'hospital'),
  });
  return [
    ...(inHospital
      ? [hospital({ start: days.at(inHospital.since, '03:20') }, inHospital.why, 'in-hospital')]
      : []),
    ...(back
      ? [hospital({ start: days.at(back.away, '02:10'), end: days.at(back.on, back.at) }, back.why, 'back')]
      : []),
  ];
}
