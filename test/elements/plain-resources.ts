/** A plain resource of each type, and several where the summary shows a type in several ways. A view shows each as it is. */

export type Json = { readonly [key: string]: unknown };

export const NOW = '2026-11-21T09:30:00Z';

export const PATIENT: Json = {
  resourceType: 'Patient',
  id: 'p',
  name: [{ use: 'official', family: 'Ashdown', given: ['Vera'] }],
  birthDate: '1938-04-02',
  identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000018' }],
};

/** Other resources, to which references may lead. */
const PRACTITIONER = { resourceType: 'Practitioner', id: 'zz', name: [{ text: 'Dr Zz Obi' }] };

const hers = { subject: { reference: 'Patient/p' } };
const words = (text: string) => ({ text });
const coded = (code: string, display: string, system = 'http://snomed.info/sct') => ({
  coding: [{ system, code, display }],
});
const status = (system: string, code: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }],
});
const on = { effectiveDateTime: '2026-11-20' };
const observed = { resourceType: 'Observation', id: 'x', status: 'final', ...hers, ...on };

export interface Plain {
  /** The name of the plain resource, where the type has several. */
  readonly name: string;
  readonly resource: Json;
  /** The other resources of the record. */
  readonly beside?: readonly Json[];
}

/** A team that names the plain resource as its only member. */
const teamWith = (reference: string): Json => ({
  resourceType: 'CareTeam',
  id: 'team',
  ...hers,
  status: 'active',
  participant: [{ member: { reference } }],
});

const plain = (resource: Json, name = '', beside: readonly Json[] = []): Plain => ({
  name,
  resource: { id: 'x', ...resource },
  beside: [PRACTITIONER, ...beside],
});

export const PLAIN: Readonly<Record<string, readonly Plain[]>> = {
  Patient: [{ name: '', resource: PATIENT, beside: [PRACTITIONER] }],
  RelatedPerson: [
    plain({ resourceType: 'RelatedPerson', patient: hers.subject, name: [{ text: 'Tom Ashdown' }] }),
  ],
  Condition: [plain({ resourceType: 'Condition', ...hers, code: words('Asthma') })],
  AllergyIntolerance: [
    plain({ resourceType: 'AllergyIntolerance', patient: hers.subject, code: words('Penicillin') }),
  ],
  MedicationStatement: [
    plain({
      resourceType: 'MedicationStatement',
      ...hers,
      status: 'active',
      medicationCodeableConcept: words('Ramipril 5 mg capsules'),
    }),
  ],
  MedicationRequest: [
    plain({
      resourceType: 'MedicationRequest',
      ...hers,
      status: 'active',
      intent: 'order',
      medicationCodeableConcept: words('Ramipril 5 mg capsules'),
    }),
  ],
  Medication: [
    plain({ resourceType: 'Medication', id: 'med', code: words('Ramipril 5 mg capsules') }, '', [
      {
        resourceType: 'MedicationRequest',
        id: 'mr',
        ...hers,
        status: 'active',
        intent: 'order',
        medicationReference: { reference: 'Medication/med' },
      },
    ]),
  ],
  Observation: [
    plain(
      {
        ...observed,
        code: coded('27113001', 'Body weight'),
        valueQuantity: { value: 50, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
      },
      'weight',
    ),
    plain(
      {
        ...observed,
        code: coded('1104051000000101', 'NEWS2 total score'),
        valueQuantity: { value: 3, unit: '{score}', system: 'http://unitsofmeasure.org', code: '{score}' },
      },
      'NEWS2 total',
    ),
    plain(
      {
        ...observed,
        code: coded('8867-4', 'Heart rate', 'http://loinc.org'),
        valueQuantity: { value: 72, unit: 'beats/minute', system: 'http://unitsofmeasure.org', code: '/min' },
      },
      'a vital sign',
    ),
    plain(
      { ...observed, code: coded('763264000', 'Canadian Study … Clinical Frailty Scale'), valueInteger: 6 },
      'frailty',
    ),
    plain({ ...observed, code: coded('450476008', 'Not for attempted CPR') }, 'a decision about CPR'),
  ],
  Flag: [plain({ resourceType: 'Flag', ...hers, status: 'active', code: words('Lives with a guide dog') })],
  Consent: [
    plain({
      resourceType: 'Consent',
      patient: hers.subject,
      status: 'active',
      scope: status('consentscope', 'treatment'),
      category: [status('consentcategorycodes', 'acd')],
      dateTime: '2026-02-01',
      provision: { type: 'deny', code: [words('Ventilation')] },
    }),
  ],
  CarePlan: [
    plain({ resourceType: 'CarePlan', ...hers, status: 'active', intent: 'plan', title: 'Care and support' }),
  ],
  Goal: [
    plain({
      resourceType: 'Goal',
      ...hers,
      lifecycleStatus: 'active',
      description: words('Walk to the garden'),
    }),
  ],
  CareTeam: [
    plain({
      resourceType: 'CareTeam',
      ...hers,
      status: 'active',
      participant: [{ member: { display: 'Nurse Adeyemi' } }],
    }),
  ],
  Encounter: [
    plain({
      resourceType: 'Encounter',
      ...hers,
      status: 'finished',
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'IMP' },
      period: { start: '2026-10-01', end: '2026-10-05' },
    }),
  ],
  EpisodeOfCare: [
    plain({
      resourceType: 'EpisodeOfCare',
      patient: hers.subject,
      status: 'active',
      period: { start: '2026-01-05' },
      managingOrganization: { display: 'Rowan Court' },
    }),
  ],
  Immunization: [
    plain({
      resourceType: 'Immunization',
      patient: hers.subject,
      status: 'completed',
      vaccineCode: words('Influenza vaccine'),
      occurrenceDateTime: '2026-10-01',
    }),
  ],
  DocumentReference: [
    plain({
      resourceType: 'DocumentReference',
      ...hers,
      status: 'current',
      type: words('Discharge summary'),
      date: '2026-10-05T09:00:00Z',
      content: [{ attachment: { title: 'Discharge summary' } }],
    }),
  ],
  Task: [
    plain({
      resourceType: 'Task',
      for: hers.subject,
      status: 'requested',
      intent: 'order',
      description: 'Look at her leg',
      authoredOn: '2026-11-20T08:00:00Z',
    }),
  ],
  Communication: [
    plain({
      resourceType: 'Communication',
      ...hers,
      status: 'completed',
      sent: '2026-11-20T08:00:00Z',
      payload: [{ contentString: 'Her daughter rang' }],
    }),
  ],
  QuestionnaireResponse: [
    plain({
      resourceType: 'QuestionnaireResponse',
      ...hers,
      status: 'completed',
      authored: '2026-11-01T09:00:00Z',
      item: [{ linkId: '1', text: 'What she enjoys', answer: [{ valueString: 'My garden' }] }],
    }),
  ],
  List: [
    plain({
      resourceType: 'List',
      ...hers,
      status: 'current',
      mode: 'snapshot',
      code: coded('52472-8', 'Allergies and adverse reactions', 'http://loinc.org'),
      emptyReason: status('list-empty-reason', 'nilknown'),
      date: '2026-11-01',
    }),
  ],
  ServiceRequest: [
    plain(
      {
        resourceType: 'ServiceRequest',
        ...hers,
        status: 'active',
        intent: 'directive',
        code: words('Antibiotics by mouth'),
      },
      'a directive',
    ),
    plain(
      {
        resourceType: 'ServiceRequest',
        ...hers,
        status: 'active',
        intent: 'order',
        code: coded('450476008', 'Not for attempted CPR'),
      },
      'a decision about CPR',
    ),
  ],
  Practitioner: [
    plain({ resourceType: 'Practitioner', name: [{ text: 'Dr Ines Roe' }] }, 'in a team', [
      teamWith('Practitioner/x'),
    ]),
  ],
  PractitionerRole: [
    plain(
      {
        resourceType: 'PractitionerRole',
        practitioner: { display: 'Dr Ines Roe' },
        code: [words('Pharmacist')],
        telecom: [{ system: 'phone', value: '01632 960111' }],
      },
      'in a team',
      [teamWith('PractitionerRole/x')],
    ),
  ],
  Organization: [
    plain({ resourceType: 'Organization', name: 'Hollin Surgery' }, 'in a team', [
      teamWith('Organization/x'),
    ]),
  ],
  Location: [
    plain({ resourceType: 'Location', name: 'Day room' }, 'in a team', [teamWith('Location/x')]),
    plain({ resourceType: 'Location', name: 'Room 4', partOf: { display: 'Rowan Court' } }, 'a room', [
      {
        resourceType: 'Encounter',
        id: 'lives',
        ...hers,
        status: 'in-progress',
        class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'HH' },
        type: [words('Residence in care home')],
        location: [{ location: { reference: 'Location/x' } }],
      },
    ]),
  ],
  Device: [
    plain({ resourceType: 'Device', deviceName: [{ name: 'Fall sensor' }] }, 'in a team', [
      teamWith('Device/x'),
    ]),
  ],
  Procedure: [
    plain(
      {
        resourceType: 'Procedure',
        ...hers,
        status: 'completed',
        code: coded('450476008', 'Not for attempted CPR'),
      },
      'a decision about CPR',
    ),
  ],
};

/** Puts fields into the object at a path. Where the path goes through a list, it does so in every item. */
export function put(value: unknown, [first, ...rest]: readonly string[], fields: Json): unknown {
  if (Array.isArray(value))
    return value.map((item) => put(item, first === undefined ? [] : [first, ...rest], fields));
  if (typeof value !== 'object' || value === null) return value;
  if (first === undefined) return { ...value, ...fields };
  return { ...value, [first]: put((value as Json)[first], rest, fields) };
}
