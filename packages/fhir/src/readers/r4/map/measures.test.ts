import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  about,
  build,
  content,
  fate,
  hl7,
  observation,
  PATIENT,
  section,
  snomed,
  value,
  type Json,
} from '../../../record.fixtures.ts';

const weighed = (amount: Json, fields: Json = {}) =>
  observation('w', snomed('27113001'), { valueQuantity: amount, ...fields });
const loinc = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });

for (const [amount, kilograms, cautions] of [
  [{ value: 61.2, unit: 'kg', code: 'kg' }, 61.2, []],
  [{ value: 61_200, unit: 'g', code: 'g' }, 61.2, ['converted']],
  [{ value: 150, unit: 'lbs', code: '[lb_av]' }, 68, ['converted']],
  [{ value: 10, unit: 'stone' }, 63.5, ['converted']],
  [{ value: 2240, unit: 'oz' }, 63.5, ['converted']],
  [{ value: 22, unit: 'kg' }, 22, ['implausible']],
] as const) {
  test(`a weight of ${amount.value} ${amount.unit} is ${kilograms} kg`, () => {
    const [found] = value('weight', [weighed(amount)]).weights;
    assert.deepEqual([found?.value, found?.unit, found?.cautions], [kilograms, 'kg', cautions]);
  });
}

test('a converted value that nobody has keeps the words in which it came', () => {
  const [heavy] = value('weight', [weighed({ value: 1146, unit: 'lbs', code: '[lb_av]' })]).weights;
  assert.deepEqual(
    [heavy?.value, heavy?.details, heavy?.cautions],
    [519.8, ['written as: 1,146 lbs'], ['converted', 'implausible']],
  );
  const code = loinc('8310-5');
  const cold = observation('t', code, { valueQuantity: { value: 38.5, unit: 'F', code: '[degF]' } });
  assert.deepEqual(value('news2', [cold]).observations[0]?.details, ['written as: 38.5 F']);
});

test('a unit that is also the name of a property in JavaScript is no unit, and nothing throws', () => {
  for (const unit of ['constructor', '__proto__'])
    assert.deepEqual(value('weight', [weighed({ value: 12, unit })]).weights, []);
});

for (const [amount, why] of [
  [{ value: 12 }, 'cannot be read as a number: 12 (no unit)'],
  [{ value: 40, unit: 'kg', comparator: '<' }, 'cannot be read as a number: < 40 kg'],
] as const) {
  test(`a weight that ${why} is no weight, and is shown as somebody wrote it`, () => {
    const { weights, notMeasured } = value('weight', [weighed(amount)]);
    assert.deepEqual([weights, notMeasured?.map((one) => one.why)], [[], [why]]);
  });
}

test('a weight without any value or reason could not be read', () => {
  const resources = [observation('w', snomed('27113001'), {})];
  assert.equal(section('weight', resources).state, 'failed');
  assert.deepEqual(fate('w', resources), { state: 'unreadable', why: 'missing', path: 'valueQuantity' });
});

test('height and weight are read by LOINC too, in any unit', () => {
  const found = value('weight', [
    observation('h', loinc('8302-2'), { valueQuantity: { value: 1.62, unit: 'm' } }),
    observation('w', loinc('29463-7'), { valueQuantity: { value: 60, unit: 'kg' } }),
  ]);
  assert.deepEqual([found.height?.value, found.height?.unit, found.weights.length], [162, 'cm', 1]);
});

test('a partial date of a weight stays partial', () => {
  assert.equal(
    value('weight', [weighed({ value: 60, unit: 'kg' }, { effectiveDateTime: '2026-10' })]).weights[0]?.on,
    '2026-10',
  );
});

test('a frailty level is read from a finding, a Condition and a value', () => {
  const condition = about('Condition', 'c', {
    clinicalStatus: hl7('condition-clinical', 'active'),
    code: snomed('1129381000000102'),
  });
  const valued = observation('o', snomed('763264000'), {
    valueInteger: 6,
    method: { text: 'Clinical Frailty Scale, version 2.0' },
  });
  for (const resource of [observation('o', snomed('1129381000000102'), {}), condition, valued]) {
    const [found] = value('frailty', [resource]).cfs;
    assert.deepEqual([found?.level, found?.group], [6, 'levels-4-to-6']);
  }
  assert.equal(value('frailty', [valued]).cfs[0]?.version, '2.0');
  assert.equal(value('frailty', [condition]).cfs[0]?.version, null);
});

test('the method of a frailty level is shown once, because the words have the scale and its version', () => {
  for (const [text, details] of [
    ['Clinical Frailty Scale, version 2.0', undefined],
    ['Rockwood CFS', undefined],
    [
      'Clinical Frailty Scale, version 2.0, by telephone',
      ['method: Clinical Frailty Scale, version 2.0, by telephone'],
    ],
  ] as const) {
    const level = observation('o', snomed('763264000'), { valueInteger: 6, method: { text } });
    assert.deepEqual(value('frailty', [level]).cfs[0]?.details, details);
  }
});

for (const status of ['inactive', 'resolved', 'remission', 'entered-in-error']) {
  test(`a frailty level or finding whose condition is ${status} is no current frailty`, () => {
    const clinicalStatus = { coding: [{ code: status }] };
    const found = ['1129381000000102', '925831000000107'].map((code, index) =>
      about('Condition', `c${index}`, { clinicalStatus, code: snomed(code), onsetDateTime: '2025-01-01' }),
    );
    assert.equal(content('frailty', found).kind, 'not-recorded');
    const why = status === 'entered-in-error' ? status : 'not-in-force';
    assert.deepEqual(fate('c0', found), { state: 'set-aside', why });
  });
}

test('a frailty level or finding that has abated is no current frailty, and one without a status is', () => {
  const level = about('Condition', 'c', { code: snomed('1129381000000102'), onsetDateTime: '2025-01-01' });
  assert.equal(value('frailty', [level]).cfs[0]?.level, 6);
  assert.equal(content('frailty', [{ ...level, abatementDateTime: '2025-02-01' }]).kind, 'not-recorded');
});

test('a level that code and value dispute, or that no scale has, is no level, and is shown in words', () => {
  for (const amount of [7, 0, 10, 6.5]) {
    const { cfs, notMeasured } = value('frailty', [
      observation('o', snomed('763264000'), {
        valueInteger: amount,
        valueCodeableConcept: snomed('1129381000000102'),
      }),
    ]);
    assert.deepEqual(cfs, []);
    const [low, high] = [amount, 6].toSorted((a, b) => a - b);
    assert.equal(notMeasured?.[0]?.why, `recorded as level ${low} and as level ${high}`);
  }
});

test('a level under 65 carries its warning', () => {
  const resources = [
    { ...PATIENT, birthDate: '1980-01-01' },
    observation('o', snomed('1129381000000102'), {}),
  ];
  assert.deepEqual(value('frailty', [], { resources }).cfs[0]?.warnings, ['not-validated-under-65']);
});

test('an index is banded only as the eFI, and a rounded 0.36 is shown as rounded', () => {
  const index = (text: string, amount: number) =>
    value('frailty', [
      observation('o', { ...snomed('713636003'), text }, { valueQuantity: { value: amount, code: '1' } }),
    ]).indices[0];
  assert.deepEqual([index('eFI', 0.36)?.band, index('eFI', 0.36)?.roundedSource], ['severe', true]);
  assert.deepEqual([index('eFI2', 0.2)?.name, index('eFI2', 0.2)?.band], ['eFI2', null]);
  assert.deepEqual(
    [index('Frailty index', 0.2)?.name, index('Frailty index', 0.2)?.band],
    ['frailty index', null],
  );
});

test('a Barthel total has a range only where the record says which', () => {
  const barthel = (text: string, total: number) =>
    value('function', [observation('b', { ...loinc('96761-2'), text }, { valueInteger: total })]).scores[0];
  assert.equal(barthel('Barthel index, 0 to 20', 12)?.version, '0-20');
  assert.equal(barthel('Barthel (0-100)', 60)?.version, '0-100');
  assert.equal(barthel('Barthel index', 12)?.version, null);
  assert.deepEqual(barthel('Barthel index, 0 to 20', 45)?.cautions, ['implausible']);
});

test('a Barthel total keeps the range beside its points, in a unit or in words', () => {
  const barthel = (said: Json, text = 'Barthel index') => {
    const score = value('function', [observation('b', { ...loinc('96761-2'), text }, said)]).scores[0];
    return score === undefined ? null : [score.total, score.version, ...score.cautions];
  };
  assert.deepEqual(barthel({ valueQuantity: { value: 12, unit: '/20' } }), [12, '0-20']);
  assert.deepEqual(barthel({ valueQuantity: { value: 60, unit: '/100' } }), [60, '0-100']);
  assert.deepEqual(barthel({ valueQuantity: { value: 12, unit: 'out of 20', code: '{score}' } }), [
    12,
    '0-20',
  ]);
  assert.deepEqual(barthel({ valueString: '12/20' }), [12, '0-20']);
  assert.deepEqual(barthel({ valueString: '12 out of 20' }), [12, '0-20']);
  assert.deepEqual(barthel({ valueString: '60 / 100' }), [60, '0-100']);
  assert.deepEqual(barthel({ valueQuantity: { value: 60, unit: '/20' } }), [60, '0-20', 'implausible']);
  assert.deepEqual(barthel({ valueString: '12/20' }, 'Barthel (0-100)'), [12, null, 'contradicts-itself']);
});

test('an unreadable weight takes "not recorded" from the weights, and from no other section', () => {
  const { sections } = build([observation('w', snomed('27113001'), {})]).view;
  assert.equal(sections.weight.state, 'failed');
  for (const name of ['limits', 'frailty', 'news2', 'function'] as const)
    assert.equal(sections[name].state, 'known', name);
});

test('the code kg with the words lb is a caution, the words are shown, and no change is calculated', () => {
  const [found] = value('weight', [weighed({ value: 154, unit: 'lb', code: 'kg' })]).weights;
  assert.deepEqual([found?.cautions, found?.details], [['unit-conflict'], ['written as 154 lb']]);
});

for (const [code, detail] of [
  [snomed('784399000'), 'as the person says, not measured'],
  [loinc('3142-7'), 'as stated, not measured'],
  [loinc('8350-1'), 'with clothes'],
  [loinc('8351-9'), 'without clothes'],
] as const) {
  test(`a weight ${detail} says so`, () => {
    const resource = observation('w', code, { valueQuantity: { value: 61.2, unit: 'kg' } });
    const [found] = value('weight', [resource]).weights;
    assert.deepEqual([found?.value, found?.details], [61.2, [detail]]);
  });
}

test('a temperature says where it was taken', () => {
  const at = (code: ReturnType<typeof snomed> | ReturnType<typeof loinc>) =>
    value('news2', [observation('t', code, { valueQuantity: { value: 37.8, unit: 'Cel' } })]).observations[0]
      ?.details;
  assert.deepEqual(at(snomed('415974002')), ['in the ear']);
  assert.deepEqual(at(snomed('415882003')), ['in the armpit']);
  assert.deepEqual(at(loinc('8331-1')), ['by mouth']);
  assert.deepEqual(at(snomed('276885007')), ['core temperature']);
  assert.equal(at(snomed('386725007')), undefined);
});

test('a height as stated is not measured, and a weight may be sent as text', () => {
  const found = value('weight', [
    observation('h', snomed('1162419008'), { valueQuantity: { value: 162, unit: 'cm' } }),
    observation('w', snomed('27113001'), { valueString: '61.2 kg' }),
  ]);
  assert.deepEqual(found.height?.details, ['as the person says, not measured']);
  assert.equal(found.weights[0]?.value, 61.2);
});

for (const [kind, code, amount, unit] of [
  ['weights', '29463-7', 201, 'kg'],
  ['height', '8302-2', 211, 'cm'],
  ['height', '8302-2', 119, 'cm'],
  ['bmi', '39156-5', 61, 'kg/m2'],
  ['bmi', '39156-5', 9.9, 'kg/m2'],
  ['weights', '29463-7', 24.9, 'kg'],
] as const) {
  test(`${kind} of ${amount} ${unit} is doubted`, () => {
    const found = value('weight', [
      observation('o', loinc(code), { valueQuantity: { value: amount, unit } }),
    ])[kind];
    const one = Array.isArray(found) ? (found[0] as { readonly cautions: readonly string[] }) : found;
    assert.deepEqual((one as { readonly cautions: readonly string[] } | null)?.cautions, ['implausible']);
  });
}

test('a measurement at the very limit is not doubted', () => {
  for (const [code, amount, unit] of [
    ['29463-7', 25, 'kg'],
    ['29463-7', 200, 'kg'],
    ['8302-2', 120, 'cm'],
    ['8302-2', 210, 'cm'],
    ['39156-5', 10, 'kg/m2'],
    ['39156-5', 60, 'kg/m2'],
  ] as const) {
    const resource = observation('o', loinc(code), { valueQuantity: { value: amount, unit } });
    const { weights, height, bmi } = value('weight', [resource]);
    const found = [...weights, height, bmi].filter((one) => one !== null);
    assert.deepEqual(
      found.map((one) => [one.value, one.cautions]),
      [[amount, []]],
    );
  }
});

test('weights and levels dated in the future never come first', () => {
  const on = (effectiveDateTime: string) => ({ effectiveDateTime });
  const weights = value('weight', [
    weighed({ value: 44, unit: 'kg' }, on('2026-11-20')),
    { ...weighed({ value: 53, unit: 'kg' }, on('2062-11-20')), id: 'later' },
  ]).weights;
  assert.deepEqual(
    weights.map((one) => [one.value, ...one.cautions]),
    [[44], [53, 'future-dated']],
  );
  const { cfs } = value('frailty', [
    observation('a', snomed('1129381000000102'), on('2026-01-01')),
    observation('b', snomed('1129411000000100'), on('2027-01-01')),
  ]);
  assert.deepEqual(
    cfs.map(({ level }) => level),
    [6, 9],
  );
});

test('eFI and eFI2 are told apart by the name in the code or the method, and never by a note', () => {
  const index = (fields: Json) =>
    value('frailty', [
      observation('o', snomed('713636003'), { valueQuantity: { value: 0.2, code: '1' }, ...fields }),
    ]).indices[0];
  assert.deepEqual([index({})?.name, index({})?.band], ['frailty index', null]);
  assert.equal(index({ note: [{ text: 'last year the eFI was 0.1' }] })?.name, 'frailty index');
  assert.equal(index({ method: { text: 'electronic frailty index' } })?.name, 'eFI');
  for (const text of ['eFI2', 'eFI-2', 'Electronic Frailty Index 2', 'electronic frailty index, version 2'])
    assert.deepEqual([index({ method: { text } })?.name, index({ method: { text } })?.band], ['eFI2', null]);
});

test('a plain finding of frailty keeps its answer', () => {
  const said = (fields: Json) => {
    const found = content('frailty', [observation('o', snomed('248279007', 'Frailty'), fields)]);
    if (found.kind !== 'recorded') return found.kind;
    const { statements, notMeasured = [] } = found.value;
    return [
      ...statements.map(({ text }) => text),
      ...notMeasured.map(({ name, why }) => `not so: ${name}: ${why}`),
    ];
  };
  assert.deepEqual(said({ valueBoolean: false }), ['not so: Frailty: no']);
});

test('a weight of several days shows the first and the last day', () => {
  const over = (effectivePeriod: Json) =>
    value('weight', [
      observation('w', snomed('27113001'), {
        effectiveDateTime: undefined,
        effectivePeriod,
        valueQuantity: { value: 60, unit: 'kg' },
      }),
    ]).weights[0]?.details;
  assert.deepEqual(over({ start: '2026-01-01', end: '2026-11-01' }), ['from 01-Jan-2026 to 01-Nov-2026']);
  assert.equal(over({ start: '2026-11-01T09:00:00Z', end: '2026-11-01T09:05:00Z' }), undefined);
});

test('a body mass index that weight and height contradict is doubted', () => {
  const bmiOf = (amount: number, kg: number, on = '2026-11-20') =>
    value('weight', [
      weighed({ value: kg, unit: 'kg' }),
      observation('h', snomed('50373000'), {
        valueQuantity: { value: 160, unit: 'cm' },
        effectiveDateTime: '2020-01-01',
      }),
      observation('b', snomed('60621009'), {
        valueQuantity: { value: amount, unit: 'kg/m2' },
        effectiveDateTime: on,
      }),
    ]).bmi?.cautions;
  assert.deepEqual(bmiOf(19.5, 50), []);
  // The height may have been measured again since.
  assert.deepEqual(bmiOf(21, 50), []);
  assert.deepEqual(bmiOf(35, 50), ['contradicted']);
  // Of another day: the weight may have changed.
  assert.deepEqual(bmiOf(35, 50, '2025-11-20'), []);
});
