import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carePlanOf } from './care-plan-of.ts';
import { PLAN_TODAY, PLAN_VIEWS, knownAs, line, planView } from './care-plan.fixtures.ts';
import { valueIn } from './map-section.ts';

const mustNot = line('told', { person: 'Derek Hale', may: null, mustNot: 'Anything' });
const plan = knownAs({
  kind: 'recorded',
  value: { plans: [], goals: [], clock: null, lines: [mustNot] },
} as const);
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
