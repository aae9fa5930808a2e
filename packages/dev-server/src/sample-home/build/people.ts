import type { CareTeam, CodeableConcept, RelatedPerson, Resource } from '@medplum/fhirtypes';
import { snomed, text } from '../codes.ts';
import { organizationReference } from '../places.ts';
import { madeBy, type Resident } from '../resident.ts';
import { STAFF, type AnyStaff } from '../staff-list.ts';
import type { PersonStory } from '../story.ts';

const ROLES: Readonly<Record<NonNullable<PersonStory['roles']>[number], CodeableConcept>> = {
  'next-of-kin': {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0131', code: 'N' }],
    text: 'Next of kin',
  },
  'first-contact': {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0131', code: 'C' }],
    text: 'First contact',
  },
  'attorney-health': {
    coding: [snomed('365567004')],
    text: 'Lasting power of attorney, health and welfare',
  },
  'attorney-property': text('Lasting power of attorney, property and financial affairs'),
};

/** Writes family and friends as RelatedPersons, and the professionals as a CareTeam. */
export function people(resident: Resident): Resource[] {
  const { story, id, patient } = resident;
  const contacts = (story.people ?? []).map(
    ({ given, family, relation, phone, roles = [] }, n): RelatedPerson => ({
      resourceType: 'RelatedPerson',
      id: id('person', n),
      meta: madeBy('UKCore-RelatedPerson', 'home'),
      active: true,
      patient,
      relationship: [text(relation), ...roles.map((role) => ROLES[role])],
      name: [{ use: 'official', family, given: [given] }],
      // Ofcom reserves 01632 960000 to 960999 for drama, so these numbers ring nobody.
      ...(phone === undefined
        ? {}
        : { telecom: [{ system: 'phone', use: 'home', value: `01632 960${phone}` }] }),
    }),
  );
  // A resident without any record has no team either.
  return story.people === undefined && story.plan === undefined
    ? contacts
    : [...contacts, careTeam(resident)];
}

const TEAM: readonly AnyStaff[] = ['gp', 'nurse', 'pharmacist'];

function careTeam({ story, id, patient, seed, days, staff }: Resident): CareTeam {
  const members = story.practice === 'other' ? TEAM.filter((name) => name === 'nurse') : TEAM;
  return {
    resourceType: 'CareTeam',
    id: id('team'),
    meta: madeBy('UKCore-CareTeam', 'practice'),
    status: story.died === undefined ? 'active' : 'inactive',
    name: 'Care home team',
    subject: patient,
    period: { start: days.date(story.stay.since) },
    participant: members.map((name) => ({ role: [text(STAFF[name].role)], member: staff(name) })),
    managingOrganization: [organizationReference(seed, 'home')],
  };
}
