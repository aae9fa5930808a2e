import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, content, hl7, observation, snomed, value, type Json } from '../../../record.fixtures.ts';

const loinc = (code: string, display: string) => ({
  coding: [{ system: 'http://loinc.org', code, display }],
});
const kg = (amount: number) => ({ valueQuantity: { value: amount, unit: 'kg', code: 'kg' } });
const perMinute = (amount: number) => ({ valueQuantity: { value: amount, unit: '/min', code: '/min' } });
const weightOf = (code: Json) => value('weight', [observation('w', code, kg(60))]).weights[0];

test('a weight that its display or text calls a target says so, and contradicts itself', () => {
  const target = snomed('27113001', 'Target weight');
  for (const code of [target, { ...target, text: 'Target weight' }, { ...target, text: 'Weight' }]) {
    const weight = weightOf(code);
    assert.deepEqual(weight?.details, ['titled “Target weight”']);
    assert.deepEqual(weight?.cautions, ['contradicts-itself']);
  }
});

test('a title that says more than its code is shown, and a name of the code is not', () => {
  assert.deepEqual(weightOf({ ...snomed('27113001'), text: 'Weight of wheelchair' })?.details, [
    'titled “Weight of wheelchair”',
  ]);
  for (const text of ['Weight', 'weight', 'Body weight', 'O/E - weight', 'Body weight (observable entity)'])
    assert.equal(weightOf({ ...snomed('27113001', 'Body weight'), text })?.details, undefined, text);
});

test('a pulse with the title of a respiration rate is neither, and counts in no score', () => {
  const code = { ...loinc('8867-4', 'Heart rate'), text: 'Respiratory rate' };
  const [pulse] = value('news2', [observation('p', code, perMinute(22))]).observations;
  assert.deepEqual([pulse?.text, pulse?.details], ['22 /min', ['titled “Respiratory rate”']]);
  assert.deepEqual(pulse?.cautions, ['contradicts-itself']);
});

test('systolic and diastolic numbers with each other’s name are no blood pressure', () => {
  const part = (code: string, display: string, amount: number) => ({
    code: loinc(code, display),
    valueQuantity: { value: amount, unit: 'mmHg' },
  });
  const swapped = observation('b', loinc('85354-9', 'Blood pressure panel'), {
    component: [
      part('8480-6', 'Diastolic blood pressure', 80),
      part('8462-4', 'Systolic blood pressure', 120),
    ],
  });
  const [pressure] = value('news2', [swapped]).observations;
  assert.deepEqual(pressure?.cautions, ['contradicts-itself']);
  assert.match(pressure?.text ?? '', /80 .*, and also 120/);
});

test('the title of an unknown panel is shown beside its parts, and a plain title is not', () => {
  const part = (code: string, amount: number) => ({
    code: loinc(code, 'Pressure'),
    valueQuantity: { value: amount, unit: 'mmHg' },
  });
  const pressure = (code: Json) => {
    const panel = observation('b', code, { component: [part('8480-6', 92), part('8462-4', 58)] });
    const [found] = value('news2', [panel]).observations;
    return [found?.text, found?.details, found?.cautions];
  };
  const said = (title: string, ...cautions: readonly string[]) => [
    '92 over 58 mmHg',
    [`titled “${title}”`],
    cautions,
  ];
  for (const title of ['Standing blood pressure reading', 'Vital signs of husband'])
    assert.deepEqual(pressure({ text: title }), said(title));
  const average = 'Ambulatory blood pressure, daytime average';
  assert.deepEqual(pressure(snomed('163034007', average)), said(average, 'contradicts-itself'));
  for (const title of ['O/E - blood pressure reading', 'Vital signs panel', 'Observations'])
    assert.deepEqual(pressure({ text: title }), ['92 over 58 mmHg', undefined, []], title);
});

test('room air that is titled “on 2 L oxygen” is not room air', () => {
  const code = { ...snomed('722742002', 'Breathing room air'), text: 'On 2 L oxygen' };
  const [air] = value('news2', [observation('o', code, {})]).observations;
  assert.deepEqual([air?.text, air?.cautions], ['On 2 L oxygen', ['contradicts-itself']]);
});

test('a usual score, the highest of a stay and another tool are shown as what they are', () => {
  for (const text of ['Usual NEWS2', 'Highest NEWS2', 'MEWS total']) {
    const total = observation('n', { ...snomed('1104051000000101'), text }, { valueInteger: 2 });
    const [entry] = value('news2', [total]).scores;
    assert.deepEqual(entry?.details, [`titled “${text}”`]);
    assert.deepEqual(entry?.cautions, ['contradicts-itself']);
  }
});

test('the names that public records give their codes are no titles of something else', () => {
  for (const [code, text] of [
    ['2708-6', 'Oxygen saturation in Arterial blood by Pulse oximetry'],
    ['33914-3', 'Glomerular filtration rate/1.73 sq M.predicted'],
    ['4548-4', 'Hemoglobin A1c/Hemoglobin.total in Blood'],
    ['55284-4', 'Blood pressure systolic and diastolic'],
    ['72514-3', 'Pain severity - 0-10 verbal numeric rating [Score] - Reported'],
  ] as const) {
    const found = content('news2', [observation('x', { ...loinc(code, text), text }, { valueInteger: 50 })]);
    assert.ok(!JSON.stringify(found).includes('titled'), text);
  }
});

test('a level of frailty keeps a title that limits it, as an observation and on the problem list', () => {
  const code = { ...snomed('1129391000000100', 'CFS level 7'), text: 'CFS 7 before admission' };
  const seen = observation('c', code, {});
  const listed = about('Condition', 'c', { code });
  for (const resource of [seen, listed])
    assert.deepEqual(value('frailty', [resource]).cfs[0]?.details, ['titled “CFS 7 before admission”']);
});

test('a level on the problem list keeps its certainty and its onset, and ends only when it has ended', () => {
  const listed = (fields: Json) =>
    about('Condition', 'c', { code: snomed('1129371000000104', 'CFS level 5'), ...fields });
  const [level] = value('frailty', [
    listed({
      verificationStatus: hl7('condition-ver-status', 'provisional'),
      onsetAge: { value: 86, unit: 'years' },
      severity: { text: 'worse by night' },
    }),
  ]).cfs;
  assert.deepEqual(level?.details, ['worse by night', 'provisional']);
  assert.deepEqual(level?.more, [{ name: 'onset', text: 'at 86 years' }]);
  assert.deepEqual(level?.cautions, ['unconfirmed']);
  assert.equal(value('frailty', [listed({ abatementDateTime: '2027-01-01' })]).cfs.length, 1);
  for (const over of [{ abatementDateTime: '2026-01-01' }, { clinicalStatus: { text: 'Resolved' } }])
    assert.equal(content('frailty', [listed(over)]).kind, 'not-recorded');
});

test('a value keeps the display of its code, where its words say something else', () => {
  const walks = observation(
    'm',
    { text: 'Mobility' },
    { valueCodeableConcept: { ...snomed('1', 'Unable to walk'), text: 'Independent' } },
  );
  assert.deepEqual(value('function', [walks]).statements[0]?.details, ['coded as “Unable to walk”']);
  const frail = observation(
    'f',
    { ...snomed('925861000000102', 'Severe frailty'), text: 'Mild frailty' },
    {},
  );
  assert.deepEqual(value('frailty', [frail]).statements[0]?.details, ['coded as “Severe frailty”']);
});

const OWN_WEIGHT = { coding: [{ system: 'http://place.example/codes', code: 'W1', display: 'Weight' }] };

test('a title alone, or with an unlisted SNOMED CT code, is read as a whole', () => {
  const weights = (code: Json) => {
    const found = content('weight', [observation('w', code, kg(60))]);
    return found.kind === 'recorded' ? found.value.weights.map((one) => one.value) : [];
  };
  for (const code of [{ text: 'Weight' }, { text: 'Body weight:' }, snomed('1', 'O/E - weight')])
    assert.deepEqual(weights(code), [60], JSON.stringify(code));
  for (const code of [
    { text: 'Birth weight' },
    { text: 'Weight of baby' },
    loinc('8339-4', 'Weight'),
    { coding: [{ code: 'W' }], text: 'Weight' },
    { coding: [{ system: 'urn:oid:2.16.840.1.113883.6.1', code: '8339-4' }], text: 'Weight' },
    { coding: [{ system: 'http://place.example/codes', code: 'W1', display: 'Dosing weight' }] },
    { coding: [{ system: 'http://place.example/codes', code: 'W1', display: 'Fluid lost' }], text: 'Weight' },
    { coding: [{ system: 'http://place.example/codes', code: 'W1' }] },
    { coding: [{ system: 'https://loinc.org', code: '8339-4' }], text: 'Weight' },
    // What an unlisted SNOMED CT code means, its own name says alone.
    { ...snomed('1'), text: 'Weight' },
    { coding: [...snomed('1').coding, ...OWN_WEIGHT.coding] },
    { coding: [...snomed('1', 'Weight').coding, ...snomed('2', 'Birth weight').coding] },
    { coding: [{ system: 'urn:oid:2.16.840.1.113883.6.96', code: '1' }], text: 'Weight' },
  ])
    assert.deepEqual(weights(code), [], JSON.stringify(code));
  // A place's own code whose every name says the same: nobody may read that no weight is recorded.
  for (const code of [
    OWN_WEIGHT,
    { coding: [...snomed('1', 'Body weight').coding, ...OWN_WEIGHT.coding] },
    { coding: [{ system: 'http://place.example/codes', code: 'W1' }], text: 'Body weight' },
    { coding: [{ system: 'http://openehr.org', code: 'at0004', display: 'Weight' }], text: 'Body weight' },
  ])
    assert.deepEqual(weights(code), [60], JSON.stringify(code));
  const cfs = observation('c', { text: 'Clinical Frailty Scale' }, { valueInteger: 7 });
  assert.equal(value('frailty', [cfs]).cfs[0]?.level, 7);
  const panel = observation(
    'b',
    { text: 'BP' },
    {
      component: [
        { code: { text: 'Systolic' }, valueQuantity: { value: 132, unit: 'mmHg' } },
        { code: { text: 'Diastolic' }, valueQuantity: { value: 70, unit: 'mmHg' } },
      ],
    },
  );
  assert.match(String(value('news2', [panel]).observations[0]?.text), /132.*70/);
});

test('a title with the full name or the range of the scale is not repeated beside it', () => {
  const barthel = { ...snomed('273302005', 'Barthel index'), text: 'Barthel index, 0 to 20' };
  const efi = { ...snomed('713636003'), text: 'Electronic Frailty Index (eFI)' };
  const scores = [
    value('function', [observation('b', barthel, { valueInteger: 12 })]).scores[0],
    value('frailty', [observation('e', efi, { valueQuantity: { value: 0.39, code: '1' } })]).indices[0],
  ];
  for (const score of scores) assert.deepEqual(score?.details ?? [], []);
});

test('a title of another time, or of another person, contradicts the code beside it', () => {
  for (const text of [
    'Weight 6 months ago',
    'Weight last year',
    'Weight before admission',
    "Husband's weight",
  ]) {
    const weight = weightOf({ ...snomed('27113001'), text });
    assert.deepEqual([weight?.cautions, weight?.details], [['contradicts-itself'], [`titled “${text}”`]]);
  }
  assert.deepEqual(weightOf({ ...snomed('27113001'), text: 'Weight on admission' })?.cautions, []);
  // The Clinical Frailty Scale is about two weeks before.
  const code = { ...snomed('763264000'), text: 'Clinical Frailty Scale before admission' };
  assert.deepEqual(value('frailty', [observation('c', code, { valueInteger: 5 })]).cfs[0]?.cautions, []);
});

test('the points of a vital sign are no measurement of it, and those of a part are no total', () => {
  for (const text of ['Respiratory rate score', 'Pulse sub-score', 'Temperature points', 'SpO2 score'])
    assert.equal(
      content('news2', [observation('s', { text }, { valueInteger: 3 })]).kind,
      'not-recorded',
      text,
    );
  for (const text of ['NEWS2 respiratory rate score', 'Pulse (NEWS2 score)', 'NEWS2 consciousness'])
    assert.equal(
      content('news2', [observation('s', { text }, { valueInteger: 3 })]).kind,
      'not-recorded',
      text,
    );
  for (const text of ['NEWS2 total score', 'NEWS2 (SpO2 scale 2)', 'NEWS2 score'])
    assert.equal(
      value('news2', [observation('s', { text }, { valueInteger: 3 })]).scores[0]?.importedTotal,
      3,
      text,
    );
  const beside = { ...loinc('8867-4', 'Heart rate'), text: 'Heart rate score' };
  const [pulse] = value('news2', [observation('p', beside, { valueInteger: 3 })]).observations;
  assert.deepEqual([pulse?.text, pulse?.cautions], ['3', ['contradicts-itself']]);
});

test('the points of a part are shown beside the total under their own title', () => {
  const part = { code: { text: 'Respiratory rate score' }, valueInteger: 3 };
  const total = observation('n', snomed('1104051000000101'), { valueInteger: 5, component: [part] });
  const [entry] = value('news2', [total]).scores;
  assert.deepEqual([entry?.importedTotal, entry?.details], [5, ['Respiratory rate score: 3']]);
});

test('a newer variation that may not stand ends no other', () => {
  const local = { coding: [{ system: 'https://ehch-kit.example/CodeSystem/local', code: 'variation' }] };
  const told = (doubt: Json) =>
    value('limits', [
      observation('old', local, { effectiveDateTime: '2026-10-01', valueString: 'Ring the hospice first' }),
      observation('new', local, {
        effectiveDateTime: '2026-11-01',
        valueString: 'Ring the GP first',
        ...doubt,
      }),
    ]).decisions.map(({ text }) => text);
  assert.deepEqual(told({}), ['Ring the GP first']);
  for (const doubt of [
    { status: 'preliminary' },
    { modifierExtension: [{ url: 'https://example.org/m', valueBoolean: true }] },
    { note: [{ text: 'Entered in error' }] },
  ])
    assert.deepEqual(told(doubt), ['Ring the GP first', 'Ring the hospice first'], JSON.stringify(doubt));
});

test('a clinician’s own title of what is different is no doubt, so the newest still counts', () => {
  const local = { system: 'https://ehch-kit.example/CodeSystem/local', code: 'variation' };
  const different = (id: string, day: string, text: string) =>
    observation(
      id,
      { coding: [local], text: 'Change from the usual steps of the home' },
      { effectiveDateTime: day, valueString: text },
    );
  const { decisions } = value('limits', [
    different('old', '2026-10-01', 'Ring the hospice first'),
    different('new', '2026-11-01', 'Ring the GP first'),
  ]);
  assert.deepEqual(
    decisions.map(({ text, cautions, details }) => [text, cautions, details]),
    [['Ring the GP first', [], undefined]],
  );
});
