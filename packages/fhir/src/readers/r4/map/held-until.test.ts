import assert from 'node:assert/strict';
import { test } from 'node:test';
import { observation, section, snomed, value, type Json } from '../../../record.fixtures.ts';

const during = (start: string | undefined, end: string) => ({
  effectiveDateTime: undefined,
  effectivePeriod: { start, end },
});
const RUNS = during('2026-01-01', '2027-01-01');
const OVER = during('2020-01-01', '2021-01-01');
const VISIT = during('2026-10-01T10:00:00Z', '2026-10-01T10:20:00Z');
const notForCpr = (fields: Json) => observation('o', snomed('450476008'), fields);
const decisions = (...resources: readonly Json[]) =>
  value('limits', resources).decisions.map(({ text, cautions }) => [text, cautions]);
const PAST = ['past-its-date'];

test('a decision about CPR made for a time is in force while that runs, and no longer', () => {
  const [found] = value('limits', [notForCpr(RUNS)]).cpr;
  assert.deepEqual(
    [found?.decision, found?.on, found?.reviewBy, found?.cautions],
    ['do-not-attempt', '2026-01-01', '2027-01-01', []],
  );
  assert.deepEqual(decisions(notForCpr(OVER)), [
    ['Not for CPR, until 01-Jan-2021: past, not in force today', PAST],
  ]);
  // The period of a visit ends nothing.
  assert.equal(value('limits', [notForCpr(VISIT)]).cpr.length, 1);
});

for (const [name, code, fields, said] of [
  ['a limit', { text: 'Not for hospital admission' }, {}, 'Not for hospital admission'],
  ['a preferred place', { text: 'Preferred place of death' }, { valueString: 'Home' }, 'Home'],
] as const)
  test(`${name} for a time is in force while that runs, and no longer`, () => {
    assert.deepEqual(decisions(observation('o', code, { ...fields, ...RUNS })), [[said, []]]);
    assert.deepEqual(decisions(observation('o', code, { ...fields, ...OVER })), [
      [`${said}: past, not in force today`, PAST],
    ]);
  });

test('advice about swallowing for a time says when that has passed', () => {
  const advice = (fields: Json) =>
    value('function', [
      observation('o', { text: 'IDDSI food level' }, { valueString: 'Level 4', ...fields }),
    ]).swallowing?.map(({ foodLevel, cautions }) => [foodLevel, cautions]);
  assert.deepEqual(advice(RUNS), [[4, []]]);
  assert.deepEqual(advice(OVER), [[4, PAST]]);
});

test('a statement about mobility for a time says when that has passed', () => {
  const statements = (fields: Json) =>
    value('function', [
      observation('o', { text: 'Mobility' }, { valueString: 'Two to transfer', ...fields }),
    ]).statements.map(({ text, cautions }) => [text, cautions]);
  assert.deepEqual(statements(RUNS), [['Mobility: Two to transfer', []]]);
  assert.deepEqual(statements(OVER), [['Mobility: Two to transfer: past, not in force today', PAST]]);
});

test('a target of oxygen saturation for a time is one while that runs; after it, it chooses no scale', () => {
  const target = (fields: Json) => {
    const found = section('news2', [
      observation('t', snomed('852641000000103'), { valueString: '88-92%', ...fields }),
    ]);
    assert.ok(found.state === 'known' && found.content.kind === 'recorded');
    const { scale, text } = found.content.value.target ?? {};
    return [scale, text];
  };
  assert.deepEqual(target(RUNS), [2, '88-92%']);
  assert.deepEqual(target(OVER), [null, '88-92%: past, not in force today']);
});
