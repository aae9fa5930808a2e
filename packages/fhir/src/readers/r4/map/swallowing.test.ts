import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fate, observation, section, snomed, value, type Json } from '../../../record.fixtures.ts';

const LOCAL = 'https://ehch-kit.example/CodeSystem/local';
const ASSESSMENT = {
  coding: [{ system: LOCAL, code: 'swallowing-assessment' }],
  text: 'Swallowing assessment',
};
const part = (title: string, said: Json) => ({ code: { text: title }, ...said });
const advice = (...resources: readonly Json[]) =>
  (value('function', resources).swallowing ?? []).map(({ drinksLevel, foodLevel, text }) => [
    drinksLevel,
    foodLevel,
    text,
  ]);

test('levels in components are read under the title for drinks or food, and help is shown in its own words', () => {
  const resource = observation('s', ASSESSMENT, {
    valueString: 'Upright for 30 minutes after meals.\nSmall sips.',
    component: [
      part('Drinks', { valueCodeableConcept: { text: 'IDDSI level 2' } }),
      part('Food', { valueCodeableConcept: { text: 'IDDSI level 5' } }),
    ],
  });
  assert.deepEqual(advice(resource), [[2, 5, 'Upright for 30 minutes after meals.\nSmall sips.']]);
  assert.equal(value('function', [resource]).swallowing?.[0]?.details, undefined);
});

test('levels are read from SNOMED CT in the code and in the value, and from words that name them', () => {
  assert.deepEqual(advice(observation('s', snomed('1237442003', 'Mildly thick'), {})), [[2, null, null]]);
  const coded = observation('s', { text: 'IDDSI food' }, { valueCodeableConcept: snomed('1237448004') });
  assert.deepEqual(advice(coded), [[null, 5, '1237448004']]);
  const text = observation('s', { text: 'Swallowing' }, { valueString: 'Drinks level 3, food level 4' });
  assert.deepEqual(advice(text), [[3, 4, 'Drinks level 3, food level 4']]);
});

test('level 3 is one concept for drinks and for food: only the title says which', () => {
  const level3 = { valueCodeableConcept: snomed('1237444002', 'Moderately thick') };
  assert.deepEqual(advice(observation('s', { text: 'IDDSI drinks' }, level3)), [
    [3, null, 'Moderately thick'],
  ]);
  assert.deepEqual(advice(observation('s', { text: 'IDDSI food' }, level3)), [[null, 3, 'Moderately thick']]);
  assert.deepEqual(advice(observation('s', { text: 'IDDSI' }, level3)), [
    [null, null, 'IDDSI: Moderately thick'],
  ]);
});

test('levels that code and words dispute, or that the framework does not have, are none', () => {
  const disputed = observation(
    's',
    { text: 'IDDSI drinks' },
    { valueCodeableConcept: { ...snomed('1237442003'), text: 'Level 3' } },
  );
  const [found] = value('function', [disputed]).swallowing ?? [];
  assert.deepEqual(
    [found?.drinksLevel, found?.text, found?.cautions],
    [null, 'IDDSI drinks: Level 3', ['contradicts-itself']],
  );
  const [odd] =
    value('function', [observation('s', { text: 'IDDSI drinks' }, { valueInteger: 7 })]).swallowing ?? [];
  assert.deepEqual([odd?.drinksLevel, odd?.text, odd?.cautions], [null, 'IDDSI drinks: 7', ['implausible']]);
});

test('a level that is denied is not advice, and one that was not assessed says so', () => {
  const denied = [observation('s', snomed('1237442003', 'Mildly thick'), { valueBoolean: false })];
  assert.equal(section('function', denied).state, 'known');
  assert.deepEqual(fate('s', denied), { state: 'set-aside', why: 'refuted' });
  const none = observation('s', ASSESSMENT, { dataAbsentReason: { text: 'Therapist not available' } });
  assert.deepEqual(
    value('function', [none]).notMeasured?.map(({ name, why }) => `${name}: ${why}`),
    ['Swallowing assessment: Therapist not available'],
  );
});

test('the newest advice comes first, and advice dated in the future does not', () => {
  const drinks = (id: string, level: number, on: string): Json =>
    observation(id, { text: 'IDDSI drinks level' }, { valueInteger: level, effectiveDateTime: on });
  const all = [drinks('a', 1, '2025-01-01'), drinks('b', 2, '2026-01-01'), drinks('c', 0, '2027-01-01')];
  assert.deepEqual(
    advice(...all).map(([level]) => level),
    [2, 1, 0],
  );
});

for (const text of [
  '1 scoop per 200 ml',
  '3 times a day',
  'Level 2-3',
  'Level 1 or 2',
  'level 1.5',
  'Previously level 2',
  'Do not give level 4',
  'Level 4 refused',
  'Trial of level 2; return to level 4 if coughing',
]) {
  test(`no level is taken from “${text}”, and the words are shown`, () => {
    const thickened = observation('s', { text: 'Thickened fluids' }, { valueString: text });
    assert.deepEqual(advice(thickened), [[null, null, `Thickened fluids: ${text}`]]);
  });
}

test('two scoops of thickener are no level 2', () => {
  const scoops = { valueQuantity: { value: 2, unit: 'scoops' } };
  assert.deepEqual(advice(observation('s', { text: 'Thickened fluids' }, scoops)), [
    [null, null, 'Thickened fluids: 2 scoops'],
  ]);
  const bare = { valueQuantity: { value: 2 } };
  assert.deepEqual(advice(observation('s', { text: 'Thickened fluids level' }, bare)), [
    [2, null, '2 (no unit)'],
  ]);
});

test('"cannot swallow" is the advice, and no reason for a missing one', () => {
  const text = 'Unable to swallow safely. Nil by mouth.';
  assert.deepEqual(advice(observation('s', ASSESSMENT, { valueString: text })), [[null, null, text]]);
});

test('words that begin with a no neither deny a coded level nor confirm it', () => {
  const resources = [observation('s', snomed('1237442003', 'Mildly thick'), { valueString: 'No straws' })];
  const found = value('function', resources);
  assert.deepEqual(found.swallowing, []);
  assert.deepEqual(
    found.notMeasured?.map(({ name, why }) => `${name}: ${why}`),
    ['Mildly thick: No straws'],
  );
});

test('a yes or no keeps its title: "thickened fluids: no" is not "swallowing: no"', () => {
  const fluids = (said: Json) => advice(observation('s', { text: 'Thickened fluids' }, said));
  assert.deepEqual(fluids({ valueBoolean: false }), [[null, null, 'Thickened fluids: no']]);
  assert.deepEqual(fluids({ valueBoolean: true }), [[null, null, 'Thickened fluids: yes']]);
  const plain = observation('s', { text: 'Swallowing assessment' }, { valueString: 'no concerns' });
  assert.deepEqual(advice(plain), [[null, null, 'no concerns']]);
});

test('a level in the title counts, and one that the value disputes does not', () => {
  const title = { text: 'IDDSI drinks level 2' };
  assert.deepEqual(advice(observation('s', title, { valueString: 'small sips' })), [[2, null, 'small sips']]);
  const [disputed] =
    value('function', [observation('s', title, { valueString: 'level 4' })]).swallowing ?? [];
  assert.deepEqual(
    [disputed?.drinksLevel, disputed?.text, disputed?.cautions],
    [null, 'IDDSI drinks level 2: level 4', ['contradicts-itself']],
  );
  const range = observation('s', { text: 'IDDSI drinks level 0-4' }, { valueInteger: 2 });
  assert.deepEqual(advice(range), [[2, null, '2']]);
});

for (const [title, text, expected] of [
  ['Swallowing', 'Level 2 fluids and level 4 diet', [null, null]],
  ['Swallowing', 'Level 2 fluids and pureed level 4 diet', [null, null]],
  ['Swallowing', 'Minced diet and level 3 fluids', [null, null]],
  ['Food texture', 'Normal diet, level 3 fluids', [null, null]],
  ['Food texture', 'Normal diet, fluids level 3', [null, null]],
  ['Swallowing', 'Drinks level 2 and food level 5', [2, 5]],
  ['Swallowing', 'Fluids: level 2\nDiet: level 4', [2, 4]],
] as const)
  test(`"${text}" under "${title}": no level for drinks counts as one for food, nor the other way round`, () => {
    const [found] = advice(observation('s', { text: title }, { valueString: text }));
    assert.deepEqual(found?.slice(0, 2), expected);
    assert.ok(String(found?.[2]).endsWith(text));
  });

test('advice on swallowing is shown under wider titles too', () => {
  for (const [title, text] of [
    ['Diet', 'Nil by mouth'],
    ['Fluids', 'Level 2 or 3'],
    ['Dietary requirements', 'Pureed, thickened fluids'],
  ] as const)
    assert.deepEqual(advice(observation('s', { text: title }, { valueString: text })), [
      [null, null, `${title}: ${text}`],
    ]);
  const other = [
    observation('a', { text: 'Diet' }, { valueString: 'Vegetarian' }),
    observation('b', { text: 'Fluid intake' }, { valueQuantity: { value: 1200, unit: 'ml' } }),
  ];
  const support = observation('c', { text: 'Eating and drinking' }, { valueString: 'Level 2 support' });
  assert.deepEqual(advice(support), []);
  assert.deepEqual(
    other.map(({ id }) => fate(String(id), other).state),
    ['set-aside', 'set-aside'],
  );
});

test('a level is in doubt where its note names another one', () => {
  const cautionsOf = (text: string) =>
    value('function', [observation('s', { text: 'IDDSI food' }, { valueInteger: 6, note: [{ text }] })])
      .swallowing?.[0]?.cautions;
  assert.deepEqual(cautionsOf('SUPERSEDED by the therapist: level 4'), ['contradicts-itself']);
  for (const text of ['Therapist: level 6', 'Previously level 7', 'Fluids level 1'])
    assert.deepEqual(cautionsOf(text), [], text);
});
