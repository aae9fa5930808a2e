import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carePlanOf } from './care-plan-of.ts';
import { PLAN_TODAY, PLAN_VIEWS, knownAs, line, planView, said } from './care-plan.fixtures.ts';
import type { PlanLine } from './line.ts';
import { valueIn } from './map-section.ts';

const mustNot = line('told', { person: 'Derek Hale', may: null, mustNot: 'Anything' });
const plan = knownAs({
  kind: 'recorded',
  value: { plans: [], goals: [], clock: null, lines: [mustNot] },
} as const);
const body = (lines: readonly PlanLine[]) =>
  valueIn(
    carePlanOf(
      planView({
        plan: knownAs({ kind: 'recorded', value: { plans: [], goals: [], clock: null, lines } } as const),
      }),
      PLAN_TODAY,
    ).body,
  );
const named = (view: Parameters<typeof carePlanOf>[0]) =>
  valueIn(carePlanOf(view, PLAN_TODAY).body)?.toldOthers.map(({ fields }) => fields.person);

test('somebody who must not be told is in the plan also where no contact has the name', () => {
  assert.deepEqual(named(planView({ plan })), ['Derek Hale']);
  assert.deepEqual(named(PLAN_VIEWS.full), []);
});

test('what may be told is in the plan also where the contacts were not read', () => {
  const failed = { state: 'failed', error: { code: 'timeout' }, at: '2026-11-21T14:05:00Z' } as const;
  assert.deepEqual(named(planView({ plan, people: failed })), ['Derek Hale']);
  assert.deepEqual(named(planView({ people: failed })), ['Ruth Marlow', 'Neil Marlow']);
});

test('a choice without its decision, and a second title, are in the plan all the same', () => {
  const choice = line('choice', { of: 'gone', choice: 'Stay upstairs', means: null });
  const older = line('frame', { title: 'An older plan', reviewBy: null }, said('2026-01-02'));
  const newer = line('frame', { title: 'The plan', reviewBy: null });
  assert.deepEqual(body([choice, older, newer])?.unplaced, [choice, older]);
});

test('a line that holds no longer stays readable', () => {
  const goal = { want: 'I want to sing', step: null, with: null, saidBy: 'herself', due: null };
  const ended = line('goal', goal, said('2026-01-02'), { state: 'ended' });
  assert.deepEqual([body([ended])?.ended, body([ended])?.goals], [[ended], []]);
});
