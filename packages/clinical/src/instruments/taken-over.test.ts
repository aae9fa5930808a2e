import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoreLine } from '../assessment/text/score-line.ts';
import { formOfInstrument } from '../form/form-of-instrument.ts';
import { openForm } from '../form/open.ts';
import { startDraft } from '../form/start.ts';
import { readNumberEntry } from '../form/number-entry.ts';
import { scoreAnswers } from '../form/score-answers.ts';
import type { Answer, AnswerValue, FormQuestion, GivenAnswer } from '../form/types.ts';
import type { Instrument } from '../instrument.ts';
import { cfs } from './cfs/cfs.ts';
import { instruments } from './index.ts';
import { scoreNews2 } from './news2/news2.ts';

const every: readonly Instrument<never>[] = instruments;
const AT = '2026-06-01T09:15:00+01:00';

const entered = (value: AnswerValue): GivenAnswer => ({
  state: 'given',
  values: [value],
  at: AT,
  by: null,
  from: { kind: 'entered' },
});
const takenOver = (value: AnswerValue, recordedOn: string | null): Answer => ({
  ...entered(value),
  from: { kind: 'accepted', recordedOn, source: 'GP record' },
});
const number = (value: number): AnswerValue => ({ type: 'number', value });

function scored(id: string, answers: Readonly<Record<string, Answer>>) {
  const instrument = every.find((each) => each.id === id);
  assert.ok(instrument);
  return scoreAnswers(instrument, answers, undefined, { assessedAt: AT });
}

for (const [id, part, value] of [
  ['cfs', 'level', number(6)],
  ['waterlow', 'total', number(18)],
  ['efi', 'deficits', number(13)],
  ['polypharmacy', 'count', number(9)],
  ['purpose-t', 'pathway', { type: 'option', value: 'amber' }],
] as const) {
  test(`${id} taken from the record keeps the record's day, never today's`, () => {
    const old = scored(id, { [part]: takenOver(value, '2025-08-01') });
    assert.deepEqual([old.status, old.reachedOn, old.assessedAt], ['complete', '2025-08-01', undefined]);
    const fresh = scored(id, { [part]: entered(value) });
    assert.deepEqual([fresh.reachedOn, fresh.assessedAt], [undefined, AT]);
  });
}

test('the day that a person gives for a finished result comes before the record’s', () => {
  const { reachedOn } = scored('cfs', {
    level: takenOver(number(6), '2025-08-01'),
    on: entered({ type: 'date', value: '2025-07-30' }),
  });
  assert.equal(reachedOn, '2025-07-30');
});

const PARTS = {
  rr: number(18),
  spo2: number(97),
  oxygen: { type: 'boolean', value: false },
  sbp: number(118),
  pulse: number(84),
  acvpu: { type: 'option', value: 'A' },
  temp: number(37.2),
} as const;
const SET = Object.fromEntries(Object.entries(PARTS).map(([part, value]) => [part, entered(value)]));

test('a NEWS2 sums imported and measured parts only if they form one set of observations', () => {
  const withRr = (on: string) => scored('news2', { ...SET, rr: takenOver(PARTS.rr, on) });
  assert.deepEqual([withRr('2026-06-01T08:45:00+01:00').total, scored('news2', SET).total], [0, 0]);
  for (const other of ['2026-06-01T08:44:59+01:00', '2026-06-01', '2026-05']) {
    const { status, total, missing, flags } = withRr(other);
    assert.deepEqual([status, total, missing], ['incomplete', null, ['rr']]);
    assert.ok(flags.includes('outside-set-rr'));
  }
});

test('the parts’ own times come before the instant of the assessment', () => {
  const times = Object.fromEntries(Object.keys(PARTS).map((part) => [part, '2026-05-30T10:00:00Z']));
  const parts = Object.fromEntries(Object.entries(PARTS).map(([part, { value }]) => [part, value]));
  assert.equal(scoreNews2({ ...parts, times, assessedAt: AT }).assessedAt, '2026-05-30T10:00:00Z');
});

test('a reason for no measurement has no time', () => {
  const times = { rr: '2026-06-01T08:00:00Z', sbp: '2026-06-01T09:00:00Z' };
  assert.deepEqual(scoreNews2({ rr: 18, sbp: 'refused', times }).flags, ['refused-sbp']);
});

test('a temperature typed in °F scores as the same temperature in °C, at every hundredth of a degree', () => {
  const question = every
    .find(({ id }) => id === 'news2')
    ?.items.find((item): item is FormQuestion => item.id === 'temp');
  assert.ok(question);
  for (let hundredths = 6800; hundredths <= 11300; hundredths += 1) {
    const entry = readNumberEntry(question, String(hundredths / 100), '[degF]');
    assert.ok(entry.state === 'number');
    // In whole numbers: a tenth of a degree Celsius is 18 hundredths of a degree Fahrenheit.
    const tenths = Math.floor((hundredths - 3200 + 9) / 18);
    const expected = scoreNews2({ temp: tenths / 10 }).items['temp'];
    assert.deepEqual(scoreNews2({ temp: entry.value.value }).items['temp'], expected);
  }
});

test('units are converted as they are defined', () => {
  const read = (id: string, item: string, text: string, unit: string) => {
    const question = every
      .find((each) => each.id === id)
      ?.items.find((each): each is FormQuestion => each.id === item);
    const entry = question === undefined ? null : readNumberEntry(question, text, unit);
    return entry?.state === 'number' ? entry.value.value : null;
  };
  assert.equal(read('bmi', 'kg', '154.3', '[lb_av]'), 69.989302691);
  assert.equal(read('bmi', 'heightM', '162', 'cm'), 1.62);
  assert.equal(read('bmi', 'heightM', '64', '[in_i]'), 1.6256);
  assert.equal(read('gait-speed', 'metres', '13', '[ft_i]'), 3.9624);
  assert.equal(read('cockcroft-gault', 'creatinineUmolL', '1.24', 'mg/dL'), 109.616);
  // Centimetres instead of metres are refused, and milligrams instead of micromoles.
  assert.equal(read('bmi', 'heightM', '162', 'm'), null);
  assert.equal(read('cockcroft-gault', 'creatinineUmolL', '1.24', 'umol/L'), null);
});

test('a text about a result of another day names that day, whatever date it stands under', () => {
  const form = formOfInstrument(cfs);
  const start = startDraft({ id: 'd', resident: 'r', form, at: AT });
  const draft = { ...start, answers: { 'cfs/level': takenOver(number(6), '2025-08-01') } };
  const state = openForm(form, draft, { instruments: [cfs] });
  const score = state.scores.get('cfs');
  assert.ok(score);
  for (const dated of [true, false])
    assert.match(scoreLine(score, state, [cfs], dated), /^Clinical Frailty Scale 6.* of 01-Aug-2025/);
});
