import assert from 'node:assert/strict';
import { test } from 'node:test';
import { medicineShortName } from './medicine-name.ts';

test('the short name of a medicine ends before its strength', () => {
  const cases: readonly (readonly [string | null, string])[] = [
    ['Fentanyl 25micrograms/hour transdermal patches', 'fentanyl'],
    ['apixaban', 'apixaban'],
    ['vitamin B12', 'vitamin b12'],
    ['macrogol 3350 with electrolytes', 'macrogol'],
    ['co-careldopa 25mg/100mg tablets', 'co-careldopa'],
    [null, 'name not recorded'],
    ['', 'name not recorded'],
  ];
  for (const [generic, short] of cases) assert.equal(medicineShortName({ generic, brand: null }), short);
  assert.equal(medicineShortName({ generic: null, brand: 'Sinemet 110' }), 'sinemet');
});
