/**
 * Values that reverse a statement. A caution beside the statement is not enough: the statement itself must change or go. The
 * summary must say the right words, and not merely other words. `generated-turns.test.ts` proves that no such value is forgotten.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ResidentView } from '../../packages/clinical/src/index.ts';
import { buildView } from '../../packages/fhir/src/index.ts';
import { NOW, PATIENT, PLAIN, type Json, type Plain } from './plain-resources.ts';
import { CARE_TURNS } from './turns/care-turns.ts';
import { CLINICAL_TURNS } from './turns/clinical-turns.ts';
import { MEDICINE_TURNS } from './turns/medicine-turns.ts';
import type { Turn } from './turns/turn.ts';
import { UNFINISHED_TURNS } from './turns/unfinished-turns.ts';
import { statementsOf, wordsOf } from './words-of.ts';

function viewOf(resource: Json, beside: readonly Json[] = []): ResidentView {
  const others = resource['resourceType'] === 'Patient' ? beside : [PATIENT, ...beside];
  return buildView({
    resident: 'r',
    patient: 'p',
    resources: [...others, resource],
    outcomes: {},
    now: NOW,
    sourceLabel: 'test',
  }).view;
}

function plainOf({ type, plain = '' }: Turn): Plain {
  const found = PLAIN[type]?.find(({ name }) => name === plain);
  assert.ok(found);
  return found;
}

for (const turn of [...CLINICAL_TURNS, ...MEDICINE_TURNS, ...CARE_TURNS, ...UNFINISHED_TURNS]) {
  const { type, plain, what, change, says, saysNoMore } = turn;
  test(`${type} ${plain ?? ''}: ${what} changes the statement, and not only what stands beside it`, () => {
    const { resource, beside } = plainOf(turn);
    const turned = Object.fromEntries(
      Object.entries({ ...resource, ...change }).filter(([, field]) => field !== undefined),
    );
    const [before, after] = [viewOf(resource, beside), viewOf(turned, beside)];
    assert.notEqual(statementsOf(after, NOW), statementsOf(before, NOW));
    const [said, now] = [wordsOf(before, NOW), wordsOf(after, NOW)];
    assert.ok(now.includes(says), now);
    assert.ok(!said.includes(says), `"${says}" is said of the plain resource too`);
    if (saysNoMore === undefined) return;
    assert.ok(said.includes(saysNoMore), `"${saysNoMore}" was never said`);
    assert.ok(!now.includes(saysNoMore), now);
  });
}
