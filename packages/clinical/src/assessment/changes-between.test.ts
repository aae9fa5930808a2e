import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../form/answer.ts';
import type { ScoreResult } from '../score.ts';
import { enterAcb } from '../instruments/acb/acb.ts';
import { scoreBarthel20 } from '../instruments/barthel-20/barthel-20.ts';
import { scoreBarthel100 } from '../instruments/barthel-100/barthel-100.ts';
import { groupBristol } from '../instruments/bristol/bristol.ts';
import { must } from '../instruments/must/must.ts';
import { scoreNews2 } from '../instruments/news2/news2.ts';
import { answered, NURSE, SEEN, type SaidByKey } from './answered.fixtures.ts';
import { changesBetween } from './changes-between.ts';
import { cga1 } from './cga/cga-1.ts';
import { finishAssessment } from './finish.ts';
import { scoreChanges } from './score-changes.ts';

const LATER = '2027-11-12T09:15:00Z';
const unable: Answer = { state: 'unable', reason: 'asleep', at: LATER, by: null };

function changes(before: SaidByKey, now: SaidByKey) {
  const last = finishAssessment(answered(cga1, before), { at: SEEN, by: NURSE, template: null });
  return changesBetween(last, answered(cga1, now, { at: LATER }));
}

const told = (before: SaidByKey, now: SaidByKey) =>
  changes(before, now).answers.map(({ key, state }) => [key, state]);

test('each answer is changed, new, the same or no longer there', () => {
  assert.deepEqual(
    told(
      { sleep: 'good', breath: 'no', feet: 'good', transfers: 'one' },
      { sleep: 'good', breath: 'rest', transfers: unable, walking: 'frame' },
    ),
    [
      ['breath', 'changed'],
      ['feet', 'no-longer-answered'],
      ['sleep', 'same'],
      ['transfers', 'no-longer-answered'],
      ['walking', 'new'],
    ],
  );
});

test('a question that had no answer then and was not asked yet is no change, and a reason now is new', () => {
  assert.deepEqual(told({ sleep: unable }, {}), []);
  assert.deepEqual(told({}, { sleep: unable }), [['sleep', 'new']]);
});

test('who said it and when is no change, nor the order of choices; another reason is one', () => {
  assert.deepEqual(told({ skin: ['red', 'tear'] }, { skin: ['tear', 'red'] }), [['skin', 'same']]);
  assert.deepEqual(told({ sleep: unable }, { sleep: { ...unable, at: SEEN, by: NURSE } }), [
    ['sleep', 'same'],
  ]);
  assert.deepEqual(told({ sleep: unable }, { sleep: { ...unable, state: 'refused' } }), [
    ['sleep', 'changed'],
  ]);
});

test('a row that says the same is the same row wherever it stands; others came and went', () => {
  const before = { 'kin-name[1]': 'A', 'kin-name[2]': 'B' };
  assert.deepEqual(told(before, { 'kin-name[1]': 'B', 'kin-name[2]': 'A' }), []);
  assert.deepEqual(told(before, { 'kin-name[1]': 'B', 'kin-name[2]': 'C' }), [
    ['kin-name[1]', 'no-longer-answered'],
    ['kin-name[2]', 'new'],
  ]);
});

const barthel = (feeding: number, transfers: number, also = {}) =>
  scoreBarthel20({
    feeding,
    transfers,
    bathing: 0,
    grooming: 0,
    dressing: 1,
    bowels: 2,
    bladder: 1,
    toilet: 1,
    mobility: 2,
    stairs: 0,
    ...also,
  });

test('of two Barthel scores of one version it is said which parts changed and by how much', () => {
  const [change] = scoreChanges([barthel(2, 2)], [barthel(2, 0)]);
  assert.deepEqual([change?.state, change?.delta], ['changed', -2]);
  assert.deepEqual(change?.items, [{ item: 'transfers', before: 2, now: 0 }]);
  assert.equal(scoreChanges([barthel(2, 2)], [barthel(2, 2)])[0]?.state, 'same');
});

test('two parts that even out are a change although the total is not', () => {
  const [change] = scoreChanges([barthel(2, 1)], [barthel(1, 2)]);
  assert.deepEqual([change?.state, change?.delta], ['changed', 0]);
});

test('Barthel 0 to 20 and 0 to 100 do not compare', () => {
  const hundred = scoreBarthel100({ feeding: 10 });
  const [change, ...rest] = scoreChanges([barthel(2, 2)], [hundred]);
  assert.deepEqual(
    [change?.state, change?.delta, change?.instrument, rest],
    ['not-comparable', null, 'barthel-100', []],
  );
});

test('totals whose version nobody stated, or of two lists of medicines, do not compare', () => {
  const compare = (before: ScoreResult, now: ScoreResult) => scoreChanges([before], [now])[0]?.state;
  assert.equal(compare(must.score({ total: 1 }), must.score({ total: 2 })), 'not-comparable');
  assert.equal(
    compare(must.score({ total: 1, version: '2003' }), must.score({ total: 2, version: '2003' })),
    'changed',
  );
  const acb = (total: number, tool: string) => enterAcb({ total, tool, version: '3' });
  assert.equal(compare(acb(1, 'a'), acb(2, 'b')), 'not-comparable');
  assert.equal(compare(acb(1, 'a'), acb(2, 'a')), 'changed');
});

test('an incomplete score gives no difference, whichever of the two it is', () => {
  const whole = scoreNews2({ rr: 16, spo2: 97, oxygen: false, sbp: 120, pulse: 70, acvpu: 'A', temp: 37 });
  const part = scoreNews2({ rr: 30 });
  for (const [before, now] of [
    [whole, part],
    [part, whole],
  ] as const) {
    const [change] = scoreChanges([before], [now]);
    assert.deepEqual([change?.state, change?.delta], ['incomplete', null]);
  }
});

test('a stool type is a name: it changes and nobody subtracts it', () => {
  const [change] = scoreChanges([groupBristol({ type: 4 })], [groupBristol({ type: 6 })]);
  assert.deepEqual([change?.state, change?.delta], ['changed', null]);
});

test('an instrument that was not used in either is in neither', () => {
  assert.deepEqual(scoreChanges([scoreNews2({})], [scoreNews2({})]), []);
  assert.equal(scoreChanges([], [barthel(2, 2)])[0]?.state, 'new');
  assert.equal(scoreChanges([barthel(2, 2)], [])[0]?.state, 'no-longer-scored');
  assert.equal(scoreChanges([barthel(2, 2)], [scoreBarthel20({})])[0]?.state, 'no-longer-scored');
});
