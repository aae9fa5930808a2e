// Faults that public bug reports describe of other products, tried on ours with inputs of our own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ResidentView } from '../../packages/clinical/src/index.ts';
import { buildView } from '../../packages/fhir/src/index.ts';
import { wordsOf } from '../elements/words-of.ts';

type Json = Readonly<Record<string, unknown>>;

const NOW = '2026-11-21T09:30:00Z';
const hers = { subject: { reference: 'Patient/p' } };
const VERA: Json = {
  resourceType: 'Patient',
  id: 'p',
  name: [{ use: 'official', family: 'Ashdown', given: ['Vera'] }],
  birthDate: '1938-12-02',
};
const sct = (code: string, display: string) => ({
  coding: [{ system: 'http://snomed.info/sct', code, display }],
});
const observed = (code: string, display: string, more: Json): Json => ({
  resourceType: 'Observation',
  id: code,
  status: 'final',
  ...hers,
  effectiveDateTime: '2026-11-20T08:00:00Z',
  code: { coding: [{ system: 'http://loinc.org', code, display }] },
  ...more,
});
const laboratory = {
  category: [
    {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }],
    },
  ],
};

function viewOf(resources: readonly Json[], patient: Json = VERA): ResidentView {
  const all = [patient, ...resources];
  return buildView({
    resident: 'r',
    patient: 'p',
    resources: all,
    outcomes: {},
    now: NOW,
    sourceLabel: 'test',
  }).view;
}

function says(resources: readonly Json[], right: RegExp, wrong: RegExp, patient: Json = VERA): void {
  const words = wordsOf(viewOf(resources, patient), NOW);
  assert.match(words, right);
  assert.doesNotMatch(words, wrong);
}

const quantity = (value: number, unit: string, code: string, more: Json = {}): Json => ({
  valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code, ...more },
});
const prescribed = (text: string, more: Json): Json => ({
  resourceType: 'MedicationRequest',
  id: 'm',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: { text },
  ...hers,
  ...more,
});

test('a ReSPECT form by its full name, a plan with a coded decision and a request are decisions about CPR', () => {
  const decision = sct('450476008', 'Not for attempted cardiopulmonary resuscitation');
  const form: Json = {
    resourceType: 'QuestionnaireResponse',
    id: 'q',
    status: 'completed',
    ...hers,
    authored: '2026-01-01',
    item: [
      {
        linkId: '1',
        text: 'Recommended Summary Plan for Emergency Care and Treatment',
        item: [
          { linkId: '2', text: 'CPR decision', answer: [{ valueString: 'CPR attempts NOT recommended' }] },
        ],
      },
    ],
  };
  const plan: Json = {
    resourceType: 'CarePlan',
    id: 'c',
    status: 'active',
    intent: 'plan',
    title: 'ReSPECT',
    ...hers,
    activity: [{ detail: { status: 'in-progress', code: decision } }],
  };
  const request: Json = {
    resourceType: 'ServiceRequest',
    id: 's',
    status: 'active',
    intent: 'directive',
    ...hers,
    code: decision,
  };
  for (const each of [form, plan, request]) {
    const { limits } = viewOf([each]).sections;
    assert.match(JSON.stringify(limits), /"decision":"do-not-attempt"/, String(each['resourceType']));
  }
});

test('an open stay in the nursing home where the resident lives is the home, and not a stay away', () => {
  const stay: Json = {
    resourceType: 'Encounter',
    id: 'e',
    status: 'in-progress',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'NONAC' },
    type: [sct('160734000', 'Lives in a nursing home')],
    ...hers,
    period: { start: '2024-07-17' },
    serviceProvider: { display: 'Rowan Court Nursing Home' },
  };
  says([stay], /Rowan Court Nursing Home · since 17-Jul-2024/, /away|in hospital/i);
});

test('a blood pressure that came in two halves is one blood pressure', () => {
  const half = (code: string, value: number) => observed(code, 'Half', quantity(value, 'mmHg', 'mm[Hg]'));
  says([half('8480-6', 124), half('8462-4', 76)], /Blood pressure 124 over 76 mmHg/, /systolic/);
});

test('a title that is no list does not break the name', () => {
  const name = [{ use: 'usual', family: 'Ashdown', given: ['Vera'], prefix: 'Mrs' }];
  says([], /ASHDOWN, Vera \(Mrs\)/, /could not be read/, { ...VERA, name });
});

test('a weight in pounds that is coded as kilograms is shown as neither without a warning', () => {
  const { weight } = viewOf([observed('29463-7', 'Body weight', quantity(154, 'lb', 'kg'))]).sections;
  assert.match(JSON.stringify(weight), /"cautions":\["[a-z-]+"|"gaps":\[\{/);
});

test('a course that ended years ago is past its end date, and not in use', () => {
  const bounds = { boundsPeriod: { start: '2015-01-15', end: '2015-01-19' } };
  const course = prescribed('Azithromycin 250mg capsules', {
    authoredOn: '2015-01-15',
    dosageInstruction: [{ text: 'One daily for 4 days', timing: { repeat: bounds } }],
  });
  says([course], /1 past its end date/, /1 in use/);
});

test('ballerinax-health.fhir.r4 PR 250: a medicine that is not to be given says so', () => {
  const not = prescribed('Ibuprofen 400mg tablets', { doNotPerform: true, authoredOn: '2026-10-15' });
  says([not], /ibuprofen 400mg tablets — NOT TO BE GIVEN/, /1 in use/);
});

test('mere-medical PR 342, medplum PR 441: "more than 100" is not 100', () => {
  const result = { ...laboratory, ...quantity(100, 'umol/L', 'umol/L', { comparator: '>' }) };
  says([observed('2160-0', 'Creatinine', result)], /Creatinine > 100/, /Creatinine 100/);
});

test('mere-medical PR 341, ottehr 9565: a result that is a range keeps both ends', () => {
  const [low, high] = [50, 60].map((value) => ({ value, unit: 'umol/L' }));
  const result = { ...laboratory, valueRange: { low, high } };
  says(
    [observed('2160-0', 'Creatinine', result)],
    /Creatinine 50 umol\/L to 60 umol\/L/,
    /Creatinine 50 umol\/L 20-/,
  );
});

test('eq-survey-runner 445: a result of nought is a result', () => {
  says(
    [observed('2160-0', 'Creatinine', { ...laboratory, valueInteger: 0 })],
    /Creatinine 0 20-Nov-2026/,
    /Creatinine not/,
  );
});

test('smart-dev-sandbox 40: before this year’s birthday a person is a year younger; a year of birth alone gives no age', () => {
  says([], /Born 02-Dec-1938 .*\(87y\)/, /\(88y\)/);
  says([], /Born 1938/, /\(8[78]y\)/, { ...VERA, birthDate: '1938' });
});

test('dibbs-ecr-viewer 1338, smart-launcher PR 1: a death with a date and time is a death, and the age stops there', () => {
  says([], /Died 19-Nov-2026.*Age at Death 87y/, /\(87y\)/, {
    ...VERA,
    deceasedDateTime: '2026-11-19T04:15:00Z',
  });
});

test('au-fhir-test-data PR 56: a refuted allergy is neither an allergy nor "none known"', () => {
  const refuted: Json = {
    resourceType: 'AllergyIntolerance',
    id: 'a',
    patient: hers.subject,
    code: { text: 'Penicillin' },
    verificationStatus: {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification',
          code: 'refuted',
        },
      ],
    },
  };
  const { allergies } = viewOf([refuted]).sections;
  assert.doesNotMatch(JSON.stringify(allergies), /"kind":"recorded-as-none"/);
  says([refuted], /Allergies/, /Known allergies[^.]*Penicillin(?!.{0,40}([Rr]efuted|[Rr]uled out))/);
});

test('eCRNow 577: a condition that only its words call entered in error shows those words', () => {
  const voided: Json = {
    resourceType: 'Condition',
    id: 'c',
    ...hers,
    code: { text: 'Epilepsy' },
    verificationStatus: { text: 'Entered in Error' },
  };
  says([voided], /Epilepsy · Entered in Error/, /Epilepsy \./);
});

test('a flag in the formal words of an order not to attempt CPR is read as that decision', () => {
  const flag: Json = {
    resourceType: 'Flag',
    id: 'f',
    status: 'active',
    ...hers,
    code: { text: 'Do Not Attempt Cardiopulmonary Resuscitation (DNACPR) order' },
    period: { start: '2026-02-03' },
  };
  says([flag], /Agreed limits of treatment Not for CPR .*03-Feb-2026/, /CPR: no decision|Alerts Other/);
});

test('carlos PR 200, htmlformentry 833: a NEWS2 dated next year does not lead over yesterday’s', () => {
  const total = (id: string, effectiveDateTime: string, valueInteger: number): Json => ({
    ...observed('1104051000000101', 'NEWS2 total', { valueInteger, effectiveDateTime }),
    id,
    code: sct('1104051000000101', 'Royal College of Physicians NEWS2 total score'),
  });
  says(
    [total('now', '2026-11-20T10:00:00Z', 8), total('ahead', '2027-02-20T10:00:00Z', 2)],
    /! NEWS2 8 .*Dated in the future 2 as recorded.*Its date is in the future/,
    /! NEWS2 2/,
  );
});

const weighed = (id: string, kilograms: number, when: Json): Json => ({
  ...observed('29463-7', 'Body weight', {
    ...quantity(kilograms, 'kg', 'kg'),
    issued: '2026-11-20T10:00:00Z',
  }),
  id,
  effectiveDateTime: undefined,
  ...when,
});

test('esm-patient-chart PR 967, PR 983: a weight shows the day of its measurement, never the day of its entry', () => {
  for (const [when, day] of [
    [{ effectiveDateTime: '2026-07-01T23:30:00Z' }, '02-Jul-2026'],
    [{ effectivePeriod: { start: '2026-11-10', end: '2026-11-12' } }, '12-Nov-2026'],
    [{ effectiveInstant: '2026-11-15T23:30:00-05:00' }, '16-Nov-2026'],
    [{}, 'date not recorded'],
  ] as const)
    says([weighed('w', 52, when)], new RegExp(`Weight 52 kg .*${day}`), /20-Nov-2026/);
});

test('formbricks 6728, va.gov-team 131813: a reader in another time zone sees London’s dates', () => {
  const record = [
    weighed('a', 52.5, { effectiveDateTime: '2026-11-20T00:15:00Z' }),
    weighed('b', 51, { effectiveDateTime: '2026-07-01T23:30:00Z' }),
  ];
  const before = process.env['TZ'];
  try {
    for (const zone of ['Europe/London', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland']) {
      process.env['TZ'] = zone;
      const words = wordsOf(viewOf(record), NOW);
      for (const day of [
        /Born 02-Dec-1938/,
        /52\.5 kg .*since 02-Jul-2026 20-Nov-2026/,
        /read 21-Nov-2026 09:30/,
      ])
        assert.match(words, day, zone);
    }
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
});
