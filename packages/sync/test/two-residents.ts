/** Two small records for one server. Both residents are fictional. */
const subject = (patient: string) => ({ reference: `Patient/${patient}` });
const text = (words: string) => ({ text: words });
const active = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
};
const allergyActive = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' }],
};

const recordOf = (
  id: string,
  family: string,
  given: string,
  born: string,
  nhsNumber: string,
  allergy: string,
  problem: string,
  medicine: string,
) => [
  {
    resourceType: 'Patient',
    id,
    name: [{ use: 'official', family, given: [given] }],
    birthDate: born,
    gender: 'female',
    identifier: [
      {
        system: 'https://fhir.nhs.uk/Id/nhs-number',
        value: nhsNumber,
        extension: [
          {
            url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus',
            valueCodeableConcept: {
              coding: [
                {
                  system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatusEngland',
                  code: '01',
                },
              ],
            },
          },
        ],
      },
    ],
  },
  {
    resourceType: 'AllergyIntolerance',
    id: `${id}-allergy`,
    patient: subject(id),
    clinicalStatus: allergyActive,
    code: text(allergy),
    recordedDate: '2026-03-02',
  },
  {
    resourceType: 'Condition',
    id: `${id}-condition`,
    subject: subject(id),
    clinicalStatus: active,
    code: text(problem),
    recordedDate: '2025-11-02',
  },
  {
    resourceType: 'MedicationStatement',
    id: `${id}-medicine`,
    subject: subject(id),
    status: 'active',
    medicationReference: { reference: `Medication/${id}-product` },
    dateAsserted: '2026-11-01',
  },
  { resourceType: 'Medication', id: `${id}-product`, code: text(medicine) },
];

export const RESIDENTS = { agnes: 'agnes', bertha: 'bertha' } as const;

export const twoResidents = [
  ...recordOf(
    'agnes',
    'Ashdown',
    'Agnes',
    '1938-02-11',
    '9990000018',
    'penicillin',
    'heart failure',
    'bisoprolol',
  ),
  ...recordOf(
    'bertha',
    'Birchall',
    'Bertha',
    '1941-07-14',
    '9990000026',
    'latex',
    'osteoporosis',
    'alendronic acid',
  ),
  {
    resourceType: 'Group',
    id: 'roster',
    type: 'person',
    actual: true,
    member: [
      { entity: subject('agnes') },
      { entity: subject('bertha') },
      { entity: subject('gone') },
      { entity: subject('left'), inactive: true },
    ],
  },
  {
    resourceType: 'List',
    id: 'list',
    status: 'current',
    mode: 'working',
    entry: [{ item: subject('bertha') }, { item: subject('agnes'), deleted: true }],
  },
  { resourceType: 'Location', id: 'home', name: 'The Laurels' },
  { resourceType: 'Location', id: 'room-2', name: 'Room 2', partOf: { reference: 'Location/home' } },
  {
    resourceType: 'Encounter',
    id: 'stay',
    status: 'in-progress',
    class: { code: 'NONAC' },
    subject: subject('agnes'),
    location: [{ location: { reference: 'Location/room-2' } }],
  },
];
