import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, weekday } from '../time/civil-date.ts';
import { AWKWARD_WEEKS, ENGLAND } from './awkward-weeks.fixtures.ts';
import { planClock } from './plan-clock.ts';

const bankHolidays = ['2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-12-25', '2026-12-28'];
const clock = (
  input: Omit<Parameters<typeof planClock>[0], 'bankHolidays' | 'plans'>,
  plans: string[] = [],
) => planClock({ ...input, plans, bankHolidays });

test('the plan is never due on a weekend or holiday, and the count never begins on one', () => {
  const day = fc.integer({ min: 0, max: 364 }).map((n) => addDays('2026-01-01', n));
  fc.assert(
    fc.property(day, fc.array(day, { maxLength: 60 }), (admitted, holidays) => {
      const result = planClock({ admitted, plans: [], bankHolidays: holidays });
      for (const date of [result?.dayOne ?? '', result?.due ?? '']) {
        assert.ok(![0, 6].includes(weekday(date)) && !holidays.includes(date));
      }
      assert.ok(
        (result?.from ?? '') < (result?.dayOne ?? '') && (result?.dayOne ?? '') < (result?.due ?? ''),
      );
    }),
  );
});

test('a return from hospital starts the clock again, and an old plan no longer meets it', () => {
  const admitted = '2026-03-02';
  assert.deepEqual(clock({ admitted }, ['2026-03-05']), {
    from: '2026-03-02',
    because: 'admitted',
    dayOne: '2026-03-03',
    due: '2026-03-11',
    met: true,
  });
  assert.deepEqual(clock({ admitted, returned: '2026-03-31T22:30:00Z' }, ['2026-03-05']), {
    from: '2026-03-31',
    because: 'returned',
    arrived: '2026-03-31T22:30:00Z',
    dayOne: '2026-04-01',
    due: '2026-04-13',
    met: false,
    skipped: ['2026-04-03', '2026-04-06'],
  });
  assert.equal(clock({ admitted, returned: '2026-02-01' })?.because, 'admitted');
});

test('no clock is given when the day that starts it is not known', () => {
  assert.equal(clock({}), null);
  assert.equal(clock({ admitted: null, returned: null }), null);
  assert.equal(clock({ admitted: '2026-03' }), null);
  assert.equal(clock({ admitted: 'x' }), null);
  assert.equal(clock({ admitted: '2026-03-02', returned: '2026' }), null);
  assert.equal(clock({ admitted: '2026-03-02', returned: 'x' }), null);
  assert.equal(clock({ admitted: '2026-03', returned: '2026-03-10' }), null);
  assert.equal(clock({ admitted: '2026-03-10', returned: '2026-02' })?.from, '2026-03-10');
  assert.equal(clock({ admitted: '2026', returned: '2026-12-31' })?.because, 'returned');
});

test('a plan that may be older than the arrival does not meet the clock', () => {
  const admitted = '2026-03-02';
  for (const plan of ['2026-03-01', '2026-03', '2026', 'x', ''])
    assert.equal(clock({ admitted }, [plan])?.met, false);
  for (const plan of ['2026-03-02', '2026-03-02T09:00:00Z', '2026-04'])
    assert.equal(clock({ admitted }, [plan])?.met, true);
  assert.equal(planClock({ admitted, plans: [null], bankHolidays })?.met, false);
});

test('a plan dated after today does not count yet, nor does one in the far future', () => {
  assert.equal(clock({ admitted: '2026-03-02', today: '2026-03-04' }, ['2026-03-05'])?.met, false);
  assert.equal(clock({ admitted: '2026-03-02', today: '2026-03-05' }, ['2026-03-05'])?.met, true);
  assert.equal(clock({ admitted: '2026-11-02' }, ['2099-01-01'])?.met, false);
});

test('the clock says so if the list of bank holidays ends before the due day', () => {
  const due = (of: Partial<Parameters<typeof planClock>[0]>) =>
    planClock({ admitted: '2026-12-18', plans: [], bankHolidays: [], ...of });
  assert.deepEqual([due({})?.due, due({})?.holidaysUnknown], ['2026-12-29', true]);
  const known = due({ bankHolidays });
  assert.deepEqual([known?.due, known?.holidaysUnknown], ['2026-12-31', undefined]);
  assert.equal(due({ bankHolidays, admitted: '2026-12-24' })?.holidaysUnknown, true);
  assert.equal(due({ bankHolidays, bankHolidaysUntil: '2026-06-30' })?.holidaysUnknown, true);
  assert.equal(
    due({ bankHolidays, bankHolidaysUntil: '2027-12-31', admitted: '2026-12-24' })?.holidaysUnknown,
    undefined,
  );
});

for (const { week, admitted, returned, dayOne, due, skipped, isUncertain } of AWKWARD_WEEKS)
  test(`the seven working days of an awkward week: ${week}`, () => {
    const result = planClock({
      admitted,
      returned: returned ?? null,
      plans: [],
      bankHolidays: ENGLAND,
      bankHolidaysUntil: '2027-12-31',
    });
    assert.deepEqual(
      [result?.dayOne, result?.due, result?.skipped, result?.holidaysUnknown],
      [dayOne, due, skipped, isUncertain],
    );
    assert.equal(result?.because, returned === undefined ? 'admitted' : 'returned');
  });

test('a list of bank holidays that ends too early is said with its last day', () => {
  assert.equal(planClock({ admitted: '2026-06-01', plans: [], bankHolidays: [] })?.holidaysKnownUntil, null);
  const ends = planClock({ admitted: '2026-12-30', plans: [], bankHolidays })?.holidaysKnownUntil;
  assert.equal(ends, '2026-12-31');
});
