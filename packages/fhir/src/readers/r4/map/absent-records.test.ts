import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, value, type Json } from '../../../record.fixtures.ts';

const plan = (fields: Json): Json =>
  about('CarePlan', 'c', { status: 'active', intent: 'plan', title: 'Falls plan', ...fields });
const goal = about('Goal', 'g', { lifecycleStatus: 'active', description: { text: 'Walk to the garden' } });
const moreOf = (...resources: readonly Json[]) => value('plan', resources).plans[0]?.more;

test('a goal and a team that a plan names are shown themselves if they arrived', () => {
  const team = about('CareTeam', 't', { status: 'active', name: 'Falls team' });
  const named = plan({ goal: [{ reference: 'Goal/g' }], careTeam: [{ reference: 'CareTeam/t' }] });
  assert.equal(moreOf(named, goal, team), undefined);
});

test('a goal and a team that did not arrive, or are contained in the plan, are shown with the plan', () => {
  const inside = { ...goal, id: 'in', description: { text: 'No hoist' } };
  const named = plan({
    contained: [inside],
    goal: [{ reference: 'Goal/g', display: 'Walk again' }, { reference: '#in' }, { reference: 'Goal/x' }],
    careTeam: [{ reference: 'CareTeam/t', display: 'Falls team' }],
  });
  assert.deepEqual(moreOf(named), [
    { name: 'goal', text: 'Walk again' },
    { name: 'goal', text: 'No hoist' },
    { name: 'goal', text: null },
    { name: 'care team', text: 'Falls team' },
  ]);
});

test('a team and a diagnosis of a stay that did not arrive are shown with the identity', () => {
  const stay = about('EpisodeOfCare', 's', {
    status: 'active',
    team: [{ reference: 'CareTeam/t', display: 'Virtual ward' }],
    diagnosis: [
      { condition: { reference: 'Condition/here' } },
      { condition: { reference: 'Condition/x', display: 'Terminal cancer' } },
    ],
  });
  const here = about('Condition', 'here', { code: { text: 'Dementia' } });
  assert.deepEqual(value('identity', [stay, here]).more, [
    { name: 'team', text: 'Virtual ward' },
    { name: 'diagnosis', text: 'Terminal cancer' },
  ]);
});
