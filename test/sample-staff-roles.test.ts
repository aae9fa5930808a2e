import assert from 'node:assert/strict';
import { test } from 'node:test';
import { staffRolesIn } from '../packages/fhir/src/index.ts';
import { sampleHome, sampleStaff } from '../packages/dev-server/src/index.ts';

/** Whoever signs in to the sample home, and the role that the codes of the record give them. */
const MEANT: Readonly<Record<string, string>> = {
  gp: 'gp',
  pharmacist: 'pcn-pharmacist',
  nurse: 'nurse',
  manager: 'home-manager',
  carer: 'senior-carer',
  physio: 'therapist',
  dietitian: 'dietitian',
  therapist: 'therapist',
  matron: 'matron',
  'community-pharmacist': 'community-pharmacist',
  'care-coordinator': 'care-coordinator',
  'social-worker': 'social-worker',
  voluntary: 'voluntary',
  educator: 'educator',
  safeguarding: 'safeguarding-lead',
  visiting: 'visiting-clinician',
  'care-assistant': 'carer',
  agency: 'agency-carer',
  kitchen: 'kitchen-or-domestic',
  domestic: 'kitchen-or-domestic',
  // A specialist of a hospital sees one resident, or nobody.
  hospital: 'visiting-clinician',
  // An ambulance has no role of the kit: its people see the least.
  ambulance: 'unknown',
};

test('each of the sample staff has the role that is meant, by the codes of the record alone', () => {
  const { resources, placeConfiguration: place } = sampleHome();
  const roles = sampleStaff().map(({ key, fhirUser }) => {
    const { held } = staffRolesIn(resources, {
      person: fhirUser,
      fhirBaseUrl: 'https://record.test/fhir',
      place,
    });
    return [key, held.map(({ role }) => role).join(' ')];
  });
  assert.deepEqual(Object.fromEntries(roles), MEANT);
});
