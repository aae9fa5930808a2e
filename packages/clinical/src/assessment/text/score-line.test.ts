import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer, AnswerValue } from '../../form/answer.ts';
import { answerItem } from '../../form/answer-item.ts';
import { formOfInstrument } from '../../form/form-of-instrument.ts';
import { openForm } from '../../form/open.ts';
import { startDraft } from '../../form/start.ts';
import { instruments } from '../../instruments/index.ts';
import { scoreLine } from './score-line.ts';

const AT = '2026-11-20T09:15:00+00:00';
const ENTERED = { kind: 'entered' } as const;
const given = (value: AnswerValue, more: Partial<Extract<Answer, { state: 'given' }>> = {}): Answer => ({
  state: 'given',
  values: [value],
  at: AT,
  by: null,
  from: ENTERED,
  ...more,
});
const num = (value: number): AnswerValue => ({ type: 'number', value });

/** The line of a finished instrument of these answers, under the date of its assessment or with it. */
function lineOf(id: string, answers: Readonly<Record<string, Answer>>, dated: boolean): string {
  const instrument = instruments.find((each) => each.id === id) ?? assert.fail();
  const form = formOfInstrument(instrument);
  let state = openForm(form, startDraft({ id: 'd', resident: 'r', form, at: AT }), { instruments });
  for (const [item, answer] of Object.entries(answers))
    ({ state } = answerItem(state, `${id}/${item}`, answer));
  return scoreLine(state.scores.get(id) ?? assert.fail(), state, instruments, dated);
}

test('a part that was answered on another day says that day, and the others do not', () => {
  const walk = { metres: given(num(4)), seconds: given(num(8), { at: '2026-11-18T16:00:00+00:00' }) };
  const line = lineOf('gait-speed', walk, false);
  assert.match(line, /: 8 \[18-Nov-2026\]/);
  assert.equal(line.split('[').length, 2, line);
  assert.doesNotMatch(lineOf('gait-speed', { ...walk, seconds: given(num(8)) }, false), /\[/);
});

test('what nobody answered is named once, as missing, and never among what was found', () => {
  const line = lineOf('news2', { rr: given(num(26)), pulse: given(num(95)) }, false);
  assert.match(
    line,
    /^NEWS2 not complete: at least 4 of 20, already low-medium: Breaths[^;]*: 26 \(3\); Pulse[^;]*: 95 \(1\); missing: /,
  );
  assert.doesNotMatch(line, /not given/);
});

test('the day is that of London: a part of just before midnight there is of the same day', () => {
  const at = '2026-11-20T23:59:00+00:00';
  assert.doesNotMatch(
    lineOf('gait-speed', { metres: given(num(4)), seconds: given(num(8), { at }) }, false),
    /\[/,
  );
});

test('a part out of the record says its day there and where it is from', () => {
  const metres = { type: 'number', value: 1.62, unit: 'm' } as const;
  const from = { kind: 'accepted', recordedOn: '2026-03-01', source: 'Shared record' } as const;
  const line = lineOf('bmi', { kg: given(num(58.2)), heightM: given(metres, { from }) }, false);
  assert.match(line, /1\.62 m \[01-Mar-2026, Shared record\]/);
});

test('a result that was reached on another day says that day, also under the date of its assessment', () => {
  const answers = { level: given(num(6)), on: given({ type: 'date', value: '2025-07-30' }) };
  for (const dated of [true, false]) assert.match(lineOf('cfs', answers, dated), / of 30-Jul-2025/);
  assert.match(lineOf('cfs', { level: given(num(6)) }, true), / at 09:15 on 20-Nov-2026/);
  assert.doesNotMatch(lineOf('cfs', { level: given(num(6)) }, false), /20-Nov-2026/);
});

test('a speed has its unit, and so has each of its readings', () => {
  const line = lineOf('gait-speed', { metres: given(num(4)), seconds: given(num(8)) }, false);
  assert.match(line, /^Gait speed 0\.5 m\/s \(slow\)/);
});
