import type { CodeableConcept, Consent, Flag, Resource } from '@medplum/fhirtypes';
import { hl7 } from '../codes.ts';
import { organizationReference } from '../places.ts';
import { madeBy, type Resident } from '../resident.ts';
import type { FlagStory } from '../story.ts';

const HEADINGS = 'https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings';

/** The heading of a Flag, from UK Core's record standard headings if there is one. */
const CATEGORY: Readonly<Record<FlagStory['kind'], CodeableConcept>> = {
  'reasonable-adjustment': {
    coding: [{ system: HEADINGS, code: 'reasonable-adjustments-for-health-and-care-access' }],
    text: 'Reasonable adjustment',
  },
  'deprivation-of-liberty': {
    coding: [{ system: HEADINGS, code: 'deprivation-of-liberty-safeguards-or-equivalent' }],
    text: 'Deprivation of Liberty Safeguards',
  },
  infection: { ...hl7('flag-category', 'safety'), text: 'Infection' },
  safeguarding: { ...hl7('flag-category', 'safety'), text: 'Safeguarding' },
};

/** Writes the alerts as Flags, and an objection to sharing as a Consent. */
export function alerts(resident: Resident): Resource[] {
  const { story, days, id, patient, staff } = resident;
  const flags = (story.flags ?? []).map(({ kind, words, on, until }, n): Flag => ({
    resourceType: 'Flag',
    id: id('flag', n),
    meta: madeBy('UKCore-Flag', 'home'),
    status: 'active',
    category: [CATEGORY[kind]],
    code: { text: words },
    subject: patient,
    period: { start: days.date(on), ...(until === undefined ? {} : { end: days.date(until) }) },
    author: staff('manager'),
  }));
  return story.objectsToSharing === undefined
    ? flags
    : [...flags, objection(resident, story.objectsToSharing)];
}

/** The Consent of a resident who objects to sharing beyond the home and the resident's own practice. */
function objection({ seed, days, id, patient }: Resident, on: number): Consent {
  return {
    resourceType: 'Consent',
    id: id('objection'),
    meta: madeBy('UKCore-Consent', 'practice'),
    status: 'active',
    scope: hl7('consentscope', 'patient-privacy'),
    category: [
      {
        coding: [{ system: 'http://loinc.org', code: '59284-0' }],
        text: 'Objection to sharing of the record',
      },
    ],
    patient,
    dateTime: days.date(on),
    organization: [organizationReference(seed, 'practice')],
    policyRule: hl7('v3-ActCode', 'OPTOUT'),
    provision: { type: 'deny' },
  };
}
