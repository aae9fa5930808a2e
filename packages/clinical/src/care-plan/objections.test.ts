import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlanSummary } from '../resident/plan.ts';
import type { Gap, Section } from '../section.ts';
import { carePlanOf } from './care-plan-of.ts';
import { knownAs, line, PLAN_EXAMPLES, PLAN_TODAY, planView } from './care-plan.fixtures.ts';
import type { PlanLine } from './line.ts';

const OBJECTION = line('sharing', { basis: 'objection', words: 'Not with the hospital' });
const GAP: Gap = { why: 'failed', what: 'consents' };
const summary = (lines: readonly PlanLine[] | undefined): PlanSummary => ({
  plans: [],
  goals: [],
  clock: null,
  ...(lines === undefined ? {} : { lines }),
});
const recorded = (lines: readonly PlanLine[] | undefined, gaps: readonly Gap[] = []) =>
  of(knownAs({ kind: 'recorded', value: summary(lines) }, { gaps }));
const of = (plan: Section<PlanSummary>) => {
  const { isRead, lines } = carePlanOf(planView({ plan }), PLAN_TODAY).objections;
  return [isRead, lines.map(({ fields }) => fields.words)] as const;
};

test('an objection to sharing that is in force or only proposed is one, and an ended one is none', () => {
  assert.deepEqual(recorded([OBJECTION]), [true, ['Not with the hospital']]);
  assert.deepEqual(recorded([{ ...OBJECTION, state: 'proposed' }]), [true, ['Not with the hospital']]);
  assert.deepEqual(recorded([{ ...OBJECTION, state: 'ended' }]), [true, []]);
  assert.deepEqual(recorded([line('sharing', { basis: 'direct-care', words: null })]), [true, []]);
  assert.equal(PLAN_EXAMPLES.objection.objections.lines.length, 1);
  assert.deepEqual(PLAN_EXAMPLES.full.objections, { isRead: true, lines: [] });
});

test('what was not read, or was read in part, is not “no objection”', () => {
  assert.deepEqual(of({ state: 'loading' }), [false, []]);
  assert.deepEqual(recorded(undefined), [false, []]);
  assert.deepEqual(recorded([], [GAP]), [false, []]);
  assert.deepEqual(recorded([OBJECTION], [GAP]), [false, ['Not with the hospital']]);
  assert.deepEqual(of(knownAs({ kind: 'not-recorded' })), [true, []]);
  assert.deepEqual(of(knownAs({ kind: 'not-recorded' }, { gaps: [GAP] })), [false, []]);
});

test('where records disagree about the plan, an objection on either side is one', () => {
  const { id, on, source, by, cautions } = OBJECTION;
  const sides = [summary([OBJECTION]), summary([])].map((value) => ({ id, on, source, by, cautions, value }));
  assert.deepEqual(of(knownAs({ kind: 'disagree', sides, common: null })), [
    false,
    ['Not with the hospital'],
  ]);
});
