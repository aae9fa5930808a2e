import assert from 'node:assert/strict';
import { test } from 'node:test';
import { content, observation, snomed, value, type Json } from '../../../record.fixtures.ts';

const told = (code: Json, fields: Json = {}) =>
  value('limits', [observation('p', code, fields)]).decisions.map(({ kind, text }) => [kind, text]);

for (const [title, said] of [
  ['Preferred place of death: not discussed', 'not discussed'],
  ['Preferred place of death: home (finding)', 'home'],
  ['Preferred place of death - patient undecided', 'patient undecided'],
  ['Preferred place of death discussed', 'discussed'],
  ["Family's preferred place of death: hospital", "Family's preferred place of death: hospital"],
] as const) {
  test(`"${title}" without a value is shown in its own words`, () =>
    assert.deepEqual(told(snomed('110481000000108', title)), [['preferred-place-of-death', said]]));
}

for (const [title, fields, said] of [
  ['Preferred place of death', { valueString: 'not discussed' }, 'not discussed'],
  ['Preferred place of death: home', { valueBoolean: true }, 'home: Yes'],
  ['Preferred place of death: home', { valueBoolean: false }, 'home: No'],
  ['Preferred place of death discussed', { valueString: 'No' }, 'discussed: No'],
  ['Preferred place of death', { valueBoolean: false }, 'no place named: No'],
  ['Preferred place of death: home', { valueString: 'changed to hospice' }, 'home: changed to hospice'],
] as const) {
  test(`"${title}" with a value is shown with both`, () =>
    assert.deepEqual(told({ text: title }, fields), [['preferred-place-of-death', said]]));
}

test('a place that its codings name in two ways is shown in both', () => {
  const code = {
    text: 'Preferred place of death: home',
    coding: [{ display: 'Preferred place of death: hospice' }],
  };
  assert.deepEqual(told(code), [['preferred-place-of-death', 'home / hospice']]);
});

test('one place of care and of death says that it is both', () =>
  assert.deepEqual(told({ text: 'Preferred place of care and death' }, { valueString: 'Rowan Court' }), [
    ['preferred-place-of-care', 'Rowan Court (of care and death)'],
  ]));

test('a preferred place without a name leaves a gap', () => {
  assert.throws(
    () => content('limits', [observation('p', { text: 'Preferred place of death' }, {})]),
    /failed/,
  );
});
