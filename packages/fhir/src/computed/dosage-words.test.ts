import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Caution } from '@ehch/clinical';
import type { Dosage } from '../readers/r4/dosage.ts';
import { dosageWords } from './dosage-words.ts';
import { timingWords } from './timing-words.ts';

type Repeat = NonNullable<NonNullable<Dosage['timing']>['repeat']>;

/** A timing and how it is said. `null`: it cannot be said whole, and half of it would be another instruction. */
const TIMINGS: readonly (readonly [Repeat, string | null])[] = [
  [{ frequency: 1, period: 1, periodUnit: 'd' }, 'once a day'],
  [{ frequency: 2, period: 1, periodUnit: 'd' }, 'twice a day'],
  [{ frequency: 3, period: 1, periodUnit: 'd' }, 'three times a day'],
  [{ frequency: 1, frequencyMax: 2, period: 1, periodUnit: 'd' }, '1 to 2 times a day'],
  [{ frequency: 1, period: 2, periodUnit: 'd' }, 'every other day'],
  [{ frequency: 1, period: 6, periodUnit: 'h' }, 'every 6 hours'],
  [{ frequency: 1, period: 4, periodMax: 6, periodUnit: 'h' }, 'every 4 to 6 hours'],
  [{ frequency: 1, period: 1, periodUnit: 'wk' }, 'once a week'],
  [{ frequency: 1, period: 72, periodUnit: 'h' }, 'every 72 hours'],
  [
    { frequency: 2, period: 1, periodUnit: 'wk', dayOfWeek: ['mon', 'thu'] },
    'twice a week on Monday and Thursday',
  ],
  [{ when: ['MORN', 'HS'] }, 'in the morning and at bedtime'],
  [{ when: ['EVE.late', 'ACV'] }, 'in the late evening and before the evening meal'],
  [{ frequency: 1, period: 2, periodUnit: 'constructor' }, null],
  [{ when: ['AC'], offset: 30 }, '30 minutes before meals'],
  [{ timeOfDay: ['08:00:00', '20:00:00'] }, 'at 08:00 and 20:00'],
  [
    { frequency: 1, period: 1, periodUnit: 'd', boundsDuration: { value: 5, code: 'd' } },
    'once a day for 5 days',
  ],
  [{ count: 1 }, 'once only'],
  [{ frequency: 1, period: 1, periodUnit: 'fortnight' }, null],
  [{ dayOfWeek: ['someday'] }, null],
  [{ when: ['MOON'] }, null],
  [{ frequency: 1, periodUnit: 'd' }, null],
];

for (const [repeat, said] of TIMINGS) {
  test(`timing: ${said ?? 'cannot be said'} (${JSON.stringify(repeat)})`, () =>
    assert.equal(timingWords({ repeat }), said));
}

test('an abbreviation is written out, and no Latin is left', () => {
  assert.equal(timingWords({ code: { coding: [{ code: 'BID' }] } }), 'twice a day');
});

const read = (...dosages: readonly Dosage[]) => {
  const care = new Set<Caution>();
  return { ...dosageWords(dosages, care), care: [...care] };
};

test('the text of the record comes first and whole; a single dose stands apart', () => {
  const found = read({
    text: '2 capsules 4 times a day.',
    timing: { repeat: { frequency: 4, period: 1, periodUnit: 'd' } },
    route: { text: 'Oral' },
    doseAndRate: [{ doseQuantity: { value: 500, unit: 'mg' } }],
  });
  assert.deepEqual(found, {
    dose: { value: 500, unit: 'mg' },
    route: 'Oral',
    instructions: '2 capsules 4 times a day.',
    use: 'regular',
    care: [],
  });
});

test('without text the parts are said, and "as required" with its reason', () => {
  const found = read({
    timing: { repeat: { frequency: 1, period: 4, periodUnit: 'h' } },
    asNeededCodeableConcept: { text: 'pain' },
    doseAndRate: [{ doseQuantity: { value: 5, unit: 'mL' } }],
    maxDosePerPeriod: { numerator: { value: 20, unit: 'mL' }, denominator: { value: 1, unit: 'day' } },
  });
  assert.equal(found.use, 'as-required');
  assert.equal(found.instructions, 'every 4 hours, as required for pain, no more than 20 mL in 1 day');
});

test('of several doses none is picked: each stays in words, in its order', () => {
  const found = read(
    {
      sequence: 2,
      doseAndRate: [{ doseQuantity: { value: 10, unit: 'mg' } }],
      timing: { repeat: { when: ['EVE'] } },
    },
    {
      sequence: 1,
      doseAndRate: [{ doseQuantity: { value: 20, unit: 'mg' } }],
      timing: { repeat: { when: ['MORN'] } },
    },
  );
  assert.equal(found.dose, null);
  assert.equal(found.instructions, '20 mg, in the morning, then 10 mg, in the evening');
});

test('a dose that is only a limit or has no unit is no dose', () => {
  assert.equal(
    read({ doseAndRate: [{ doseQuantity: { value: 5, comparator: '<', unit: 'mg' } }] }).dose,
    null,
  );
  assert.equal(read({ doseAndRate: [{ doseQuantity: { value: 5 } }] }).dose, null);
});

test('a timing that cannot be said is a caution, and not a shorter timing', () => {
  const found = read({ timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd', when: ['MOON'] } } });
  assert.deepEqual([found.instructions, found.care], [null, ['partly-unreadable']]);
});
