import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Medicine } from '../resident/medicine.ts';
import { medicineCounts } from './medicine-counts.ts';

const medicine = (status: Medicine['status'], use: Medicine['use'] = 'regular'): Medicine => ({
  id: `${status} ${use}`,
  on: null,
  source: { label: 'GP record' },
  by: null,
  cautions: [],
  generic: 'senna',
  brand: null,
  form: null,
  dose: null,
  route: null,
  instructions: null,
  use,
  status,
  started: null,
  stopped: null,
  indication: null,
  statusReason: null,
  highRisk: [],
});

test('each line is counted by its use, and only if it is in use', () => {
  const counts = medicineCounts([
    medicine('in-use'),
    medicine('not-stated'),
    medicine('in-use', 'as-required'),
    medicine('in-use', 'not-stated'),
    medicine('on-hold'),
    medicine('past-its-end'),
    medicine('not-to-be-given'),
    medicine('completed'),
    medicine('intended'),
    medicine('stopped'),
  ]);
  assert.deepEqual(counts, {
    regular: 2,
    asRequired: 1,
    useNotStated: 1,
    onHold: 1,
    pastItsEnd: 1,
    notToBeGiven: 1,
  });
});
