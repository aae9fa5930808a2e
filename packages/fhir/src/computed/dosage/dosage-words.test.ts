import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Cautions } from '../../readers/r4/cautions.ts';
import type { Dosage } from '../../readers/r4/dosage.ts';
import { dosageWords } from './dosage-words.ts';

const read = (...dosages: readonly Dosage[]) => {
  const cautions = new Cautions();
  return { ...dosageWords(dosages, cautions), cautions: [...cautions], more: cautions.more };
};

/** The dose, then the route and the instructions, as the line of the list has them. */
const line = (...dosages: readonly Dosage[]) => {
  const { dose, route, instructions } = read(...dosages);
  const parts = [dose === null ? null : `DOSE ${dose.value} ${dose.unit}`, route, instructions];
  return parts.filter((part) => part !== null).join(' — ');
};

const daily = (frequency: number) => ({ repeat: { frequency, period: 1, periodUnit: 'd' } });
const mg = (value: number) => ({ doseQuantity: { value, unit: 'mg' } });
const tablets = (value: number) => ({ value, unit: 'tablet' });
const perDay = (value: number, unit: string) => ({
  numerator: { value, unit },
  denominator: { value: 1, unit: 'd' },
});

/** Inputs of our own, like those in public reports about coded doses that a text hid. */
const WHOLE: readonly (readonly [string, Dosage, string])[] = [
  [
    'words for the patient stand beside the dose, not in its place',
    { patientInstruction: 'with food', timing: daily(2), doseAndRate: [mg(100)], asNeededBoolean: false },
    'DOSE 100 mg — twice a day, with food',
  ],
  [
    'a range, a reason and a maximum stay',
    {
      patientInstruction: 'Keep within reach',
      asNeededCodeableConcept: { text: 'breathlessness' },
      timing: { repeat: { frequency: 1, period: 4, periodUnit: 'h' } },
      doseAndRate: [{ doseRange: { low: { value: 2.5, unit: 'mL' }, high: { value: 5, unit: 'mL' } } }],
      maxDosePerPeriod: perDay(30, 'mL'),
    },
    '2.5 to 5 mL, every 4 hours, as required for breathlessness, no more than 30 mL in a day. Keep within reach',
  ],
  [
    'a text does not swallow an additional instruction and a maximum',
    {
      text: 'One tablet daily',
      additionalInstruction: [{ text: 'Do not drink alcohol' }],
      timing: daily(1),
      doseAndRate: [{ doseQuantity: tablets(1) }],
      maxDosePerPeriod: perDay(4, 'tablet'),
    },
    'DOSE 1 tablet — One tablet daily. Do not drink alcohol, no more than 4 tablets in a day',
  ],
  [
    'a course has its days',
    {
      timing: {
        repeat: {
          ...daily(3).repeat,
          boundsPeriod: { start: '2026-11-20', end: '2026-11-27' },
        },
      },
      doseAndRate: [mg(500)],
    },
    'DOSE 500 mg — three times a day from 20-Nov-2026 until 27-Nov-2026',
  ],
  [
    'a site, a route and a method are said',
    {
      timing: { repeat: { ...daily(1).repeat, when: ['HS'] } },
      site: { text: 'left eye' },
      route: { text: 'ocular' },
      method: { text: 'Instil' },
      doseAndRate: [{ doseQuantity: { value: 1, unit: 'drop' } }],
    },
    'DOSE 1 drop — ocular — Instil, left eye, once a day at bedtime',
  ],
  [
    'a text does not swallow the site',
    {
      text: 'One drop at night',
      site: { text: 'left eye' },
      doseAndRate: [{ doseQuantity: { value: 1, unit: 'drop' } }],
    },
    'DOSE 1 drop — One drop at night, left eye',
  ],
  [
    'single days are said',
    {
      timing: { event: ['2026-12-01', '2026-12-15'] },
      doseAndRate: [{ doseQuantity: { value: 1, unit: 'injection' } }],
    },
    'DOSE 1 injection — on 01-Dec-2026 and 15-Dec-2026',
  ],
  [
    'a code of the timing stands beside its parts',
    {
      timing: { code: { text: 'Before theatre only' }, ...daily(1) },
      doseAndRate: [{ doseQuantity: tablets(1) }],
    },
    'DOSE 1 tablet — Before theatre only once a day',
  ],
  [
    'two ways to say one dose are both said, each with its kind',
    {
      timing: daily(2),
      doseAndRate: [
        { type: { text: 'ordered' }, doseQuantity: tablets(1) },
        { type: { text: 'calculated' }, ...mg(500) },
      ],
    },
    '1 tablet (ordered), 500 mg (calculated), twice a day',
  ],
  [
    'the most at a time and the most in a lifetime are said',
    {
      timing: daily(2),
      doseAndRate: [{ doseQuantity: tablets(1) }],
      maxDosePerAdministration: tablets(2),
      maxDosePerLifetime: tablets(10),
    },
    'DOSE 1 tablet — twice a day, no more than 2 tablets at a time, no more than 10 tablets in a lifetime',
  ],
  [
    'as required without a reason',
    { asNeededBoolean: true, doseAndRate: [{ doseQuantity: { value: 0.5, unit: 'tablet' } }] },
    'DOSE 0.5 tablet — as required',
  ],
  [
    'a dose that is only a limit says so',
    { timing: daily(2), doseAndRate: [{ doseQuantity: { value: 5, unit: 'mg', comparator: '<=' } }] },
    'no more than 5 mg, twice a day',
  ],
];

for (const [promise, dosage, said] of WHOLE) test(promise, () => assert.equal(line(dosage), said));

test('whatever text and parts both state is shown once, and differences are shown twice', () => {
  assert.equal(line({ text: '2 capsules 4 times a day.', timing: daily(4) }), '2 capsules 4 times a day.');
  assert.equal(line({ text: 'One TWICE daily', timing: daily(1) }), 'One TWICE daily, once a day');
  assert.equal(
    line({ text: 'Not at night', timing: { repeat: { when: ['NIGHT'] } } }),
    'Not at night, at night',
  );
  assert.equal(line({ text: 'One daily', patientInstruction: 'One daily' }), 'One daily');
  assert.equal(line({ text: 'One PRN', asNeededCodeableConcept: { text: 'pain' } }), 'One PRN, for pain');
  assert.equal(
    line({ text: 'One for pain PRN', asNeededCodeableConcept: { text: 'pain' } }),
    'One for pain PRN',
  );
});

test('the text of the record comes first and in full, and a single dose stands apart', () => {
  const found = read({
    text: '2 capsules 4 times a day.',
    timing: daily(4),
    route: { text: 'Oral' },
    doseAndRate: [mg(500)],
  });
  assert.deepEqual(found, {
    dose: { value: 500, unit: 'mg' },
    route: 'Oral',
    instructions: '2 capsules 4 times a day.',
    use: 'regular',
    cautions: [],
    more: [],
  });
});

test('lines of a text stay lines, and an addition gets a line of its own', () => {
  const text = '6 daily for 5 days\n4 daily for 5 days';
  assert.equal(read({ text }).instructions, text);
  assert.equal(read({ text, site: { text: 'left eye' } }).instructions, `${text}\nleft eye`);
  assert.equal(read({ text: 'One daily' }, { text }).instructions, `One daily\nand\n${text}`);
});

test('no dose is picked from several: each stays in words, in its order', () => {
  const found = read(
    { sequence: 2, doseAndRate: [mg(10)], timing: { repeat: { when: ['EVE'] } } },
    { sequence: 1, doseAndRate: [mg(20)], timing: { repeat: { when: ['MORN'] } } },
  );
  assert.equal(found.dose, null);
  assert.equal(found.instructions, '20 mg, in the morning, then 10 mg, in the evening');
});

test('steps without numbers, or with the same number twice, have no order', () => {
  const steps = (first?: number, second?: number) =>
    read({ text: 'a', ...(first && { sequence: first }) }, { text: 'b', ...(second && { sequence: second }) })
      .instructions;
  assert.equal(steps(), 'a and b');
  assert.equal(steps(1, 1), 'a and b');
  assert.equal(steps(undefined, 2), 'a and b');
  assert.equal(steps(1, 2), 'a, then b');
});

test('a route that all steps share stands apart, and different routes stay with their steps', () => {
  const step = (text: string, route: string) => ({ text, route: { text: route } });
  assert.deepEqual(read(step('one', 'oral'), step('two', 'oral')).route, 'oral');
  const found = read(step('one', 'oral'), step('two', 'rectal'));
  assert.deepEqual([found.route, found.instructions], [null, 'one, oral and two, rectal']);
});

test('a method that only repeats the route is shown once', () => {
  assert.equal(
    line({ text: 'one daily', route: { text: 'Oral' }, method: { text: 'oral' } }),
    'Oral — one daily',
  );
});

test('a number without a unit says that its unit is missing', () => {
  assert.equal(line({ doseAndRate: [{ doseQuantity: { value: 5 } }] }), '5, unit not recorded');
});

test('a unit in words that its code contradicts is shown with its code, and is no dose', () => {
  const system = 'http://unitsofmeasure.org';
  const doseQuantity = { value: 50, unit: 'micrograms', system, code: 'mg' };
  assert.equal(line({ doseAndRate: [{ doseQuantity }] }), '50 micrograms (but coded as 50 mg)');
  assert.equal(
    line({ doseAndRate: [{ doseQuantity: { ...doseQuantity, code: 'ug' } }] }),
    'DOSE 50 micrograms',
  );
});

test('rates are shown, as a quantity, a range or a ratio', () => {
  const rate = (one: NonNullable<Dosage['doseAndRate']>[number]) => line({ doseAndRate: [one] });
  assert.equal(rate({ rateQuantity: { value: 50, unit: 'mL/h' } }), '50 mL per h');
  assert.equal(
    rate({ rateRatio: { numerator: { value: 50, unit: 'mL' }, denominator: { value: 1, code: 'h' } } }),
    '50 mL in an hour',
  );
  assert.equal(
    rate({ ...mg(5), rateRange: { low: { value: 1, unit: 'mL' }, high: { value: 2, unit: 'mL' } } }),
    'DOSE 5 mg — 1 to 2 mL',
  );
});

test('one end of a range is not the dose', () => {
  const range = (low?: number, high?: number) =>
    line({
      doseAndRate: [
        {
          doseRange: {
            ...(low !== undefined && { low: { value: low, unit: 'mg' } }),
            ...(high !== undefined && { high: { value: high, unit: 'mg' } }),
          },
        },
      ],
    });
  assert.equal(range(5), 'at least 5 mg');
  assert.equal(range(undefined, 10), 'up to 10 mg');
  assert.equal(range(5, 10), '5 to 10 mg');
});

test('a timing that cannot be put into words goes to "more in the record", and never becomes a shorter timing', () => {
  const found = read({ timing: { repeat: { ...daily(2).repeat, when: ['MOON'] } } });
  assert.deepEqual([found.instructions, found.cautions], [null, ['partly-unreadable']]);
  assert.deepEqual(found.more, [{ name: 'timing', text: 'frequency 2, period 1, periodUnit d, when MOON' }]);
});

test('half a maximum and half a rate go to "more in the record"', () => {
  const half = { numerator: { value: 4, unit: 'mg' } };
  assert.deepEqual(read({ text: 'one', maxDosePerPeriod: half }).more, [
    { name: 'maximum dose', text: '4 mg' },
  ]);
  assert.deepEqual(read({ text: 'one', doseAndRate: [{ rateRatio: half }] }).more, [
    { name: 'rate', text: '4 mg' },
  ]);
});

test('a step without words beside one with words adds a caution', () => {
  assert.deepEqual(read({ text: 'one' }, {}).cautions, ['partly-unreadable']);
});

test('the use is as required if all steps are, regular if they are timed, and not stated otherwise', () => {
  assert.equal(read({ asNeededBoolean: true }).use, 'as-required');
  assert.equal(read({ asNeededBoolean: true }, { timing: daily(1) }).use, 'not-stated');
  assert.equal(read({ timing: daily(1) }).use, 'regular');
  // A time beside words for "when required" does not deny them.
  assert.equal(read({ text: 'One when required', timing: daily(1) }).use, 'not-stated');
  assert.equal(read({ asNeededBoolean: false }).use, 'regular');
  assert.equal(read({ text: 'one' }).use, 'not-stated');
  assert.equal(read().use, 'not-stated');
});

test('whatever parts stand beside a text, the text stays whole and each part is put into words', () => {
  const PARTS = {
    site: { text: 'LEFTEYE' },
    method: { text: 'INSTIL' },
    additionalInstruction: [{ text: 'WITHFOOD' }],
    asNeededCodeableConcept: { text: 'PAIN' },
    patientInstruction: 'KEEPNEAR',
    maxDosePerLifetime: { value: 7, unit: 'LIFEUNIT' },
    maxDosePerAdministration: { value: 7, unit: 'ONCEUNIT' },
    timing: { code: { text: 'THEATRE' } },
  } satisfies Dosage;
  const WORD = {
    site: 'LEFTEYE',
    method: 'INSTIL',
    additionalInstruction: 'WITHFOOD',
    asNeededCodeableConcept: 'PAIN',
    patientInstruction: 'KEEPNEAR',
    maxDosePerLifetime: 'LIFEUNIT',
    maxDosePerAdministration: 'ONCEUNIT',
    timing: 'THEATRE',
  };
  const names = fc.subarray(Object.keys(PARTS) as (keyof typeof PARTS)[]);
  fc.assert(
    fc.property(names, fc.constantFrom('One daily', 'One. Two', 'a\nb', undefined), (keys, text) => {
      const parts = keys.reduce<Dosage>((all, key) => ({ ...all, [key]: PARTS[key] }), {});
      const { instructions } = read({ ...parts, ...(text !== undefined && { text }) });
      if (text !== undefined) assert.ok(instructions?.startsWith(text));
      for (const key of keys) assert.ok(instructions?.includes(WORD[key]), key);
    }),
  );
});
