import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Medicine } from '../resident/medicine.ts';
import { medicineLine, medicineText } from './medicine.ts';
import { formatNumber, formatQuantity } from './quantity.ts';

const medicine = (parts: Partial<Medicine>): Medicine => ({
  id: 'm1',
  on: null,
  source: { label: 'GP record' },
  by: null,
  cautions: [],
  generic: null,
  brand: null,
  form: null,
  dose: null,
  route: null,
  instructions: null,
  use: 'not-stated',
  status: 'not-stated',
  started: null,
  stopped: null,
  indication: null,
  statusReason: null,
  highRisk: [],
  ...parts,
});

test('a medicine is written in the order of the guide', () => {
  const full = medicine({
    generic: 'Diltiazem',
    brand: 'Calcicard CR',
    form: 'modified-release tablet',
    dose: { value: 120, unit: 'mg' },
    route: 'oral',
    instructions: 'three times a day',
    indication: 'angina',
  });
  assert.equal(
    medicineText(full),
    'diltiazem — CALCICARD CR — modified-release tablet — DOSE 120 mg — oral — three times a day — for angina',
  );
  assert.deepEqual(
    medicineLine(full).map(({ kind }) => kind),
    ['generic', 'brand', 'form', 'dose', 'route', 'instructions', 'indication'],
  );
});

test('a medicine that is not to be given says so beside its name, in force or not', () => {
  const warfarin = { generic: 'Warfarin', prohibits: true } as const;
  assert.equal(
    medicineText(medicine({ ...warfarin, status: 'not-to-be-given' })),
    'warfarin — NOT TO BE GIVEN',
  );
  assert.equal(
    medicineText(medicine({ ...warfarin, status: 'stopped' })),
    'warfarin — an instruction not to give it',
  );
});

test('the contents of a medicine stand after its form', () => {
  const contents = ['codeine 8 mg per tablet', 'lactose (not active)'];
  assert.equal(
    medicineText(medicine({ generic: 'Co-codamol', form: 'tablet', contents })),
    'co-codamol — tablet — contains codeine 8 mg per tablet, lactose (not active)',
  );
});

test('an instruction keeps its lines, and goes onto one line where there is room for only one', () => {
  const instructions = '6 daily for 5 days\n4 daily for 5 days';
  const parts = medicineLine(medicine({ generic: 'Prednisolone', instructions }));
  assert.equal(parts.at(-1)?.text, instructions);
  assert.equal(
    medicineText(medicine({ generic: 'Prednisolone', instructions })),
    'prednisolone — 6 daily for 5 days 4 daily for 5 days',
  );
});

test('a missing part is left out and never invented', () => {
  assert.equal(medicineText(medicine({ generic: 'senna', instructions: 'at night' })), 'senna — at night');
  assert.equal(medicineText(medicine({ brand: 'Adcal-D3' })), 'ADCAL-D3');
  assert.equal(medicineText(medicine({ dose: { value: 5, unit: 'mg' } })), 'name not recorded — DOSE 5 mg');
  assert.equal(medicineText(medicine({ generic: 'Eliquis', brand: 'ELIQUIS' })), 'eliquis');
});

test('a generic name is lower case except for capitals that carry meaning', () => {
  const cases = {
    'Amlodipine 5mg tablets': 'amlodipine 5mg tablets',
    'AMLODIPINE 5MG/5ML': 'amlodipine 5mg/5mL',
    'CO-CODAMOL TABS 8MG': 'co-codamol tabs 8mg',
    'Vitamin B12': 'vitamin B12',
    'Amphotericin B': 'amphotericin B',
    'Factor VIII': 'factor VIII',
    'Carbomer 974P': 'carbomer 974P',
    'Sodium Chloride 500ML 50G': 'sodium chloride 500mL 50g',
    'Vitamin D': 'vitamin D',
    GTN: 'GTN',
    'diltiazem HCl': 'diltiazem HCl',
    'Insulin aspart 100units/ml': 'insulin aspart 100units/mL',
    'Insulin glargine 100 U/ml': 'insulin glargine 100 units/mL',
    'Colecalciferol 800IU': 'colecalciferol 800units',
    'Fentanyl 12mcg/hr': 'fentanyl 12micrograms/hr',
    'Levothyroxine 25 µg': 'levothyroxine 25 micrograms',
  };
  for (const [generic, text] of Object.entries(cases))
    assert.equal(medicineText(medicine({ generic })), text);
});

test('no letter or digit of a medicine’s name is lost, and no hidden character stays in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (generic) => {
      fc.pre(!/\d\s*([µμu]g|mcg|i?u)/iu.test(generic) && generic.trim() !== '');
      const [first] = medicineLine(medicine({ generic: `x${generic}` }));
      const marks = (text: string) =>
        text
          .toLowerCase()
          .toUpperCase()
          .normalize('NFKD')
          .replace(/[^\p{L}\p{N}]/gu, '');
      assert.equal(marks(first?.text ?? ''), marks(`x${generic}`));
    }),
  );
  assert.equal(
    medicineText(medicine({ generic: 'war\u202Efarin', form: 'tab\u200Blet' })),
    'warfarin — tablet',
  );
});

test('a quantity has a leading zero, no trailing zero, and no abbreviation that has been misread', () => {
  const cases: readonly (readonly [number, string | null, string])[] = [
    [0.5, 'mg', '0.5 mg'],
    [5.0, 'mg', '5 mg'],
    [5000, 'IU', '5,000 units'],
    [1, 'unit', '1 unit'],
    [10, 'U', '10 units'],
    [250, 'mcg', '250 micrograms'],
    [120, 'mg/5 mL', '120 mg in 5 mL'],
    [100, 'mcg/actuation', '100 micrograms per actuation'],
    [2, '{tablet}', '2 tablets'],
    [24.1, 'kg/m2', '24.1 kg/m2'],
    [16, 'breaths/min', '16 breaths/min'],
    [3, '1', '3'],
    [3, null, '3'],
    [1e-7, 'g', '0.0000001 g'],
    [Number.NaN, 'mg', 'Unknown'],
  ];
  for (const [value, unit, text] of cases) assert.equal(formatQuantity(value, unit), text);
});

test('a written number is the same number', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = formatNumber(value);
      assert.equal(Number(text.replaceAll(',', '')) + 0, value + 0);
      assert.match(text, /^-?\d{1,3}(,\d{3})*(\.\d*[1-9])?$/);
    }),
  );
});
