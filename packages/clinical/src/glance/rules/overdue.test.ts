import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fact, recordedAs } from '../../form/suggest/view.fixtures.ts';
import { limitsOf, linesOf, matter, planOf, wordsOf } from '../glance.fixtures.ts';

const action = (due: string | null, owner: string | null = 'Dr Marsh') => ({
  plan: recordedAs(planOf({ actions: [{ text: 'review the quetiapine', owner, due }] })),
});

test('an overdue task says so first, with the number of days', () => {
  assert.deepEqual(wordsOf('overdue', action('2026-11-18')), [
    'Overdue 3 days: review the quetiapine, Dr Marsh | 2026-11-18',
  ]);
  assert.deepEqual(wordsOf('overdue', action('2026-11-20', null)), [
    'Overdue 1 day: review the quetiapine | 2026-11-20',
  ]);
});

test('a due day is overdue when it is over, and a due month when all of it is over', () => {
  assert.deepEqual(wordsOf('overdue', action('2026-11-21')), []);
  assert.deepEqual(wordsOf('overdue', action('2026-11')), []);
  assert.deepEqual(wordsOf('overdue', action('2026-10')), [
    'Overdue: review the quetiapine, Dr Marsh | 2026-10',
  ]);
});

test('the longest overdue leads and the others are counted', () => {
  const sections = {
    ...action('2026-11-18'),
    open: recordedAs([matter('2026-11-01', { kind: 'action', due: '2026-11-10', text: 'Bloods' })]),
    limits: recordedAs(
      limitsOf({
        cpr: [
          { ...fact('2025-06-02'), decision: 'do-not-attempt', reviewBy: '2026-06-02', originalAt: null },
        ],
      }),
    ),
  };
  assert.deepEqual(wordsOf('overdue', sections), [
    'Overdue 172 days: review of the CPR decision; 2 more overdue | 2026-06-02',
  ]);
});

test('what is due longest leads whatever it is called and in whatever order it stands', () => {
  const of = (...dues: readonly string[]) => ({
    plan: recordedAs(planOf({ actions: dues.map((due) => ({ text: `of ${due}`, owner: null, due })) })),
  });
  const days = ['2026-11-02', '2026-11-09', '2026-11-16'];
  for (const order of [days, days.toReversed(), [...days.slice(1), ...days.slice(0, 1)]])
    assert.deepEqual(wordsOf('overdue', of(...order)), [
      'Overdue 19 days: of 2026-11-02; 2 more overdue | 2026-11-02',
    ]);
});

test('the seven working days of the plan are overdue once they have passed without a plan', () => {
  const clock = {
    from: '2026-11-02',
    because: 'admitted',
    dayOne: '2026-11-03',
    due: '2026-11-11',
    met: false,
  } as const;
  assert.deepEqual(wordsOf('overdue', { plan: recordedAs({ plans: [], goals: [], clock }) }), [
    'Overdue 10 days: the personalised plan | 2026-11-11',
  ]);
});

test('a clock that may run longer, or a plan that may be unread, is not called overdue without saying so', () => {
  const clock = {
    from: '2026-11-02',
    because: 'admitted',
    dayOne: '2026-11-03',
    due: '2026-11-11',
    met: false,
    holidaysUnknown: true,
  } as const;
  const gaps = [{ why: 'failed', what: 'care plans' }] as const;
  assert.deepEqual(wordsOf('overdue', { plan: recordedAs({ plans: [], goals: [], clock }, { gaps }) }), [
    'Overdue 10 days: the personalised plan, bank holidays not known, not all plans read | 2026-11-11',
  ]);
});

test('an ended plan is not overdue, and an overdue line cannot be hidden', () => {
  const ended = recordedAs(planOf({ status: 'ended', reviewBy: '2026-01-01' }));
  assert.deepEqual(wordsOf('overdue', { plan: ended }), []);
  const [line] = linesOf(action('2026-11-18'));
  assert.equal(linesOf(action('2026-11-18'), { hidden: [line?.key ?? ''] })[0]?.key, line?.key);
});
