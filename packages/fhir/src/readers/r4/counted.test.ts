import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SectionName } from '@ehch/clinical';
import { about, allergy, section, type Json } from '../../record.fixtures.ts';
import { statement } from './map/medicine.fixtures.ts';

const said = (name: SectionName, ...resources: readonly unknown[]) => {
  const found = section(name, resources);
  return found.state === 'known' ? found.gaps : [];
};
const apixaban = { medicationCodeableConcept: { text: 'Apixaban 5mg tablets' } };
const supply = (id: string, whenHandedOver: string, fields: Json = {}): Json =>
  about('MedicationDispense', id, { status: 'completed', ...apixaban, whenHandedOver, ...fields });

test('dispensed medicines are counted beside the medicines, with the day and name of the last one', () => {
  const supplies = [supply('a', '2026-10-02'), supply('b', '2026-11-10'), supply('c', '2026-09-01')];
  assert.deepEqual(said('medicines', statement('m'), ...supplies, ...supplies), [
    { why: 'more', what: '3 records of dispensing, the last of 10-Nov-2026: Apixaban 5mg tablets' },
  ]);
});

test('nobody says which record is the last where a date may be later or is missing', () => {
  const vague = (whenHandedOver: string | undefined) => [
    { ...supply('a', '2026-11-10'), whenHandedOver },
    supply('b', '2026-11-10'),
  ];
  for (const date of ['2026', '2026-11', undefined])
    assert.deepEqual(said('medicines', ...vague(date)), [
      { why: 'more', what: '2 records of dispensing, perhaps the last of 10-Nov-2026: Apixaban 5mg tablets' },
    ]);
});

test('a medicine that was not given is shown as not given, and one in the future is not the last', () => {
  const dose = (id: string, day: string, status: string) =>
    about('MedicationAdministration', id, { status, ...apixaban, effectivePeriod: { start: day } });
  const doses = [
    dose('a', '2026-11-19', 'completed'),
    dose('b', '2026-11-20', 'not-done'),
    dose('c', '2027-11-20', 'completed'),
  ];
  assert.deepEqual(said('medicines', ...doses), [
    {
      why: 'more',
      what: '3 records of giving a medicine, the last of 20-Nov-2026: Apixaban 5mg tablets (not done)',
    },
  ]);
});

test('an adverse event is shown beside allergies and events, and a potential one as potential', () => {
  const event = about('AdverseEvent', 'e', {
    actuality: 'potential',
    event: { text: 'Rash after amoxicillin' },
    date: '2026-03',
  });
  const gap = { why: 'more', what: '1 adverse event, of Mar-2026: Rash after amoxicillin (potential)' };
  assert.deepEqual(said('allergies', allergy('a', 'Latex'), event), [gap]);
  assert.deepEqual(said('events', event), [gap]);
  assert.deepEqual(said('problems', event), []);
});

test('records without an id are counted one by one, and one that came twice once', () => {
  const { id: _, ...first } = supply('x', '2026-10-02');
  assert.match(said('medicines', first, { ...first, whenHandedOver: '2026-10-09' })[0]?.what ?? '', /^2 /);
  const again = supply('a', '2026-10-02');
  assert.match(said('medicines', again, again)[0]?.what ?? '', /^1 /);
});

test('a counted record does not take away "none known": both are shown', () => {
  const none = statement('n', { medicationCodeableConcept: { text: 'No known medications' } });
  const found = section('medicines', [none, supply('a', '2026-10-02')]);
  assert.ok(found.state === 'known' && found.content.kind === 'recorded-as-none');
  assert.equal(found.gaps.length, 1);
});

test('a record without a day or words is still counted', () => {
  assert.deepEqual(
    said('function', { resourceType: 'NutritionOrder', id: 'n', patient: { reference: 'Patient/p1' } }),
    [{ why: 'more', what: '1 diet order' }],
  );
});

test('a mistake, or a record about somebody else, is not counted, and one without a subject counts as unread', () => {
  const mistaken = supply('a', '2026-10-02', { status: 'entered-in-error' });
  const others = supply('b', '2026-10-02', { subject: { reference: 'Patient/p2' } });
  assert.deepEqual(said('medicines', statement('m'), mistaken, others), []);
  const nobodys = supply('c', '2026-10-02', { subject: undefined });
  assert.deepEqual(said('medicines', statement('m'), nobodys), [
    { why: 'unreadable', what: '1 record of dispensing' },
  ]);
});

test('an impression, a conclusion and a risk are shown in their own words, and a report of results alone is not', () => {
  assert.deepEqual(
    said(
      'events',
      about('ClinicalImpression', 'i', { status: 'completed', summary: 'Dying', date: '2026-11-20' }),
      about('DiagnosticReport', 'd', {
        status: 'final',
        conclusion: 'Metastatic cancer',
        effectiveDateTime: '2026-10',
      }),
      about('DiagnosticReport', 'e', { status: 'final', code: { text: 'Full blood count' } }),
      about('RiskAssessment', 'r', {
        status: 'final',
        code: { text: 'Falls risk' },
        occurrenceDateTime: '2026',
      }),
    ).map(({ what }) => what),
    [
      '1 clinical impression, of 20-Nov-2026: Dying',
      '1 report with a conclusion, of Oct-2026: Metastatic cancer',
      '1 risk assessment, of 2026: Falls risk',
    ],
  );
});

const SAID: readonly (readonly [name: string, section: SectionName, resource: Json, what: string])[] = [
  [
    'nil by mouth',
    'function',
    about('NutritionOrder', 'n', {
      status: 'active',
      patient: { reference: 'Patient/p1' },
      dateTime: '2026-11-20',
      oralDiet: {
        type: [{ text: 'Nil by mouth' }],
        texture: [{ modifier: { text: 'Puréed' }, foodType: { text: 'meat' } }],
        fluidConsistencyType: [{ text: 'Mildly thick' }],
        instruction: 'Sit upright',
      },
      excludeFoodModifier: [{ text: 'nuts' }],
      note: [{ text: 'Reviewed by SLT' }],
    }),
    '1 diet order, of 20-Nov-2026: Nil by mouth; texture: Puréed, meat; fluids: Mildly thick; Sit upright; without: nuts; Reviewed by SLT',
  ],
  [
    'a drug interaction',
    'alerts',
    about('DetectedIssue', 'd', {
      status: 'final',
      patient: { reference: 'Patient/p1' },
      code: { text: 'Drug interaction' },
      severity: 'high',
      identifiedDateTime: '2026-11-20',
      detail: 'Bleeding with apixaban',
      implicated: [{ display: 'Ibuprofen' }],
      mitigation: [{ action: { text: 'Ibuprofen stopped' } }],
    }),
    '1 detected risk, of 20-Nov-2026: Drug interaction; Bleeding with apixaban; severity: high; about: Ibuprofen; done about it: Ibuprofen stopped',
  ],
  [
    'a risk with its prediction',
    'events',
    about('RiskAssessment', 'r', {
      status: 'final',
      code: { text: 'Falls risk' },
      occurrenceDateTime: '2026',
      prediction: [{ outcome: { text: 'Hip fracture' }, qualitativeRisk: { text: 'high' } }],
      mitigation: 'Low bed',
      note: [{ text: 'Only at night' }],
    }),
    '1 risk assessment, of 2026: Falls risk; Hip fracture, high; to lessen it: Low bed; Only at night',
  ],
  [
    'an adverse event with its suspect',
    'allergies',
    about('AdverseEvent', 'e', {
      actuality: 'actual',
      event: { text: 'Angioedema' },
      date: '2026-03-01',
      seriousness: { text: 'serious' },
      severity: { text: 'severe' },
      outcome: { text: 'recovered' },
      suspectEntity: [{ instance: { display: 'Ramipril' } }],
    }),
    '1 adverse event, of 01-Mar-2026: Angioedema; suspected: Ramipril; seriousness: serious; severity: severe; outcome: recovered',
  ],
];

for (const [name, place, resource, what] of SAID)
  test(`${name} is said in words, and not only counted`, () => {
    assert.deepEqual(said(place, allergy('a', 'Latex'), resource), [{ why: 'more', what }]);
  });

test('each of several diet orders is said, the newest first, and only old ones are counted together', () => {
  const orders = Array.from({ length: 7 }, (_, n) => ({
    resourceType: 'NutritionOrder',
    id: `n${n}`,
    patient: { reference: 'Patient/p1' },
    dateTime: `2026-10-0${n + 1}`,
    oralDiet: { instruction: `Diet ${n + 1}` },
  }));
  assert.deepEqual(
    said('function', ...orders).map(({ what }) => what),
    [
      ...[7, 6, 5, 4, 3].map((n) => `1 diet order, of 0${n}-Oct-2026: Diet ${n}`),
      '2 diet orders, the last of 02-Oct-2026: Diet 2',
    ],
  );
});

test('a diet that is ordered for later comes behind the one that applies, whatever their ids', () => {
  const on = (id: string, dateTime: string, instruction: string) => ({
    resourceType: 'NutritionOrder',
    id,
    patient: { reference: 'Patient/p1' },
    dateTime,
    oralDiet: { instruction },
  });
  for (const [first, second] of [
    ['a', 'b'],
    ['b', 'a'],
  ] as const)
    assert.deepEqual(
      said('function', on(first, '2027-11-20', 'Soft'), on(second, '2026-11-20', 'Puréed')).map(
        ({ what }) => what,
      ),
      ['1 diet order, of 20-Nov-2026: Puréed', '1 diet order, of 20-Nov-2027: Soft'],
    );
});

test('a diet that was only proposed, or is over, and a device no longer in use say so', () => {
  const diet = (fields: Json) =>
    about('NutritionOrder', 'n', {
      status: 'active',
      intent: 'order',
      oralDiet: { type: [{ text: 'Nil by mouth' }] },
      ...fields,
    });
  const ofDiet = (fields: Json) =>
    said('function', { ...diet(fields), patient: { reference: 'Patient/p1' } })[0]?.what;
  assert.equal(ofDiet({}), '1 diet order: Nil by mouth');
  assert.equal(ofDiet({ intent: 'proposal' }), '1 diet order: (proposal); Nil by mouth');
  assert.equal(ofDiet({ status: 'completed' }), '1 diet order: (completed); Nil by mouth');
  const nutrient = [{ modifier: { text: 'Fluid' }, amount: { value: 1500, unit: 'ml' } }];
  assert.equal(ofDiet({ oralDiet: { nutrient } }), '1 diet order: amount of: Fluid 1500 ml');
  const device = {
    device: { display: 'Catheter' },
    timingPeriod: { start: '2026-01-05', end: '2026-02-01' },
  };
  assert.deepEqual(said('problems', about('DeviceUseStatement', 'd', { status: 'completed', ...device })), [
    { why: 'more', what: '1 record of a device, of 01-Feb-2026: Catheter (completed); until: 01-Feb-2026' },
  ]);
});

test('a report is counted with its title, and where its conclusion is only coded', () => {
  const report = (fields: Json) =>
    about('DiagnosticReport', 'd', { status: 'final', code: { text: 'MRSA screen' }, ...fields });
  assert.equal(
    said('events', report({ conclusion: 'Not detected' }))[0]?.what,
    '1 report with a conclusion: MRSA screen: Not detected',
  );
  assert.equal(
    said('events', report({ conclusionCode: [{ text: 'Not detected' }] }))[0]?.what,
    '1 report with a conclusion: MRSA screen; Not detected',
  );
  assert.deepEqual(said('events', report({})), []);
});

test('a risk says for when it was judged, and for which time', () => {
  const risk = about('RiskAssessment', 'r', {
    status: 'final',
    code: { text: 'Falls' },
    occurrencePeriod: { start: '2026-10-01', end: '2026-10-02' },
    prediction: [
      {
        outcome: { text: 'Fall' },
        probabilityDecimal: 0.5,
        whenPeriod: { start: '2027-01-01', end: '2027-02-01' },
      },
    ],
  });
  assert.equal(
    said('events', risk)[0]?.what,
    '1 risk assessment, of 02-Oct-2026: Falls; Fall, probability: 0.5, within: from 01-Jan-2027 until 01-Feb-2027',
  );
});

test('an impression tells its findings, and a medicine not given tells why', () => {
  const impression = about('ClinicalImpression', 'i', {
    status: 'completed',
    description: 'Stroke?',
    summary: 'TIA',
    finding: [{ itemCodeableConcept: { text: 'Weak left arm' } }],
    prognosisCodeableConcept: [{ text: 'Full recovery' }],
  });
  assert.equal(
    said('events', impression)[0]?.what,
    '1 clinical impression: Stroke?: TIA; findings: Weak left arm; prognosis: Full recovery',
  );
  const dose = about('MedicationAdministration', 'm', {
    status: 'not-done',
    statusReason: [{ text: 'refused' }],
    ...apixaban,
    dosage: { dose: { value: 5, unit: 'mg' } },
  });
  assert.equal(
    said('medicines', dose)[0]?.what,
    '1 record of giving a medicine: Apixaban 5mg tablets (not done); because: refused; 5 mg',
  );
});
