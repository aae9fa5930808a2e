import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '../../../record.fixtures.ts';
import { RESOURCES, type ReadableType } from '../resources/index.ts';
import { moreOf } from './more.ts';

const to = (reference: string) => ({ reference });
const coded = (code: string) => ({ coding: [{ code }] });

/**
 * What systems write for their machines, their bookings and their payers. Beside a fact it would bury what a reader
 * has to see among twenty lines that say nothing of the resident.
 */
const FOR_MACHINES: Readonly<Partial<Record<ReadableType, Json>>> = {
  Encounter: {
    length: { value: 5, unit: 'd' },
    statusHistory: [{ status: 'planned', period: { start: '2026-01-01' } }],
    classHistory: [{ class: { code: 'AMB' }, period: { start: '2026-01-01' } }],
    episodeOfCare: [to('EpisodeOfCare/e')],
    basedOn: [to('ServiceRequest/s')],
    appointment: [to('Appointment/a')],
    account: [to('Account/a')],
    diagnosis: [{ condition: to('Condition/c'), rank: 1 }],
    hospitalization: { preAdmissionIdentifier: { value: '77' } },
    partOf: to('Encounter/f'),
    participant: [
      { type: [coded('ATND')], period: { start: '2026-01-01' }, individual: to('Practitioner/p') },
    ],
    location: [{ location: to('Location/l'), physicalType: coded('wa') }],
  },
  MedicationRequest: {
    dispenseRequest: {
      quantity: { value: 28, unit: 'tablet' },
      expectedSupplyDuration: { value: 28, unit: 'd' },
      performer: to('Organization/o'),
      dispenseInterval: { value: 28, unit: 'd' },
      initialFill: { quantity: { value: 28 } },
    },
    groupIdentifier: { value: '77' },
    recorder: to('Practitioner/p'),
    insurance: [to('Coverage/c')],
    eventHistory: [to('Provenance/p')],
    instantiatesCanonical: ['https://example.org/protocol'],
    instantiatesUri: ['https://example.org/protocol'],
    encounter: to('Encounter/e'),
  },
  MedicationStatement: { context: to('Encounter/e'), partOf: [to('MedicationAdministration/m')] },
  Observation: {
    issued: '2026-01-01T10:00:00Z',
    basedOn: [to('ServiceRequest/s')],
    partOf: [to('Procedure/p')],
    device: to('Device/d'),
    encounter: to('Encounter/e'),
  },
  Patient: {
    address: [{ line: ['1 High Street'] }],
    telecom: [{ system: 'phone', value: '01632 960111' }],
    maritalStatus: coded('W'),
    photo: [{ title: 'Photograph' }],
    multipleBirthInteger: 2,
    managingOrganization: to('Organization/o'),
    contact: [{ name: { text: 'Ann Ashworth' }, gender: 'female', address: { line: ['1 High Street'] } }],
  },
  DocumentReference: {
    masterIdentifier: { value: '77' },
    authenticator: to('Practitioner/p'),
    custodian: to('Organization/o'),
    content: [{ attachment: { url: 'https://example.org/file' }, format: { code: 'xhtml' } }],
    context: {
      encounter: [to('Encounter/e')],
      facilityType: coded('1'),
      practiceSetting: coded('2'),
      sourcePatientInfo: to('Patient/p1'),
    },
  },
  Immunization: {
    encounter: to('Encounter/e'),
    recorded: '2026-01-01',
    location: to('Location/l'),
    manufacturer: to('Organization/o'),
    lotNumber: 'A77',
    expirationDate: '2027-01-01',
    site: coded('LA'),
    route: coded('IM'),
    performer: [{ function: coded('AP'), actor: to('Practitioner/p') }],
    education: [{ documentType: 'leaflet' }],
    programEligibility: [coded('1')],
    fundingSource: coded('private'),
  },
  Procedure: {
    basedOn: [to('ServiceRequest/s')],
    partOf: [to('Procedure/q')],
    category: coded('1'),
    encounter: to('Encounter/e'),
    instantiatesCanonical: ['https://example.org/protocol'],
    instantiatesUri: ['https://example.org/protocol'],
  },
  Condition: { encounter: to('Encounter/e') },
  AllergyIntolerance: { encounter: to('Encounter/e') },
};

for (const [type, fields] of Object.entries(FOR_MACHINES))
  test(`what systems write into a record of type ${type} for machines, bookings and payers is not put beside the fact`, () => {
    const raw = { resourceType: type, id: 'x', language: 'en-GB', identifier: [{ value: '77' }], ...fields };
    assert.deepEqual(moreOf(RESOURCES[type as ReadableType], raw), []);
  });
