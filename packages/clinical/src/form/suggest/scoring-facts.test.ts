import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cfs } from '../../instruments/cfs/cfs.ts';
import { charlson } from '../../instruments/charlson/charlson.ts';
import { news2 } from '../../instruments/news2/news2.ts';
import type { Identity } from '../../resident/identity.ts';
import type { Spo2Target } from '../../resident/measurements.ts';
import type { Answer } from '../answer.ts';
import { scoreAnswers } from '../score-answers.ts';
import { scoringFacts } from './scoring-facts.ts';
import { fact, NOW, person, recordedAs, viewWith } from './view.fixtures.ts';

const factsOf = (part: Partial<Identity>) =>
  scoringFacts(viewWith({ identity: recordedAs(person(part)) }), NOW);

test('an age comes from a whole date of birth, and of nobody who died', () => {
  assert.deepEqual(factsOf({ born: '1962-11-22' }), { ageYears: 63 });
  assert.deepEqual(factsOf({ born: '1962-11-21' }), { ageYears: 64 });
  for (const born of ['1962-11', '1962', '2030-01-01', null]) assert.deepEqual(factsOf({ born }), {});
  assert.deepEqual(factsOf({ born: '1941-07-14', death: { state: 'died', on: null } }), {});
  assert.deepEqual(scoringFacts(viewWith({}), NOW), {});
});

test('an age is that of the day on which the person was seen, also once they have died', () => {
  const of = (part: Partial<Identity>, seen: string) =>
    scoringFacts(viewWith({ identity: recordedAs(person(part)) }), seen);
  assert.deepEqual(of({ born: '1961-11-21' }, '2026-11-20T10:00:00Z'), { ageYears: 64 });
  assert.deepEqual(of({ born: '1961-11-21' }, '2026-11-21T10:00:00Z'), { ageYears: 65 });
  const died = { born: '1941-07-14', death: { state: 'died', on: '2026-11-10' } } as const;
  assert.deepEqual(of(died, '2026-11-10T09:00:00Z'), { ageYears: 85 });
  assert.deepEqual(of(died, '2026-11-11T09:00:00Z'), {});
});

test('no sex, and no disability out of the words of a problem, is a fact', () => {
  const problem = {
    ...fact('1980'),
    text: 'Learning disability',
    status: 'active',
    severity: null,
    ended: null,
  } as const;
  const view = viewWith({
    identity: recordedAs(person({ born: '1941-07-14', gender: 'female' })),
    problems: recordedAs([problem]),
  });
  assert.deepEqual(Object.keys(scoringFacts(view, NOW)), ['ageYears']);
});

test('a fact warns where nothing asks for it, and never answers a question that is asked', () => {
  const scoring = { facts: factsOf({ born: '1962-11-22' }), settings: {} };
  const level = {
    state: 'given',
    values: [{ type: 'number', value: 6 }],
    at: NOW,
    by: null,
    from: { kind: 'entered' },
  } as const;
  assert.ok(scoreAnswers(cfs, { level }, scoring).flags.includes('not-validated-under-65'));
  // Vendors know more than our own reader: what they say warns although the form asks.
  const told = scoreAnswers(cfs, { level }, { ...scoring, facts: { learningDisability: true } });
  assert.ok(told.flags.includes('not-validated-disability'));
  assert.ok(scoreAnswers(charlson, {}, scoring).missing.includes('ageYears'));
});

test('a recorded target of 88–92 % keeps a score from assuming scale 1', () => {
  const story = { scores: [], usual: null, observations: [] };
  const told = (target: Spo2Target | null) =>
    scoringFacts(viewWith({ news2: recordedAs({ ...story, target }) }), NOW);
  assert.deepEqual(told(null), {});
  assert.deepEqual(told({ ...fact('2026-10-01'), low: 90, high: 94, scale: null, text: '90–94 %' }), {});
  const target: Spo2Target = { ...fact('2026-10-01'), low: 88, high: 92, scale: 2, text: '88–92 %' };
  assert.deepEqual(told(target), { recordedScale: 2 });
  const spo2: Answer = {
    state: 'given',
    values: [{ type: 'number', value: 90 }],
    at: NOW,
    by: null,
    from: { kind: 'entered' },
  };
  const score = scoreAnswers(news2, { spo2 }, { facts: told(target), settings: {} });
  assert.deepEqual([score.band, score.flags], [null, ['spo2-needs-scale']]);
});
