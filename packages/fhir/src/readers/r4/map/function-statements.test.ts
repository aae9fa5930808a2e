import assert from 'node:assert/strict';
import { test } from 'node:test';
import { content, fate, observation, value, type Json } from '../../../record.fixtures.ts';

const loinc = (code: string, display: string) => ({
  coding: [{ system: 'http://loinc.org', code, display }],
});
const statements = (...resources: readonly Json[]) =>
  value('function', resources).statements.map(({ text }) => text);

test('scores of memory and thinking are read as points, by code and by title', () => {
  const score = { valueQuantity: { value: 13, unit: '{score}', code: '{score}' } };
  assert.deepEqual(statements(observation('b', loinc('54614-3', 'BIMS summary score'), score)), [
    'BIMS summary score: 13',
  ]);
  assert.deepEqual(
    statements(observation('m', loinc('72172-0', 'Total score [MoCA]'), { valueInteger: 22 })),
    ['Total score [MoCA]: 22'],
  );
  const cam = observation(
    'c',
    { text: 'Confusion Assessment Method' },
    { valueCodeableConcept: { text: 'Negative' } },
  );
  assert.deepEqual(statements(cam), ['Confusion Assessment Method: Negative']);
});

test('a statement of function keeps its answer, whatever its type', () => {
  const walks = (said: Json) => statements(observation('w', { text: 'Walks' }, said));
  assert.deepEqual(walks({ valueBoolean: false }), ['Walks: no']);
  assert.deepEqual(walks({ valueRange: { low: { value: 5, unit: 'm' }, high: { value: 10, unit: 'm' } } }), [
    'Walks: 5 m to 10 m',
  ]);
  assert.deepEqual(walks({ valueString: 'with two\nand a frame' }), ['Walks: with two\nand a frame']);
});

test('the latest of each title is shown, and what was not assessed since says why', () => {
  const mobility = (id: string, on: string, said: Json): Json =>
    observation(id, { text: 'Mobility' }, { effectiveDateTime: on, ...said });
  const all = [
    mobility('a', '2026-01-01', { valueString: 'hoist' }),
    mobility('b', '2025-01-01', { valueString: 'frame' }),
    mobility('c', '2026-02-01', { dataAbsentReason: { text: 'in bed today' } }),
  ];
  assert.deepEqual(statements(...all), ['Mobility: hoist']);
  assert.deepEqual(fate('b', all), { state: 'set-aside', why: 'newer-shown' });
  assert.equal(value('function', all).notMeasured?.[0]?.why, 'in bed today');
});

test('a title in two spellings is one title: the older statement is not shown beside the newer', () => {
  const at = (id: string, on: string, text: string, said: Json): Json =>
    observation(id, { text }, { effectiveDateTime: on, ...said });
  const all = [
    at('a', '2026-01-01', 'Mobility', { valueString: 'walks with a frame' }),
    at('b', '2026-10-01', ' mobility: ', { valueString: 'hoist' }),
    at('c', '2026-11-01', 'MOBILITY', { dataAbsentReason: { text: 'in bed today' } }),
  ];
  assert.deepEqual(statements(...all), ['mobility: hoist']);
  assert.equal(value('function', all).notMeasured?.length, 1);
  // The reason is older than the known value.
  const later = at('d', '2026-11-02', 'mobility', { valueString: 'hoist' });
  assert.deepEqual(value('function', [...all, later]).notMeasured, []);
});

for (const text of [
  'Fluid balance',
  'Mobility goal',
  'Walking target',
  'Goal for transfers',
  'Acid-base balance',
])
  test(`“${text}” is no statement of what the resident does`, () => {
    const other = observation('o', { text }, { valueString: '900 ml' });
    assert.deepEqual(content('function', [other]), { kind: 'not-recorded' });
  });

test('the resident’s own balance is such a statement', () => {
  assert.deepEqual(statements(observation('o', { text: 'Standing balance' }, { valueString: 'poor' })), [
    'Standing balance: poor',
  ]);
});

test('statements about falls are shown with function: how many, how likely', () => {
  const all = [
    observation('a', { text: 'Recurrent falls' }, {}),
    observation('c', { text: 'Number of falls in the last year' }, { valueInteger: 3 }),
    observation('d', { text: 'Falls risk assessment' }, { valueString: 'high' }),
  ];
  assert.deepEqual(statements(...all), [
    'Recurrent falls',
    'Number of falls in the last year: 3',
    'Falls risk assessment: high',
  ]);
  const other = observation('o', { text: 'Fall in haemoglobin' }, { valueString: 'yes' });
  assert.deepEqual(content('function', [other]), { kind: 'not-recorded' });
});

test('a question of a mood scale that mentions moving is no statement of function', () => {
  const phq = observation(
    'p',
    loinc('44251-7', 'Moving or speaking so slowly that other people could have noticed'),
    { valueString: 'Several days' },
  );
  assert.deepEqual(content('function', [phq]), { kind: 'not-recorded' });
});

for (const text of ['Unable to walk', 'Walks with frame; cannot manage stairs', 'Refuses to be hoisted']) {
  test(`“${text}” is a finding about mobility, and no reason for a missing one`, () => {
    const found = value('function', [observation('m', { text: 'Mobility' }, { valueString: text })]);
    assert.deepEqual(
      found.statements.map((one) => one.text),
      [`Mobility: ${text}`],
    );
    assert.deepEqual(found.notMeasured, []);
  });
}

test('a statement about somebody of the family, or an impossible total, is in doubt', () => {
  const read = (code: Json, said: Json) => {
    const [one] = value('function', [observation('m', code, said)]).statements;
    return [one?.cautions, one?.details];
  };
  assert.deepEqual(read({ text: "Wife's mobility" }, { valueString: 'walks 2 miles' }), [
    ['contradicts-itself'],
    ['about the family, by its own words'],
  ]);
  assert.deepEqual(read({ text: "Wife's help with dressing" }, { valueBoolean: true }), [[], undefined]);
  assert.deepEqual(read(loinc('72106-8', 'MMSE'), { valueInteger: 34 }), [['implausible'], undefined]);
  assert.deepEqual(read(loinc('72106-8', 'MMSE'), { valueString: '13/15' }), [['implausible'], undefined]);
  assert.deepEqual(read(loinc('72106-8', 'MMSE'), { valueString: '24/30' }), [[], undefined]);
});
