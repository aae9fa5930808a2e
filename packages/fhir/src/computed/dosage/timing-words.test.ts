import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Dosage, Timing } from '../../readers/r4/dosage.ts';
import { timingParts } from './timing-words.ts';

type Repeat = NonNullable<NonNullable<Dosage['timing']>['repeat']>;

const said = (timing: Timing) => timingParts(timing)?.join(' ') ?? null;

/**
 * A timing and its words. `null`: it cannot be put into words as a whole, and half of it would be another
 * instruction.
 */
const TIMINGS: readonly (readonly [Repeat, string | null])[] = [
  [{ frequency: 1, period: 1, periodUnit: 'd' }, 'once a day'],
  [{ frequency: 2, period: 1, periodUnit: 'd' }, 'twice a day'],
  [{ frequency: 3, period: 1, periodUnit: 'd' }, 'three times a day'],
  [{ frequency: 12, period: 1, periodUnit: 'd' }, '12 times a day'],
  [{ frequency: 1, frequencyMax: 2, period: 1, periodUnit: 'd' }, '1 to 2 times a day'],
  [{ frequencyMax: 4, period: 1, periodUnit: 'd' }, 'up to 4 times a day'],
  [{ frequency: 2, frequencyMax: 2, period: 1, periodUnit: 'd' }, 'twice a day'],
  [{ period: 1, periodUnit: 'd' }, 'once a day'],
  [{ frequency: 3 }, 'three times'],
  [{ frequencyMax: 3 }, 'up to 3 times'],
  [{ frequency: 1, period: 2, periodUnit: 'd' }, 'every other day'],
  [{ frequency: 1, period: 3, periodUnit: 'd' }, 'every 3 days'],
  [{ frequency: 2, period: 3, periodUnit: 'd' }, 'twice every 3 days'],
  [{ frequency: 1, period: 1, periodUnit: 'h' }, 'every hour'],
  [{ frequency: 2, period: 1, periodUnit: 'h' }, 'twice an hour'],
  [{ frequency: 1, period: 6, periodUnit: 'h' }, 'every 6 hours'],
  [{ frequency: 1, period: 4, periodMax: 6, periodUnit: 'h' }, 'every 4 to 6 hours'],
  [{ frequency: 1, period: 1, periodMax: 2, periodUnit: 'd' }, 'every 1 to 2 days'],
  [{ frequency: 1, periodMax: 6, periodUnit: 'h' }, 'every up to 6 hours'],
  [{ frequency: 1, period: 1, periodUnit: 'wk' }, 'once a week'],
  [{ frequency: 1, period: 1, periodUnit: 'mo' }, 'once a month'],
  [{ frequency: 1, period: 1, periodUnit: 'a' }, 'once a year'],
  [{ frequency: 1, period: 72, periodUnit: 'h' }, 'every 72 hours'],
  [
    { frequency: 2, period: 1, periodUnit: 'wk', dayOfWeek: ['mon', 'thu'] },
    'twice a week on Monday and Thursday',
  ],
  [{ dayOfWeek: ['mon', 'wed', 'sun'] }, 'on Monday, Wednesday and Sunday'],
  [{ when: ['MORN', 'HS'] }, 'in the morning and at bedtime'],
  [{ when: ['EVE.late', 'ACV'] }, 'in the late evening and before the evening meal'],
  [{ when: ['IC'] }, 'between meals'],
  [{ frequency: 1, period: 2, periodUnit: 'constructor' }, null],
  [{ when: ['AC'], offset: 30 }, '30 minutes before meals'],
  [{ when: ['PHS'], offset: 1 }, '1 minute after going to sleep'],
  [{ when: ['MORN'], offset: 30 }, null],
  [{ offset: 30 }, null],
  [{ timeOfDay: ['08:00:00', '20:00:00'] }, 'at 08:00 and 20:00'],
  [{ timeOfDay: ['breakfast'] }, null],
  [
    { frequency: 1, period: 1, periodUnit: 'd', boundsDuration: { value: 5, code: 'd' } },
    'once a day for 5 days',
  ],
  [{ boundsDuration: { value: 1, unit: 'week' } }, 'for 1 week'],
  [{ boundsDuration: { value: 10, unit: 'd', comparator: '<=' } }, 'for no more than 10 days'],
  [{ boundsDuration: { value: 10 } }, null],
  [{ boundsRange: { low: { value: 5, code: 'd' }, high: { value: 7, code: 'd' } } }, 'for 5 to 7 days'],
  [{ boundsRange: { high: { value: 7, unit: 'days' } } }, 'for up to 7 days'],
  [
    { boundsPeriod: { start: '2026-11-20', end: '2026-11-27' }, frequency: 3, period: 1, periodUnit: 'd' },
    'three times a day from 20-Nov-2026 until 27-Nov-2026',
  ],
  [{ boundsPeriod: { end: '2026-11' } }, 'until Nov-2026'],
  [{ boundsPeriod: { end: 'soon' } }, null],
  [{ duration: 30, durationUnit: 'min' }, 'over 30 minutes'],
  [{ duration: 1, durationMax: 2, durationUnit: 'h' }, 'over 1 to 2 hours'],
  [{ durationMax: 1, durationUnit: 'h' }, 'over up to 1 hours'],
  [{ duration: 30 }, null],
  [{ count: 1 }, 'once only'],
  [{ count: 3 }, '3 times in all'],
  [{ count: 3, countMax: 5 }, '3 to 5 times in all'],
  [{ countMax: 5 }, 'up to 5 times in all'],
  [{ frequency: 1, period: 1, periodUnit: 'fortnight' }, null],
  [{ dayOfWeek: ['someday'] }, null],
  [{ when: ['MOON'] }, null],
  [{ frequency: 1, periodUnit: 'd' }, null],
];

for (const [repeat, words] of TIMINGS) {
  test(`timing: ${words ?? 'cannot be said'} (${JSON.stringify(repeat)})`, () =>
    assert.equal(said({ repeat }), words));
}

test('an abbreviation is written out, and no Latin is left', () => {
  assert.equal(said({ code: { coding: [{ code: 'BID', display: 'BID' }] } }), 'twice a day');
  assert.equal(said({ code: { coding: [{ code: 'JB' }] } }), 'Monday to Friday');
});

test('a code beside the parts is shown too, but once where it says the same', () => {
  const repeat = { frequency: 1, period: 1, periodUnit: 'd' };
  assert.equal(said({ code: { text: 'Before theatre only' }, repeat }), 'Before theatre only once a day');
  assert.equal(said({ code: { coding: [{ code: 'QD' }] }, repeat }), 'once a day');
  assert.equal(said({ code: { coding: [{ code: 'BID' }] }, repeat }), 'twice a day once a day');
});

test('events are shown with their dates, and an event without a date leaves the timing without words', () => {
  assert.equal(said({ event: ['2026-12-01', null, '2026-12-15'] }), 'on 01-Dec-2026 and 15-Dec-2026');
  assert.equal(said({ event: ['2026-12-01T08:30:00Z'] }), 'on 01-Dec-2026 08:30');
  assert.equal(said({ event: ['some day'] }), null);
});

test('an empty timing has no words', () => {
  assert.deepEqual(timingParts(undefined), []);
  assert.deepEqual(timingParts({ repeat: {} }), []);
});
