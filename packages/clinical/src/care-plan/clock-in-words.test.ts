import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AWKWARD_WEEKS, ENGLAND } from '../rules/awkward-weeks.fixtures.ts';
import { planClock } from '../rules/plan-clock.ts';
import type { Stay } from '../resident/identity.ts';
import { clockInWords, noClockInWords } from './clock-in-words.ts';

const words = (input: Partial<Parameters<typeof planClock>[0]>, today = '2026-11-24') => {
  const clock = planClock({
    plans: [],
    bankHolidays: ENGLAND,
    bankHolidaysUntil: '2027-12-31',
    today,
    ...input,
  });
  assert.ok(clock !== null);
  return clockInWords(clock, today);
};

test('the clock of Friday 22:10 says when the resident came back, which day is day 1, and when the plan is due', () => {
  const told = words({ admitted: '2026-03-02', returned: '2026-11-20T22:10:00Z' });
  assert.equal(
    told.sentence,
    'Plan due Tue 01-Dec-2026: came back from hospital Fri 20-Nov-2026 at 22:10, day 1 is Mon 23-Nov-2026.',
  );
  assert.ok(told.why.some((line) => line.includes('whatever the hour')));
  assert.ok(told.why.some((line) => line.includes('emergency department')));
});

test('the bank holidays that were skipped are named, each with its weekday', () => {
  const { why } = words({ admitted: '2026-12-24' }, '2026-12-24');
  assert.ok(
    why.includes(
      'Not counted, because they are bank holidays: Fri 25-Dec-2026, Mon 28-Dec-2026, Fri 01-Jan-2027.',
    ),
  );
});

test('a day that may be later is said to be so in the sentence itself', () => {
  const { sentence, why } = words({ admitted: '2027-12-23' }, '2027-12-23');
  assert.ok(sentence.startsWith('Plan due Wed 05-Jan-2028, or later'));
  assert.ok(why.some((line) => line.includes('until Fri 31-Dec-2027 only')));
  const { why: none } = words({ admitted: '2026-06-01', bankHolidays: [], bankHolidaysUntil: null });
  assert.ok(none.some((line) => line.includes('no list of bank holidays')));
});

test('the day itself, the day after and a plan that was made are told apart', () => {
  const admitted = '2026-06-01';
  assert.equal(words({ admitted }, '2026-06-10').state, 'due-today');
  assert.equal(words({ admitted }, '2026-06-09').state, 'due');
  assert.equal(words({ admitted }, '2026-06-11').state, 'overdue');
  assert.equal(words({ admitted, plans: ['2026-06-03'] }, '2026-06-11').state, 'met');
});

test('every awkward week is told with both days that it turns on', () => {
  for (const { admitted, returned, dayOne, due } of AWKWARD_WEEKS) {
    const { sentence, why } = words({ admitted, returned: returned ?? null }, admitted.slice(0, 10));
    assert.ok(sentence.includes(due.slice(0, 4)), sentence);
    assert.ok(why.some((line) => line.includes(dayOne.slice(8, 10)) && line.startsWith('Day 1 is')));
  }
});

const stay = (part: Partial<Stay>): Stay => ({
  home: 'Rowan Court',
  room: null,
  since: '2026-06-01',
  kind: 'permanent',
  away: null,
  returned: null,
  ended: null,
  ...part,
});

test('where no clock runs, the reason is said: another nation, away, or a day that is not known', () => {
  assert.match(noClockInWords(stay({}), 'scotland') ?? '', /not in England/);
  assert.match(
    noClockInWords(stay({ away: { where: 'hospital', since: null } }), 'england') ?? '',
    /while the resident is away/,
  );
  assert.match(noClockInWords(stay({ since: '2026-06' }), 'england') ?? '', /not fully known/);
  assert.match(noClockInWords(stay({})) ?? '', /does not say in which nation/);
  assert.equal(noClockInWords(null, 'england'), null);
  assert.equal(noClockInWords(stay({}), 'england'), null);
});
