import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlanLine } from '../care-plan/line.ts';
import type { PlanSummary } from '../resident/plan.ts';
import type { Gap, Section } from '../section.ts';
import { planRows as planRowsOn } from './plan-rows.ts';

const planRows = (section: Section<PlanSummary>) => planRowsOn(section, '2026-11-20');

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
    refused: [],
  });
});

test('R7: what is proposed, not sent, in doubt, over, or agreed by nobody or on no day stands in place of nothing', () => {
  const of = (line: PlanLine) => {
    const { rows, refused } = planRows(plan([line]));
    assert.deepEqual(rows, []);
    return refused.map(({ situation, why }) => `${situation}: ${why}`);
  };
  const without = (fields: Partial<typeof LINE.fields>) => ({
    ...LINE,
    fields: { ...LINE.fields, ...fields },
  });
  assert.deepEqual(of({ ...LINE, state: 'ended' }), []);
  for (const [line, why] of [
    [{ ...LINE, state: 'proposed' }, 'proposed, and not in force'],
    [{ ...LINE, cautions: ['not-sent'] }, 'not sent yet'],
    [{ ...LINE, cautions: ['arrival-not-known'] }, 'not sent yet'],
    [{ ...LINE, cautions: ['contradicted'] }, 'in doubt'],
    [without({ agreedWith: null }), 'not said who agreed it, and when'],
    [without({ agreedOn: null }), 'not said who agreed it, and when'],
    [without({ agreedWith: ' \u200b' }), 'not said who agreed it, and when'],
    [without({ agreedOn: '2026-02-29' }), 'not said who agreed it, and when'],
    [without({ agreedOn: 'soon' }), 'not said who agreed it, and when'],
    [without({ agreedOn: '' }), 'not said who agreed it, and when'],
    [without({ agreedOn: '2026-11-21' }), 'agreed on a day that has not come'],
    [without({ agreedOn: '2026-12' }), 'agreed on a day that has not come'],
    [without({ agreedOn: '2062' }), 'agreed on a day that has not come'],
    [without({ place: null, words: null }), 'not said what to do'],
    [without({ place: null, words: '\u200b ' }), 'not said what to do'],
  ] as const)
    assert.deepEqual(of(line), [`Chest infection: ${why}`]);
  for (const situation of [null, '\u200b '])
    assert.deepEqual(of(without({ situation })), ['a situation without a name: not said what to do']);
});

test('R7: words that were changed in their place after the agreement are not those that were agreed', () => {
  const changed = (at: string, what = 'changed') =>
    planRows(plan([{ ...LINE, history: [{ at, by: 'Amy', what }] }]));
  assert.deepEqual(changed('2026-06-03T08:00:00Z').refused, [
    { situation: 'Chest infection', why: 'changed after it was agreed' },
  ]);
  assert.equal(changed('2026-06-02T08:00:00Z').rows.length, 1);
  assert.equal(changed('2026-06-03T08:00:00Z', 'written').rows.length, 1, 'typed in on the day after');
  const fields = { ...LINE.fields, agreedOn: '2026' };
  const history = [{ at: '2026-08-01', by: null, what: 'changed' }];
  assert.equal(
    planRows(plan([{ ...LINE, fields, history }])).refused.length,
    1,
    'nobody knows whether it was agreed before the change',
  );
});

test('R7: a plan that was not read, or not whole, is not "no row"', () => {
  assert.equal(planRows({ state: 'loading' }).isRead, false);
  assert.equal(planRows(plan()).isRead, false);
  assert.equal(planRows(plan([], [{ why: 'failed', what: 'care plans' }])).isRead, false);
  assert.equal(planRows(plan([])).isRead, true);
});
