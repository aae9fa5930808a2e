import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finishForm } from '../assessment/finish-form.ts';
import { instruments } from '../instruments/index.ts';
import { templateOf } from '../assessment/templates.ts';
import { answerItem } from './answer-item.ts';
import type { Answer, AnswerValue, FormDefinition } from './types.ts';
import { findingDay } from './finding-day.ts';
import { formOfInstrument } from './form-of-instrument.ts';
import { openForm } from './open.ts';
import { startDraft } from './start.ts';

const AT = '2026-11-20T09:15:00+00:00';
const given = (value: AnswerValue, at = AT): Answer => ({
  state: 'given',
  values: [value],
  at,
  by: null,
  from: { kind: 'entered' },
});
const date = (value: string, at?: string) => given({ type: 'date', value }, at);
const number = (value: number, unit?: string, at?: string) =>
  given({ type: 'number', value, ...(unit === undefined ? {} : { unit }) }, at);

function filled(form: FormDefinition, answers: Readonly<Record<string, Answer>>) {
  let state = openForm(form, startDraft({ id: 'd1', resident: 'r1', form, at: AT }), { instruments });
  const refused: string[] = [];
  for (const [key, answer] of Object.entries(answers)) {
    const change = answerItem(state, key, answer);
    if (change.refused !== undefined) refused.push(key);
    ({ state } = change);
  }
  return { state, refused };
}

const cga = templateOf('cga');
assert.ok(cga);
const of = (id: string) => {
  const instrument = instruments.find((each) => each.id === id);
  assert.ok(instrument);
  return formOfInstrument(instrument);
};

test('a weight has the day that it was weighed on, whatever the day of the assessment and the order of typing', () => {
  const weight = { 'bmi/kg': number(50, 'kg'), 'bmi/heightM': number(1.6, 'm') };
  const on = { 'weight-on': date('2026-06-01') };
  for (const answers of [
    { ...weight, ...on },
    { ...on, ...weight },
  ]) {
    const { state } = filled(cga, answers);
    assert.equal(findingDay(state, 'bmi/kg'), '2026-06-01');
    assert.equal(findingDay(state, 'bmi/heightM'), AT);
    assert.equal(state.scores.get('bmi')?.reachedOn, '2026-06-01');
    assert.equal(finishForm(state, { at: AT, by: null }).days['bmi/kg'], '2026-06-01');
  }
});

test('each of two weights has its own day, and the change has that of the later one', () => {
  const { state } = filled(of('weight-change'), {
    'weight-change/previousKg': number(60, 'kg'),
    'weight-change/previousOn': date('2026-05-01'),
    'weight-change/currentKg': number(54, 'kg'),
    'weight-change/currentOn': date('2026-10-01'),
  });
  assert.equal(findingDay(state, 'weight-change/previousKg'), '2026-05-01');
  assert.equal(findingDay(state, 'weight-change/currentKg'), '2026-10-01');
  assert.equal(state.scores.get('weight-change')?.reachedOn, '2026-10-01');
});

test('a day that is no longer asked for dates nothing', () => {
  const form: FormDefinition = {
    id: 'f',
    title: 'Form',
    version: '1',
    items: [
      { id: 'is-old', type: 'boolean', text: 'Of an earlier day?' },
      { id: 'pulse', type: 'integer', text: 'Pulse' },
      {
        id: 'on',
        type: 'date',
        text: 'Taken on',
        past: true,
        dayOf: ['pulse'],
        when: {
          match: 'all',
          tests: [{ item: 'is-old', operator: '=', value: { type: 'boolean', value: true } }],
        },
      },
    ],
  };
  const answers = {
    'is-old': given({ type: 'boolean', value: true }),
    pulse: number(80),
    on: date('2026-11-02'),
  };
  const { state } = filled(form, answers);
  assert.equal(findingDay(state, 'pulse'), '2026-11-02');
  const { state: hidden } = answerItem(state, 'is-old', given({ type: 'boolean', value: false }));
  assert.equal(findingDay(hidden, 'pulse'), AT);
});

test('every question that dates a finding names one that is there, and takes no day that is still to come', () => {
  const forms = [cga, ...instruments.map(formOfInstrument)];
  for (const form of forms) {
    const ids = new Set<string>();
    const dating: string[] = [];
    const walk = (items: FormDefinition['items']): void => {
      for (const item of items) {
        ids.add(item.id);
        if ('dayOf' in item && item.dayOf !== undefined) {
          assert.equal(item.past, true, item.id);
          dating.push(...item.dayOf);
        }
        if ('items' in item) walk(item.items ?? []);
      }
    };
    walk(form.items);
    for (const finding of dating) assert.ok(ids.has(finding), `${form.id}: ${finding}`);
  }
});

test('a day that is still to come is refused where a thing must have happened', () => {
  for (const [form, key] of [
    [of('cfs'), 'cfs/on'],
    [of('cfs'), 'cfs/baselineOn'],
    [of('waterlow'), 'waterlow/on'],
    [of('weight-change'), 'weight-change/currentOn'],
    [cga, 'weight-on'],
    [cga, 'fall-on[1]'],
    [cga, 'usual-on'],
  ] as const) {
    for (const day of ['2026-11-21', '2062-11-20', '2026-12', '2027'])
      assert.deepEqual(filled(form, { [key]: date(day) }).refused, [key], `${key} ${day}`);
    for (const day of ['2026-11-20', '2026-11', '2026', '1999-01-01'])
      assert.deepEqual(filled(form, { [key]: date(day) }).refused, [], `${key} ${day}`);
  }
});

test('in an assessment of several days the day on which it was typed counts, and a plan may lie ahead', () => {
  const later = '2026-11-23T10:00:00+00:00';
  const { state, refused } = filled(of('cfs'), {
    'cfs/level': number(6, undefined, later),
    'cfs/on': date('2026-11-23', later),
  });
  assert.deepEqual(refused, []);
  assert.deepEqual(
    [state.scores.get('cfs')?.status, state.scores.get('cfs')?.reachedOn],
    ['complete', '2026-11-23'],
  );
  assert.deepEqual(filled(cga, { 'next-review': date('2027-05-01') }).refused, []);
});
