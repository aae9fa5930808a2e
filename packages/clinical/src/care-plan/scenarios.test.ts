import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carePlanOf } from './care-plan-of.ts';
import { knownAs, line, PLAN_EXAMPLES, PLAN_TODAY, planView } from './care-plan.fixtures.ts';
import { scenariosWithout } from './scenarios.ts';

const rowsFor = (...situations: readonly string[]) =>
  situations.map((situation) =>
    line('unwell', {
      situation,
      place: 'stay',
      words: null,
      ring: null,
      agreedWith: 'herself',
      agreedOn: '2026-11-20',
    }),
  );

test('each scenario that the plan does not have is named, and a row in other words counts', () => {
  assert.deepEqual(scenariosWithout([]), ['Chest infection', 'A fall', 'Not eating', 'Sudden collapse']);
  assert.deepEqual(scenariosWithout(rowsFor('Pneumonia', 'She falls and cannot get up')), [
    'Not eating',
    'Sudden collapse',
  ]);
  assert.deepEqual(scenariosWithout(rowsFor('No appetite', 'Collapses', 'Falling', 'Chesty cough')), []);
  assert.equal(scenariosWithout(rowsFor('A nightfall of confusion')).includes('A fall'), true);
});

test('what is missing names the scenarios in one sentence, beside the rows that are there', () => {
  const missingOf = (...situations: readonly string[]) => {
    const value = { plans: [], goals: [], clock: null, lines: rowsFor(...situations) };
    const view = planView({ plan: knownAs({ kind: 'recorded', value }) });
    return carePlanOf(view, PLAN_TODAY).missing.find(({ part }) => part === 'unwell')?.words;
  };
  assert.equal(
    missingOf('Chest infection', 'Seizure'),
    'What to do is not recorded for: a fall, not eating, sudden collapse.',
  );
  assert.equal(missingOf('Chest infection', 'A fall', 'Not eating', 'Sudden collapse'), undefined);
  // Where there is no row at all, one sentence says so.
  assert.equal(missingOf(), 'What to do if the resident becomes unwell is not recorded.');
  assert.ok(PLAN_EXAMPLES.full.missing.every(({ part }) => part !== 'unwell'));
});
