import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FormItem, FormQuestion } from '../form/definition.ts';
import { formOfInstrument } from '../form/form-of-instrument.ts';
import { instruments } from './index.ts';

const questions = instruments.flatMap((instrument) => formOfInstrument(instrument).items.flatMap(below));

function below(item: FormItem): readonly FormItem[] {
  return [item, ...('items' in item ? (item.items ?? []).flatMap(below) : [])];
}

/** By question of any instrument, what is said of it. */
function each<Said extends keyof FormQuestion>(
  said: Said,
): readonly (readonly [string, FormQuestion[Said]])[] {
  return questions.flatMap((item) => {
    const value = (item as Partial<FormQuestion>)[said];
    return value === undefined ? [] : [[item.id, value] as const];
  });
}
const idsOf = (said: 'optional' | 'past' | 'repeats') =>
  each(said).flatMap(([id, value]) => (value === true ? [id] : []));

/** What entry of a finished total asks beside it. */
const FINISHED = [
  'acb',
  'braden',
  'cornell',
  'edmonton',
  'efi2',
  'fi-cga',
  'must',
  'painad',
  'purpose-t',
  'waterlow',
];

test('what may be left out is detail beside a score, and nothing that it is made of', () => {
  const beside = FINISHED.flatMap((id) => [`${id}/assessor`, `${id}/on`, `${id}/version`]);
  const own = [
    'bmi/amputation',
    'bmi/oedema',
    'cfs/assessor',
    'cfs/baselineOn',
    'cfs/on',
    'efi/decimals',
    'efi2/decimals',
  ];
  assert.deepEqual(idsOf('optional').toSorted(), [...beside, ...own].toSorted());
});

test('a day on which something was found takes none that is to come, and says of which answer it is the day', () => {
  const days: Readonly<Record<string, readonly string[]>> = {
    ...Object.fromEntries(FINISHED.map((id) => [`${id}/on`, [`${id}/total`]])),
    'cfs/on': ['cfs/level'],
    'cockcroft-gault/weightOn': ['cockcroft-gault/kg'],
    'cockcroft-gault/creatinineOn': ['cockcroft-gault/creatinineUmolL'],
    'efi2/on': ['efi2/value'],
    'purpose-t/on': ['purpose-t/pathway'],
    'weight-change/previousOn': ['weight-change/previousKg'],
    'weight-change/currentOn': ['weight-change/currentKg'],
  };
  assert.deepEqual(Object.fromEntries(each('dayOf')), days);
  assert.deepEqual(idsOf('past').toSorted(), [...Object.keys(days), 'cfs/baselineOn'].toSorted());
});

test('pressures after getting up are asked as often as they were taken, and nothing else is', () => {
  assert.deepEqual(idsOf('repeats'), ['orthostatic-bp/standing']);
});

/** [P] Lowest and highest that can be; then lowest and highest that are taken without asking again. In the first unit. */
const LIMITS: Readonly<Record<string, readonly number[]>> = {
  'acb/total': [0, 99],
  'bmi/kg': [15, 350, 25, 200],
  'bmi/heightM': [0.5, 3, 1.2, 2.1],
  'braden/total': [6, 23],
  'cfs/level': [1, 9],
  'charlson/ageYears': [0, 120],
  'cockcroft-gault/ageYears': [0, 120, 18, 110],
  'cockcroft-gault/kg': [15, 350, 25, 200],
  'cockcroft-gault/creatinineUmolL': [20, 3000, 20, 1500],
  'cornell/total': [0, 38],
  'edmonton/total': [0, 17],
  'efi/deficits': [0, 36],
  'efi/score': [0, 1],
  'efi/decimals': [0, 6],
  'efi2/value': [0, 1],
  'efi2/decimals': [0, 6],
  'fi-cga/total': [0, 99],
  'frail-scale/illnesses': [0, 11],
  'frail-scale/weightLossPct': [-100, 100],
  'frailty-index/present': [0, 500],
  'frailty-index/considered': [0, 500],
  'frailty-index/total': [0, 500],
  'gait-speed/metres': [1, 100, 2, 20],
  'gait-speed/seconds': [0.1, 600, 1, 120],
  'must/total': [0, 6],
  'news2/rr': [0, 99, 4, 60],
  'news2/spo2': [10, 100, 60, 100],
  'news2/sbp': [20, 350, 50, 260],
  'news2/pulse': [0, 300, 25, 200],
  'news2/temp': [20, 45, 32, 42],
  'orthostatic-bp/lyingSbp': [20, 350, 50, 260],
  'orthostatic-bp/lyingDbp': [1, 349, 1, 349],
  'orthostatic-bp/minute': [0, 30],
  'orthostatic-bp/sbp': [20, 350, 50, 260],
  'orthostatic-bp/dbp': [1, 349, 1, 349],
  'painad/total': [0, 10],
  'polypharmacy/count': [0, 99],
  'prisma-7/age': [0, 125],
  'tug/seconds': [1, 600, 4, 120],
  'waterlow/total': [0, 99],
  'weight-change/previousKg': [15, 350, 25, 200],
  'weight-change/currentKg': [15, 350, 25, 200],
};

test('a number that cannot be is refused, and one that is hardly possible is asked again', () => {
  const plausible = new Map(each('plausible'));
  const found = each('limits').map(([id, limits]) => {
    const asked = plausible.get(id);
    return [id, [limits?.min, limits?.max, ...(asked === undefined ? [] : [asked.min, asked.max])]];
  });
  assert.deepEqual(Object.fromEntries(found), LIMITS);
  for (const id of plausible.keys()) assert.ok(id in LIMITS, id);
});

test('the version of a finished total and the role of the assessor are as short as a line of a score needs', () => {
  const longest = new Map(each('maxLength'));
  for (const id of FINISHED)
    assert.deepEqual([longest.get(`${id}/version`), longest.get(`${id}/assessor`)], [20, 40], id);
});
