import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlanLine } from '../care-plan/line.ts';
import type { PlanSummary } from '../resident/plan.ts';
import type { Gap, Section } from '../section.ts';
import { planRows } from './plan-rows.ts';

const LINE: PlanLine<'unwell'> = {
  id: 'row-1',
  on: '2026-06-02',
  source: { label: 'Rowan Court' },
  by: null,
  cautions: [],
  kind: 'unwell',
  state: 'in-force',
  fields: {
    situation: 'Chest infection',
    place: 'stay',
    words: 'Antibiotics from the box.',
    ring: null,
    agreedWith: 'her daughter',
    agreedOn: '2026-06-02',
  },
};

function plan(lines?: readonly PlanLine[], gaps: readonly Gap[] = []): Section<PlanSummary> {
  const value = { plans: [], goals: [], clock: null, ...(lines === undefined ? {} : { lines }) };
  const asOf = '2026-11-20T09:00:00Z';
  const content = { kind: 'recorded', value } as const;
  return { state: 'known', content, asOf, freshness: 'current', refresh: { state: 'idle' }, gaps };
}

test('R7: an agreed row in force is one, in the words of the plan', () => {
  assert.deepEqual(planRows(plan([LINE])), {
    isRead: true,
    rows: [
      {
        id: 'row-1',
        situation: 'Chest infection',
        words: 'Stay here. Antibiotics from the box.',
        ring: null,
        agreed: 'Agreed with her daughter, 02-Jun-2026',
      },
    ],
  });
});

test('R7: what is proposed, in doubt, over, or agreed on no day stands in place of nothing', () => {
  for (const line of [
    { ...LINE, state: 'proposed' },
    { ...LINE, state: 'ended' },
    { ...LINE, cautions: ['contradicted'] },
    { ...LINE, fields: { ...LINE.fields, agreedOn: null } },
    { ...LINE, fields: { ...LINE.fields, place: null, words: null } },
  ] as const)
    assert.deepEqual(planRows(plan([line])).rows, []);
});

test('R7: a plan that was not read, or not whole, is not "no row"', () => {
  assert.equal(planRows({ state: 'loading' }).isRead, false);
  assert.equal(planRows(plan()).isRead, false);
  assert.equal(planRows(plan([], [{ why: 'failed', what: 'care plans' }])).isRead, false);
  assert.equal(planRows(plan([])).isRead, true);
});
