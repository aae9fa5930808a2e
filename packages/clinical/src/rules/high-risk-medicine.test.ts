import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HighRiskClass } from '../resident/medicine.ts';
import { highRiskBrands } from './high-risk-brands.ts';
import { highRiskClasses } from './high-risk-medicine.ts';
import { HIGH_RISK_NAMES } from './high-risk-names.ts';

const CLASSES = Object.keys(HIGH_RISK_NAMES) as readonly HighRiskClass[];
const namesOf = (risk: HighRiskClass) => [...HIGH_RISK_NAMES[risk], ...highRiskBrands(risk)];
const classes = (generic: string | null, brand: string | null = null) => highRiskClasses({ generic, brand });

test('a medicine is found by generic or brand, in any case and with strength and form around it', () => {
  assert.deepEqual(classes('Apixaban 5mg tablets'), ['anticoagulant']);
  assert.deepEqual(classes('INSULIN GLARGINE'), ['insulin']);
  assert.deepEqual(classes(null, 'Oramorph'), ['opioid']);
  assert.deepEqual(classes('Co-codamol 30mg/500mg'), ['opioid']);
  assert.deepEqual(classes('Warfarin'), ['anticoagulant', 'narrow-range']);
  assert.deepEqual(classes('Sodium valproate', 'Epilim Chrono'), ['epilepsy']);
});

test('a sulfonylurea, midazolam and a thickener are found', () => {
  assert.deepEqual(classes('Gliclazide 80mg tablets'), ['sulfonylurea']);
  assert.deepEqual(classes('Glimepiride 2mg', 'Amaryl'), ['sulfonylurea']);
  assert.deepEqual(classes('Midazolam 10mg/2ml solution for injection ampoules'), ['midazolam']);
  assert.deepEqual(classes('Midazolam 10mg/2ml oromucosal solution', 'Buccolam'), ['midazolam']);
  assert.deepEqual(classes('Resource ThickenUp Clear powder'), ['thickener']);
  assert.deepEqual(classes('Thick & Easy'), ['thickener']);
  assert.deepEqual(classes('Metformin 500mg tablets'), []);
});

test('a medicine that is prescribed by its brand alone is found', () => {
  for (const [risk, names] of [
    [
      'narrow-range',
      ['Priadel 400mg tablets', 'Camcolit 400', 'Liskonum 450mg', 'Li-Liquid 509mg/5ml', 'Lanoxin'],
    ],
    [
      'insulin',
      ['Mixtard 30', 'Hypurin Porcine Isophane', 'Insuman Comb 25', 'Trurapi', 'Humulin M3 KwikPen'],
    ],
    ['anticoagulant', ['Marevan 3mg', 'Sinthrome', 'Arixtra']],
    ['opioid', ['MST 10mg', 'Durogesic DTrans', 'Matrifen', 'Zydol', 'Palexia', 'Solpadol', 'Sevredol']],
    ['parkinsons', ['Sastravi', 'Apo-go pen', 'Ongentys', 'Half Sinemet CR']],
    ['epilepsy', ['Episenta', 'Vimpat', 'Briviact', 'Topamax', 'Frisium']],
    ['sulfonylurea', ['Laaglyda MR', 'Nazdol MR']],
    ['steroid', ['Plenadren', 'Deltacortril']],
    ['thickener', ['Multi-thick', 'Swalloweze Clear']],
  ] as const)
    for (const name of names) assert.ok(classes(name).includes(risk), `${name}: ${risk}`);
  assert.deepEqual(classes('Priadel'), ['narrow-range']);
  assert.deepEqual(classes('Tegretol'), ['epilepsy', 'narrow-range']);
});

test('no name leaves the list that is put before a clinician, or joins it, but by a decision', () => {
  const counts = CLASSES.map((risk) => [risk, new Set(namesOf(risk)).size]);
  assert.deepEqual(Object.fromEntries(counts), {
    anticoagulant: 24,
    insulin: 25,
    sulfonylurea: 16,
    opioid: 66,
    midazolam: 5,
    parkinsons: 39,
    epilepsy: 48,
    steroid: 19,
    thickener: 17,
    'narrow-range': 42,
  });
});

test('a name inside another word is not that medicine', () => {
  assert.deepEqual(classes('Apomorphine'), ['parkinsons']);
  assert.deepEqual(classes('Heparinoid 0.3% cream'), []);
  assert.deepEqual(classes('Dihydrocodeine'), ['opioid']);
  assert.deepEqual(classes('', ''), []);
  assert.deepEqual(classes(null), []);
  const names = CLASSES.flatMap(namesOf);
  for (const name of names) {
    assert.ok(classes(`a ${name}, b`).length > 0, name);
    // "MST Continusx" still holds MST as a word of its own.
    const before = ` ${name.split(' ').slice(0, -1).join(' ')} `;
    if (names.some((other) => before.includes(` ${other} `))) continue;
    for (const letter of ['x', 'é', '7']) assert.deepEqual(classes(name + letter), [], name + letter);
  }
});

test('two names side by side do not make a third', () => {
  assert.deepEqual(classes('dhc', 'continus'), []);
});

test('the class follows the ingredient only: a cream with a steroid is a steroid', () => {
  assert.deepEqual(classes('Hydrocortisone 1% cream'), ['steroid']);
});
