import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../form/answer.ts';
import type { FormDefinition } from '../form/definition.ts';
import { news2 } from '../instruments/news2/news2.ts';
import { formOfInstrument } from '../form/form-of-instrument.ts';
import { answered, NURSE, SEEN, startOf, type SaidByKey } from './answered.fixtures.ts';
import { carriedForward } from './carried-forward.ts';
import { cga1 } from './cga/cga-1.ts';
import { finishAssessment } from './finish.ts';

const finished = (said: SaidByKey, form: FormDefinition = cga1, at = SEEN) =>
  finishAssessment(answered(form, said, { at, from: startOf(form) }), { at, by: NURSE, template: null });

const carried = (said: SaidByKey, at = SEEN) =>
  carriedForward(cga1, finished(said, cga1, at)).map(({ item, text, recordedOn, source }) => [
    item,
    text,
    recordedOn,
    source,
  ]);

const accepted = (recordedOn: string | null): Answer => ({
  state: 'given',
  values: [{ type: 'option', value: 'good' }],
  at: SEEN,
  by: NURSE,
  from: { kind: 'accepted', recordedOn, source: 'Rowan Court shared record' },
});

test('what was answered is offered with its words, the day it was answered and where it comes from', () => {
  assert.deepEqual(carried({ transfers: 'one', 'fall-fear': 'no' }), [
    ['fall-fear', 'No', '2026-11-12', 'last assessment'],
    ['transfers', 'With one person', '2026-11-12', 'last assessment'],
  ]);
});

test('no value gets younger by being copied, however often', () => {
  assert.deepEqual(carried({ sleep: accepted('2024-03') }), [
    ['sleep', 'Good', '2024-03', 'Rowan Court shared record'],
  ]);
  assert.deepEqual(carried({ sleep: accepted(null) }), [
    ['sleep', 'Good', null, 'Rowan Court shared record'],
  ]);
});

test('what was typed up after the visit has the day of the visit; what was said before it has its own', () => {
  assert.equal(carried({ sleep: 'good' }, '2026-11-15T09:00:00Z')[0]?.[2], '2026-11-12');
  assert.equal(carried({ sleep: 'good' }, '2026-11-10T09:00:00Z')[0]?.[2], '2026-11-10');
});

test('what was not assessed, what is decided anew and what is kept back is not offered', () => {
  const unable: Answer = { state: 'unable', reason: null, at: SEEN, by: null };
  const initial: Answer = { ...accepted(null), from: { kind: 'initial' } } as Answer;
  assert.deepEqual(
    carried({
      sleep: unable,
      breath: { ...initial, values: [{ type: 'option', value: 'no' }] } as Answer,
      capacity: 'has',
      consent: 'agrees',
      stratum: 'stable',
      safeguarding: 'yes',
      'falls-12m': 3,
    }),
    [],
  );
});

test('parts of an instrument are not offered: its score would pass for one of today', () => {
  assert.deepEqual(carried({ '4at/acute': 'no', 'cfs/level': 6, 'must/total': 0 }), []);
  const form = formOfInstrument(news2);
  assert.deepEqual(carriedForward(form, finished({ 'news2/rr': 16 }, form)), []);
});

test('an answer that was hidden when it was finished is not offered', () => {
  const said = { dementia: 'yes', 'dementia-type': 'mixed' };
  assert.equal(carried(said).length, 2);
  const state = answered(cga1, { ...said });
  const last = finishAssessment(answered(cga1, { dementia: 'no' }, { from: state.draft }), {
    at: SEEN,
    by: null,
    template: null,
  });
  assert.deepEqual(
    carriedForward(cga1, last).map(({ item }) => item),
    ['dementia'],
  );
});

test('rows are offered in their order under the names that a new draft gives them', () => {
  const last = finished({ 'kin-name[1]': 'A', 'kin-name[2]': 'B', 'kin-name[3]': 'C' });
  const without = { ...last.draft, rows: { kin: ['3', '2'] } };
  const offered = carriedForward(cga1, { ...last, draft: without });
  assert.deepEqual(
    offered.map(({ item, text }) => [item, text]),
    [
      ['kin-name[1]', 'C'],
      ['kin-name[2]', 'B'],
    ],
  );
});
