import { EhchError, type LeftHome, type ResidentEntered } from '@ehch/clinical';
import type { PartialDate } from '@ehch/clinical/time';
import { EXTENSION, NHS_NUMBER } from '../../codes/systems.ts';
import { isObject, textAt, type JsonObject } from '../../entry.ts';
import { derivedId } from './derived-id.ts';
import { createPart } from './finish-assessment.ts';
import type { JsonValue, WrittenEdit, WrittenPart } from './operation.ts';

const PROFILE = 'https://fhir.hl7.org.uk/StructureDefinition/UKCore-';
/** CodeSystem UKCore-NHSNumberVerificationStatusEngland: somebody typed it, and nobody has traced it. */
const NOT_TRACED = {
  system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatusEngland',
  code: '02',
  display: 'Number present but not traced',
};

export interface ResidentWriting {
  readonly intent: string;
  readonly resident: string;
  readonly person: ResidentEntered;
  readonly home: { readonly name: string };
}

/**
 * A resident of a home without a server as resources: the Patient, the stay, and the room. An EpisodeOfCare has no place for
 * a room, so an Encounter carries it, as in the records of a home with a server. A room that is not known is a Location
 * without a name, so that it can be written in later.
 */
export function residentParts({ intent, resident, person, home }: ResidentWriting): readonly WrittenPart[] {
  const [stay, residence, room] = [1, 2, 3].map((place) => derivedId(intent, place));
  return [
    {
      resourceType: 'Patient',
      id: resident,
      meta: { profile: [`${PROFILE}Patient`] },
      active: true,
      ...identifying(person),
    },
    {
      resourceType: 'EpisodeOfCare',
      id: stay,
      meta: { profile: [`${PROFILE}EpisodeOfCare`] },
      status: 'active',
      patient: { reference: `Patient/${resident}` },
      managingOrganization: { display: home.name },
    },
    {
      resourceType: 'Encounter',
      id: residence,
      meta: { profile: [`${PROFILE}Encounter`] },
      status: 'in-progress',
      class: {
        system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
        code: 'HH',
        display: 'home health',
      },
      type: [{ text: 'Residence in care home' }],
      subject: { reference: `Patient/${resident}` },
      episodeOfCare: [{ reference: `EpisodeOfCare/${stay}` }],
      location: [{ location: { reference: `Location/${room}` }, status: 'active' }],
      serviceProvider: { display: home.name },
      // When somebody was put on the list is not when they moved in, so no period is written.
    },
    {
      resourceType: 'Location',
      id: room,
      meta: { profile: [`${PROFILE}Location`] },
      ...named(person),
      partOf: { display: home.name },
    },
  ].map((resource) => createPart(resource));
}

const named = ({ room }: ResidentEntered): JsonObject => (room === null ? {} : { name: room });

/** The elements of a Patient that say who it is. */
function identifying({ family, given, born, nhsNumber }: ResidentEntered): JsonObject {
  return {
    ...(nhsNumber === null ? {} : { identifier: [numberOf(nhsNumber)] }),
    name: [{ use: 'official', family, given: [...given] }],
    ...(born === null ? {} : { birthDate: born }),
  };
}

function numberOf(value: string): JsonObject {
  const status = { url: EXTENSION.nhsNumberVerification, valueCodeableConcept: { coding: [NOT_TRACED] } };
  return { extension: [status], system: NHS_NUMBER, value };
}

/**
 * The changes that make the written resources say what was entered now.
 *
 * @param written the resources of this resident, as they lie here
 */
export function correctedParts(
  resident: string,
  person: ResidentEntered,
  written: readonly JsonObject[],
): readonly WrittenPart[] {
  const patient = oneOf(written, 'Patient', resident);
  const room = roomIn(written);
  return [
    ...partOf(patient, [
      change(patient, 'identifier', identifying(person)['identifier']),
      change(patient, 'name', identifying(person)['name']),
      change(patient, 'birthDate', identifying(person)['birthDate']),
    ]),
    ...(room === null ? [] : partOf(room, [change(room, 'name', person.room ?? undefined)])),
  ];
}

/** The changes that end the stay. The Patient of somebody who died says so, with the day as far as it is known. */
export function leftParts(
  resident: string,
  { why, on }: { readonly why: LeftHome; readonly on: PartialDate | null },
  written: readonly JsonObject[],
): readonly WrittenPart[] {
  const patient = oneOf(written, 'Patient', resident);
  const stays = written.filter(
    ({ resourceType }) => resourceType === 'EpisodeOfCare' || resourceType === 'Encounter',
  );
  const died = why === 'died' && on === null ? change(patient, 'deceasedBoolean', true) : [];
  const diedOn = why === 'died' && on !== null ? change(patient, 'deceasedDateTime', on) : [];
  return [
    ...partOf(patient, [change(patient, 'active', false), died, diedOn]),
    ...stays.flatMap((stay) =>
      partOf(stay, [
        change(stay, 'status', 'finished'),
        on === null ? [] : change(stay, 'period', { end: on }),
      ]),
    ),
  ];
}

function oneOf(written: readonly JsonObject[], type: string, id: string): JsonObject {
  const found = written.find((resource) => resource['resourceType'] === type && resource['id'] === id);
  if (found !== undefined) return found;
  throw new EhchError('bad-argument', 'The resident is not on the list of this home. Read the list again.');
}

/** The place that the residence names. */
function roomIn(written: readonly JsonObject[]): JsonObject | null {
  return written.find(({ resourceType }) => resourceType === 'Location') ?? null;
}

/** The edit of one element. None, where it says so already. */
function change(resource: JsonObject, element: string, to: unknown): readonly WrittenEdit[] {
  const before = resource[element];
  if (JSON.stringify(before) === JSON.stringify(to)) return [];
  return [{ path: [element], from: valueOf(before), to: valueOf(to) }];
}

function valueOf(value: unknown): WrittenEdit['from'] {
  return value === undefined ? { is: 'absent' } : { is: 'value', value: value as JsonValue };
}

function partOf(resource: JsonObject, edits: readonly (readonly WrittenEdit[])[]): readonly WrittenPart[] {
  const all = edits.flat();
  const [type, id] = [textAt(resource, 'resourceType'), textAt(resource, 'id')];
  if (all.length === 0 || type === null || id === null) return [];
  const meta = isObject(resource['meta']) ? resource['meta'] : null;
  return [{ op: 'update', type, id, edits: all, base: textAt(meta, 'versionId') }];
}
