import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fate, observation, snomed, value, type Json } from '../../../record.fixtures.ts';

const loinc = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });
const amount = (number: number, unit: string): Json => ({ valueQuantity: { value: number, unit } });
const pressure = (id: string, upper: number, lower: number): Json =>
  observation(id, loinc('85354-9'), {
    component: [
      { code: loinc('8480-6'), ...amount(upper, 'mmHg') },
      { code: loinc('8462-4'), ...amount(lower, 'mmHg') },
    ],
  });
const MOBILITY = { text: 'Mobility' };
const weighed = (id: string, kilograms: number, fields: Json = {}) =>
  observation(id, snomed('27113001'), { ...amount(kilograms, 'kg'), ...fields });
const pulse = (id: string, rate: number, fields: Json = {}) =>
  observation(id, loinc('8867-4'), { ...amount(rate, '/min'), ...fields });

test('two weights of one moment are shown together, and neither is the latest', () => {
  const { weights } = value('weight', [weighed('a', 61), weighed('b', 16)]);
  assert.deepEqual(
    weights.map(({ value: kg, cautions, details }) => [kg, cautions, details]),
    [
      [61, ['contradicted'], ['another record of the same time: 16 kg (implausible)']],
      [16, ['implausible', 'contradicted'], ['another record of the same time: 61 kg']],
    ],
  );
});

test('two weights without a day are shown together too, and the same weight twice is no contradiction', () => {
  const undated = { effectiveDateTime: undefined };
  const [first] = value('weight', [weighed('a', 61, undated), weighed('b', 71, undated)]).weights;
  assert.deepEqual(first?.details, ['another record without a date: 71 kg']);
  const [same] = value('weight', [weighed('a', 61), weighed('b', 61)]).weights;
  assert.deepEqual([same?.cautions, same?.details], [[], undefined]);
});

test('a weight of a day and one of a moment of that day have no order, and are shown together', () => {
  const day = weighed('a', 60, { effectiveDateTime: '2026-11-20' });
  const moment = weighed('b', 50, { effectiveDateTime: '2026-11-20T23:00:00Z' });
  const [first] = value('weight', [day, moment]).weights;
  assert.match(String(first?.details), /^another record of the same day: [56]0 kg$/);
  assert.deepEqual(first?.cautions, ['contradicted']);
  const [later] = value('weight', [
    day,
    weighed('b', 50, { effectiveDateTime: '2026-11-21T08:00:00Z' }),
  ]).weights;
  assert.deepEqual([later?.value, later?.cautions], [50, []]);
});

for (const [date, told] of [
  ['2026', '2026'],
  ['2026-11', 'Nov-2026'],
] as const)
  test(`a record of ${told} alone may be later than one of a day in it, and is shown beside the leading one`, () => {
    const vague = { effectiveDateTime: date };
    const [first] = value('weight', [weighed('a', 61), weighed('b', 50, vague)]).weights;
    assert.deepEqual(
      [first?.value, first?.cautions, first?.details],
      [61, ['contradicted'], [`another record of ${told}, perhaps later: 50 kg`]],
    );
    const [rate] = value('news2', [pulse('a', 60), pulse('b', 140, vague)]).observations;
    assert.deepEqual(rate?.details, [`another record of ${told}, perhaps later: 140 beats per minute`]);
    const mobility = [
      observation('m1', MOBILITY, { valueString: 'Bedbound', ...vague }),
      observation('m2', MOBILITY, { valueString: 'Independent' }),
    ];
    const [found] = value('function', mobility).statements;
    assert.deepEqual(found?.details, [`another record of ${told}, perhaps later: Mobility: Bedbound`]);
    assert.deepEqual(fate('m1', mobility), { state: 'shown', sections: ['function'] });
    const [before] = value('weight', [
      weighed('a', 61, { effectiveDateTime: '2027-01-01' }),
      weighed('c', 61, { effectiveDateTime: '2025-10-31' }),
      weighed('b', 50, { effectiveDateTime: '2025' }),
    ]).weights;
    assert.deepEqual(before?.details, ['another record of 2025, perhaps later: 50 kg']);
  });

test('a record of last year alone is surely older than a day of this year', () => {
  const [first] = value('weight', [
    weighed('a', 61, { effectiveDateTime: '2026-01-01' }),
    weighed('b', 50, { effectiveDateTime: '2025' }),
  ]).weights;
  assert.deepEqual([first?.cautions, first?.details], [[], undefined]);
});

test('a reason without a value stays in sight where its date does not show that it is older', () => {
  const declined = (date: string | undefined) =>
    observation('d', snomed('27113001'), {
      effectiveDateTime: date,
      dataAbsentReason: { coding: [{ code: 'asked-declined' }] },
    });
  for (const date of ['2026', '2026-11', '2026-11-20', undefined])
    assert.equal(value('weight', [weighed('a', 61), declined(date)]).notMeasured?.length, 1, date);
  for (const date of ['2025', '2026-10', '2026-11-20T09:00:00Z'])
    assert.deepEqual(value('weight', [weighed('a', 61), declined(date)]).notMeasured, [], date);
});

test('a denial that may be later contradicts a statement of frailty', () => {
  const title = { text: 'Severe frailty' };
  const said = observation('a', title, { effectiveDateTime: '2026-05-01', valueBoolean: true });
  const denial = (date: string | undefined) =>
    observation('b', title, { effectiveDateTime: date, valueBoolean: false });
  const stated = (date: string | undefined) => value('frailty', [said, denial(date)]).statements[0];
  assert.deepEqual(stated('2026')?.details, ['another record, perhaps since: Severe frailty: no']);
  assert.deepEqual(stated(undefined)?.details, ['another record, perhaps since: Severe frailty: no']);
  assert.deepEqual(stated('2026-06-01')?.details, ['another record since: Severe frailty: no']);
  assert.deepEqual(stated('2026-04')?.cautions, []);
});

test('two blood pressures of one moment are two, and never one made of both', () => {
  const both = [pressure('a', 120, 80), pressure('b', 200, 110)];
  const [found] = value('news2', both).observations;
  assert.deepEqual(
    [found?.text, found?.cautions, found?.details],
    ['120 over 80 mmHg', ['contradicted'], ['another record of the same time: 200 over 110 mmHg']],
  );
  assert.deepEqual(fate('b', both), { state: 'shown', sections: ['news2'] });
});

test('two systolic numbers in one record are no systolic number, and both are shown', () => {
  const component = [120, 200].map((upper) => ({ code: loinc('8480-6'), ...amount(upper, 'mmHg') }));
  const [found] = value('news2', [observation('a', loinc('85354-9'), { component })]).observations;
  assert.deepEqual([found?.text, found?.cautions], ['120 mmHg, and also 200 mmHg', ['contradicts-itself']]);
  const lower = { code: loinc('8462-4'), ...amount(80, 'mmHg') };
  const three = observation('a', loinc('85354-9'), { component: [...component, lower] });
  assert.equal(
    value('news2', [three]).observations[0]?.text,
    'upper number recorded as 120 mmHg and as 200 mmHg, lower 80 mmHg',
  );
});

test('a blood pressure with its numbers the wrong way round is doubted', () => {
  assert.deepEqual(value('news2', [pressure('a', 70, 120)]).observations[0]?.cautions, ['implausible']);
});

test('one moment in two time zones is one moment', () => {
  const later = pulse('b', 140, { effectiveDateTime: '2026-11-20T11:00:00+01:00' });
  const [found] = value('news2', [pulse('a', 60), later]).observations;
  assert.deepEqual(found?.details, ['another record of the same time: 140 beats per minute']);
});

test('a score leaves out a part of which there are two at its moment', () => {
  const set = [
    pulse('a', 60),
    pulse('b', 140),
    pressure('c', 120, 80),
    observation('d', loinc('9279-1'), amount(16, '/min')),
    observation('e', loinc('59408-5'), amount(97, '%')),
    observation('f', loinc('8310-5'), amount(36.6, 'Cel')),
  ];
  const [entry] = value('news2', set).scores;
  assert.deepEqual(
    [entry?.score.status, entry?.score.missing, entry?.cautions],
    ['incomplete', ['oxygen', 'pulse', 'acvpu'], ['contradicted']],
  );
});

for (const [title, found] of [
  [
    'two totals of NEWS2',
    () =>
      value(
        'news2',
        [1, 9].map((n) => observation(`n${n}`, snomed('1104051000000101'), { valueInteger: n })),
      ).scores,
  ],
  [
    'two results of the kidneys',
    () =>
      value(
        'news2',
        [61, 22].map((n) => observation(`e${n}`, loinc('33914-3'), amount(n, 'mL/min'))),
      ).results,
  ],
  [
    'two levels of frailty',
    () =>
      value(
        'frailty',
        [5, 7].map((n) => observation(`c${n}`, snomed('763264000'), { valueInteger: n })),
      ).cfs,
  ],
  [
    'two frailty indices',
    () =>
      value(
        'frailty',
        [0.1, 0.3].map((n) => observation(`f${n}`, { text: 'eFI' }, { valueQuantity: { value: n } })),
      ).indices,
  ],
  [
    'two Barthel totals',
    () =>
      value(
        'function',
        [5, 17].map((n) => observation(`b${n}`, loinc('96761-2'), { valueInteger: n })),
      ).scores,
  ],
  [
    'two statements of mobility',
    () =>
      value(
        'function',
        ['Independent', 'Hoisted by two'].map((valueString, n) =>
          observation(`m${n}`, MOBILITY, { valueString }),
        ),
      ).statements,
  ],
] as const) {
  test(`${title} at one moment contradict each other`, () => {
    const [first] = found() ?? [];
    assert.deepEqual([first?.cautions, first?.details?.length], [['contradicted'], 1]);
  });
}

test('a record without a date is not known to be older, and is shown beside the leading one', () => {
  const undated = observation('m1', MOBILITY, { valueString: 'Bedbound', effectiveDateTime: undefined });
  const dated = observation('m2', MOBILITY, { valueString: 'Independent', effectiveDateTime: '2019' });
  const [found] = value('function', [undated, dated]).statements;
  assert.deepEqual(found?.details, ['another record without a date: Mobility: Bedbound']);
  assert.deepEqual(fate('m1', [undated, dated]), { state: 'shown', sections: ['function'] });
});

test('two levels of thickness at one moment contradict each other; a level of food does not', () => {
  const level = (id: string, title: string, valueInteger: number) =>
    observation(id, { text: title }, { valueInteger });
  const drinks = [level('a', 'IDDSI drinks', 2), level('b', 'IDDSI drinks', 4)];
  assert.deepEqual(
    value('function', drinks).swallowing?.map(({ details }) => details),
    [
      ['another record of the same time: drinks level 4'],
      ['another record of the same time: drinks level 2'],
    ],
  );
  const both = [level('a', 'IDDSI drinks', 2), level('b', 'IDDSI food', 4)];
  assert.deepEqual(
    value('function', both).swallowing?.flatMap(({ cautions }) => cautions),
    [],
  );
});

test('two sub-scores of one part, or an impossible one, do not count and are shown', () => {
  const sub = (valueInteger: number) => ({
    code: snomed('1104301000000104', 'Respiration sub-score'),
    valueInteger,
  });
  const total = (...component: readonly Json[]) =>
    observation('n', snomed('1104051000000101'), { valueInteger: 7, component });
  const [twice] = value('news2', [total(sub(3), sub(0))]).scores;
  assert.deepEqual(
    [twice?.score.items['rr']?.score ?? null, twice?.cautions, twice?.details],
    [null, ['contradicts-itself'], ['Respiration sub-score: 3', 'Respiration sub-score: 0']],
  );
  const [nine] = value('news2', [total(sub(9))]).scores;
  assert.deepEqual(
    [nine?.score.items['rr']?.score ?? null, nine?.details],
    [null, ['Respiration sub-score: 9']],
  );
});
