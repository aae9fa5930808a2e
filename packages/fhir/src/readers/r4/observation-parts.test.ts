import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fate, observation, snomed, value, type Json } from '../../record.fixtures.ts';

const panel = (component: readonly Json[], fields: Json = {}) =>
  observation('p', { text: 'Assessment' }, { component, ...fields });
const NEWS2 = snomed('1104051000000101');
const CFS = snomed('763264000');

test('a component that a section shows is read from a panel that no section reads', () => {
  const all = [
    panel([
      { code: NEWS2, valueInteger: 7 },
      { code: CFS, valueString: '6/9' },
      { code: { text: 'Barthel index' }, valueString: '12/20' },
    ]),
  ];
  assert.equal(value('news2', all).scores[0]?.score.total, 7);
  assert.deepEqual(
    value('frailty', all).cfs.map(({ level, on }) => [level, on]),
    [[6, '2026-11-20T10:00:00Z']],
  );
  assert.equal(value('function', all).scores[0]?.total, 12);
  assert.deepEqual(fate('p', all), { state: 'shown', sections: ['frailty', 'news2', 'function'] });
});

test('a fall, a place and a limit are shown as parts of a panel', () => {
  const all = [
    panel([
      { code: { text: 'Fall' }, valueBoolean: true },
      { code: { text: 'Preferred place of death' }, valueString: 'home' },
      { code: { text: 'Not for hospital admission' }, valueBoolean: true },
    ]),
  ];
  assert.deepEqual(
    value('events', all).map(({ kind, text }) => [kind, text]),
    [['fall', 'Fall']],
  );
  assert.deepEqual(
    value('limits', all).decisions.map(({ text }) => text),
    ['home', 'Not for hospital admission: Yes'],
  );
});

test('a part has the status of its panel, and its own reason for not being made', () => {
  const draft = value('frailty', [panel([{ code: CFS, valueInteger: 6 }], { status: 'preliminary' })]).cfs[0];
  assert.deepEqual(draft?.cautions, ['unconfirmed']);
  const none = value('frailty', [panel([{ code: CFS, dataAbsentReason: { text: 'declined' } }])]);
  assert.deepEqual([none.cfs, none.notMeasured?.[0]?.why], [[], 'declined']);
});

test('an unreadable part leaves the gap of its panel', () => {
  assert.equal(fate('p', [panel([{ code: CFS }])]).state, 'unreadable');
});
