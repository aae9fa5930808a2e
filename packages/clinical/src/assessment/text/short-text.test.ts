import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instruments } from '../../instruments/index.ts';
import { answered, NURSE, SEEN, startOf, type SaidByKey } from '../answered.fixtures.ts';
import { cga1 } from '../cga/cga-1.ts';
import { finishAssessment } from '../finish.ts';
import { asText } from './as-text.ts';

const SAID: SaidByKey = {
  reason: 'annual',
  place: 'home',
  capacity: 'varies',
  consent: 'best-interest',
  matters: 'Chapel on Sunday.',
  'cfs/level': 6,
  'cfs/version': '2.0',
  'falls-12m': 2,
  'must/total': 2,
  skin: ['none'],
  acp: 'done',
  respect: 'yes',
  'respect-where': 'red folder, office',
  'cpr-form': 'yes',
  'cpr-where': 'red folder, office',
  preferred: 'here',
  safeguarding: 'yes',
  stratum: 'watch',
  escalation: 'Treat me here first',
  'next-review': '2027-05-12',
  'problem-name[1]': 'Weight loss',
  'problem-action[1]': 'Fortify food, weigh each week',
  'problem-owner[1]': 'named nurse',
  'problem-due[1]': '2026-12-01',
  'problem-name[2]': 'Falls',
};
const of = (said: SaidByKey) =>
  asText(cga1, answered(cga1, said), { now: SEEN, author: NURSE, instruments, length: 'short' }).split('\n');
const lineOf = (said: SaidByKey, title: string) =>
  of(said).find((line) => line.startsWith(`${title}: `)) ?? '';

test('a whole assessment is at most 20 short lines, and each says what it is about', () => {
  const lines = of(SAID);
  assert.ok(lines.length <= 20, lines.join('\n'));
  for (const line of lines.slice(1, -3)) assert.match(line, /^[A-Z][A-Za-z0-9 ]+: /);
  assert.match(lines.at(-1) ?? '', /^DRAFT, not finished\./);
});

test('each problem has its action, who does it and by when, and what nobody wrote is said', () => {
  assert.equal(
    lineOf(SAID, 'Problem 1'),
    'Problem 1: Weight loss; action: Fortify food, weigh each week; by: named nurse; due: 01-Dec-2026.',
  );
  assert.equal(
    lineOf(SAID, 'Problem 2'),
    'Problem 2: Falls; action: none written; by: nobody named; due: no day.',
  );
  assert.equal(lineOf({}, 'Problems'), 'Problems: none has a plan in this assessment.');
});

test('active problems are named although none of them has a plan', () => {
  const lines = of({ 'active-name[1]': 'Recurrent falls', 'active-name[2]': 'Heart failure' });
  assert.ok(lines.includes('Active problems: Recurrent falls; Heart failure.'), lines.join('\n'));
  assert.ok(lines.includes('Problems: none has a plan in this assessment.'));
});

test('why, what is agreed and where each original is, and how to go on, are in the short copy, in this order', () => {
  const whole: SaidByKey = {
    ...SAID,
    'respect-on': '2026-04-16',
    adrt: 'yes',
    'adrt-on': '2025-02-03',
    'adrt-where': 'solicitor',
  };
  const lines = ['Reason', 'About me', 'Limits', 'Next'].map((title) => lineOf(whole, title));
  assert.deepEqual(lines, [
    'Reason: Why now: Yearly; Where seen: In the care home; Capacity for this assessment and plan: Comes and goes; On what basis: Best interests.',
    'About me: What matters to me: Chapel on Sunday.',
    'Limits: Advance care planning: Done; ReSPECT form: Yes; Dated: 16-Apr-2026; Where the original is: red folder, office; Advance decision to refuse treatment: Yes; Dated: 03-Feb-2025; Where the original is: solicitor; Preferred place of care and death: This home.',
    'Next: How closely to follow: Watch: seen this week; If I become unwell, in one sentence: Treat me here first; Next review: 12-May-2027.',
  ]);
  assert.match(
    lineOf(whole, 'CPR'),
    /^CPR: A form about CPR is in the home: Yes; Where the original is: red folder, office; .*CPR only/,
  );
});

test('problems beyond the sixth are counted, and what is not decided is named', () => {
  const many = Object.fromEntries(
    Array.from({ length: 9 }, (_, at) => [`problem-name[${at + 1}]`, `Problem of ${at + 1}`]),
  );
  assert.equal(lineOf(many, 'Problems'), 'Problems: 3 more on the list. They are in the full text.');
  assert.match(lineOf(SAID, 'Suggested and not decided'), /Risk of malnutrition/);
});

test('no score is a bare number: each has its band, version and what limits it', () => {
  assert.match(
    lineOf(SAID, 'Frailty'),
    /Clinical Frailty Scale 6 \(group of levels 4 to 6\) \(CFS version 2\.0\); .*not an eFI/,
  );
  assert.match(lineOf(SAID, 'Scores'), /MUST total 2 \(high\) \(version not stated\)/);
});

test('a form about CPR is never named without what it is not, and what is kept back is in no copy', () => {
  assert.match(lineOf(SAID, 'CPR'), /Yes.*about CPR only.*neither "for CPR" nor "not for CPR"/);
  assert.equal(lineOf({ ...SAID, 'cpr-form': null }, 'CPR'), '');
  assert.doesNotMatch(of(SAID).join('\n'), /safeguarding/i);
});

test('what was taken over has its own day and source', () => {
  const taken = {
    state: 'given',
    values: [{ type: 'option', value: 'yes' }],
    at: SEEN,
    by: NURSE,
    from: { kind: 'accepted', recordedOn: '2026-04-16', source: 'Shared record' },
  } as const;
  assert.match(lineOf({ respect: taken }, 'Limits'), /ReSPECT form: Yes \(16-Apr-2026, Shared record\)/);
});

test('a finished one says who finished it, and an instrument alone is as short as it was', () => {
  const state = answered(cga1, SAID, { from: startOf(cga1) });
  const finished = finishAssessment(state, { at: SEEN, by: NURSE, template: cga1 });
  const options = { now: SEEN, author: NURSE, instruments, length: 'short' } as const;
  assert.match(asText(cga1, finished, options), /\nFinished 12-Nov-2026 09:15 by Nurse One, nurse\./);
});
