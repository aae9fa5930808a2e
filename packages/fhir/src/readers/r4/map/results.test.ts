import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fate, observation, snomed, value, type Json } from '../../../record.fixtures.ts';

const loinc = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });
const results = (...resources: readonly Json[]) =>
  (value('news2', resources).results ?? []).map(({ name, text }) => `${name}: ${text}`);

for (const [code, amount, unit, words] of [
  [loinc('72514-3'), 4, '{score}', 'Pain score: 4'],
  [loinc('4548-4'), 6.4, '%', 'HbA1c: 6.4 %'],
  [snomed('999791000000106'), 48, 'mmol/mol', 'HbA1c: 48 mmol/mol'],
  [loinc('33914-3'), 41, 'mL/min/{1.73_m2}', 'eGFR: 41 mL per min in 1.73 m²'],
  [snomed('1011481000000105'), 41, 'mL/min', 'eGFR: 41 mL per min'],
  [loinc('14682-9'), 118, 'umol/L', 'Creatinine: 118 umol/L'],
  [snomed('1000731000000107'), 118, 'umol/L', 'Creatinine: 118 umol/L'],
  [loinc('718-7'), 10.2, 'g/dL', 'Haemoglobin: 10.2 g per dL'],
  [snomed('1022431000000105'), 102, 'g/L', 'Haemoglobin: 102 g per L'],
] as const) {
  test(`${words} is read with its day`, () => {
    const resource = observation('r', code, { valueQuantity: { value: amount, unit, code: unit } });
    assert.deepEqual(results(resource), [words]);
    assert.equal(value('news2', [resource]).results?.[0]?.on, '2026-11-20T10:00:00Z');
  });
}

test('the latest of several results is shown, a future one does not come first, and the sender’s interpretation is shown', () => {
  const egfr = (id: string, amount: number, on: string): Json =>
    observation(id, loinc('33914-3'), {
      valueQuantity: { value: amount, unit: 'mL/min' },
      effectiveDateTime: on,
      interpretation: [{ coding: [{ code: 'L' }] }],
    });
  const all = [egfr('a', 41, '2026-09-01'), egfr('b', 60, '2025-09-01'), egfr('c', 90, '2062-09-01')];
  assert.deepEqual(results(...all), ['eGFR: 41 mL per min']);
  assert.deepEqual(fate('b', all), { state: 'set-aside', why: 'newer-shown' });
  assert.deepEqual(value('news2', all).results?.[0]?.details, ['marked: low']);
});

test('a test that was not done says why', () => {
  const none = observation('r', loinc('718-7'), { dataAbsentReason: { text: 'Sample clotted' } });
  assert.deepEqual(
    value('news2', [none]).notMeasured?.map(({ name, why }) => `${name}: ${why}`),
    ['Haemoglobin: Sample clotted'],
  );
});

test('a result whose code has another unit shows both, and is in doubt', () => {
  const amount = { valueQuantity: { value: 1.2, unit: 'mg/dL', code: 'umol/L' } };
  const [creatinine] = value('news2', [observation('c', loinc('2160-0'), amount)]).results ?? [];
  assert.deepEqual(creatinine?.details, ['unit coded as umol/L']);
  assert.deepEqual(creatinine?.cautions, ['unit-conflict']);
  const same = { valueQuantity: { value: 118, unit: 'µmol/L', code: 'umol/L' } };
  const [agreed] = value('news2', [observation('c', loinc('2160-0'), same)]).results ?? [];
  assert.deepEqual([agreed?.details, agreed?.cautions], [undefined, []]);
});

test('pain in one place does not put pain in another place out of sight', () => {
  const pain = (id: string, points: number, on: string, site?: string): Json =>
    observation(id, loinc('72514-3'), {
      valueInteger: points,
      effectiveDateTime: on,
      ...(site !== undefined && { bodySite: { text: site } }),
    });
  const told = (...resources: readonly Json[]) =>
    (value('news2', resources).results ?? []).map(({ text, details = [], cautions }) =>
      [text, ...details, ...cautions].join('; '),
    );
  const hip = pain('a', 7, '2026-11-20T09:00:00Z', 'Left hip');
  const back = pain('b', 0, '2026-11-20T10:00:00Z', 'Back');
  assert.deepEqual(told(hip, back), ['0; Back', '7; Left hip']);
  assert.deepEqual(told(pain('c', 2, '2026-11-20T09:00:00Z', 'Back'), hip), ['7; Left hip', '2; Back']);
  // The newest says what leads, and yesterday's place is older.
  const before = pain('d', 9, '2026-11-19T09:00:00Z', 'Knee');
  assert.deepEqual(told(before, back), ['0; Back']);
  assert.deepEqual(fate('d', [before, back]), { state: 'set-aside', why: 'newer-shown' });
  assert.deepEqual(told(pain('e', 15, '2026-11-20')), ['15; implausible']);
});

test('a Glasgow Coma Scale is shown as it was sent, with its parts, and no NEWS2 is scored from it', () => {
  const told = (...resources: readonly Json[]) => {
    const { results = [], scores, observations } = value('news2', resources);
    assert.deepEqual([scores, observations], [[], []]);
    return results.map(({ name, text, details = [], cautions }) => [
      `${name}: ${text}`,
      ...details,
      ...cautions,
    ]);
  };
  for (const code of [
    loinc('9269-2'),
    snomed('248241002', 'Glasgow Coma Scale'),
    { text: 'Glasgow Coma Scale' },
  ])
    assert.deepEqual(told(observation('g', code, { valueInteger: 14 })), [['Glasgow Coma Scale: 14']]);
  assert.deepEqual(told(observation('g', { text: 'GCS' }, { valueString: '13/15' })), [['GCS: 13/15']]);
  assert.deepEqual(told(observation('g', loinc('9269-2'), { valueInteger: 16 })), [
    ['Glasgow Coma Scale: 16', 'implausible'],
  ]);
  for (const [code, points] of [
    [loinc('9269-2'), 2],
    [snomed('248241002', 'Glasgow Coma Scale'), 0],
    [loinc('9267-6'), 5],
    [loinc('9270-0'), 6],
    [loinc('9268-4'), 0],
  ] as const)
    assert.equal(told(observation('g', code, { valueInteger: points }))[0]?.[1], 'implausible');
  const parts = [
    observation('e', loinc('9267-6'), { valueInteger: 3 }),
    observation('v', { text: 'GCS verbal' }, { valueInteger: 4 }),
    observation('m', loinc('9268-4'), { valueInteger: 6 }),
  ];
  assert.deepEqual(told(...parts), [
    ['Glasgow Coma Scale, eyes: 3'],
    ['Glasgow Coma Scale, motor: 6'],
    ['GCS verbal: 4'],
  ]);
  const component = [{ code: loinc('9267-6'), valueInteger: 3 }];
  assert.deepEqual(told(observation('p', loinc('9269-2'), { component })).length, 1);
});

for (const [name, code, amount, unit, isPlausible] of [
  ['haemoglobin', loinc('718-7'), 9.2, 'g/L', false],
  ['haemoglobin', loinc('718-7'), 9.2, 'g/dL', true],
  ['haemoglobin', loinc('718-7'), 92, 'g/dL', false],
  ['haemoglobin', loinc('718-7'), 92, 'g/L', true],
  ['HbA1c', loinc('4548-4'), 48, '%', false],
  ['HbA1c', loinc('4548-4'), 7.1, '%', true],
  ['HbA1c', snomed('999791000000106'), 6.5, 'mmol/mol', false],
  ['creatinine', loinc('14682-9'), 1.2, 'umol/L', false],
  ['creatinine', loinc('14682-9'), 1.2, 'mg/dL', true],
  ['creatinine', loinc('14682-9'), 120, 'µmol/L', true],
  ['creatinine', loinc('14682-9'), -1, 'x', false],
  ['eGFR', loinc('33914-3'), 450, 'mL/min', false],
  ['eGFR', loinc('33914-3'), 45, 'mL/min/{1.73_m2}', true],
] as const) {
  test(`a ${name} of ${amount} ${unit} is ${isPlausible ? 'plausible' : 'doubted'}`, () => {
    const [found] =
      value('news2', [observation('r', code, { valueQuantity: { value: amount, unit } })]).results ?? [];
    assert.deepEqual(found?.cautions, isPlausible ? [] : ['implausible']);
  });
}
